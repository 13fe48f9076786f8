import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { STUDY_VERBS } from '../../src/app/studies/schema.ts';
import { openStudies } from '../../src/app/studies/studies.ts';
import { treatyText } from '../../src/core/treaty/write.ts';
import { loadCatalog } from '../../src/app/load-catalog.ts';
import { foedus, temporaryFolder } from './harness.ts';

function folderWith(study: string, file = 'a.study.yaml'): string {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, '.foedus'));
  writeFileSync(path.join(cwd, file), `format: 1\ntitle: A study\ndate: 2025-06-01\n${study}`);
  return cwd;
}

const anzus = loadCatalog().treaties.find(({ id }) => id === 'anzus');
const draft = anzus === undefined ? '' : treatyText({ ...anzus, id: 'entente' });
const held = `treaties:\n  - file: entente.yaml\n    text: ${JSON.stringify(draft)}\n`;
const rows = Array.from({ length: 60 }, (_, index) => `${index % 3 === 0 || index % 7 === 0 ? 1 : 0},${index % 11}`);

/** One question to every verb that a study may hold. */
const STEPS: Readonly<Record<Exclude<(typeof STUDY_VERBS)[number], 'validate'>, readonly string[]>> = {
  trigger: ['{verb: trigger, flags: {attacker: RUS, target: EST, cascade: expected, draws: 10}}'],
  matrix: ['{verb: matrix, flags: {target: EST, date: 2025-01-01}, write: matrix.csv}'],
  calendar: ['{verb: calendar, arguments: [nato], write: nato.ics}', '{verb: calendar, arguments: [nato]}'],
  conflicts: ['{verb: conflicts, flags: {date: 1914-07-01}}'],
  history: ['{verb: history, arguments: [check, july-1914]}', '{verb: history, arguments: [disputes], flags: {years: 1900-1910}, write: disputes.parquet}'],
  lint: ['{verb: lint, arguments: [entente.yaml]}', '{verb: lint, arguments: [entente.yaml], write: findings.sarif}'],
  diff: ['{verb: diff, arguments: [anzus, entente.yaml]}'],
  render: ['{verb: render, arguments: [entente.yaml], write: entente.html}'],
  catalog: ['{verb: catalog, arguments: [list]}'],
  assess: ['{verb: assess, arguments: [entente.yaml], flags: {draws: 10}}'],
  compare: ['{verb: compare, arguments: [anzus, entente.yaml], flags: {draws: 4}}'],
  sensitivity: ['{verb: sensitivity, arguments: [entente.yaml], flags: {contingency: china-australia-sea, of: spared, samples: 4}}'],
  design: ['{verb: design, arguments: [anzus], flags: {only: collective-defense.kind, draws: 2, points: 2}}'],
  decades: ['{verb: decades, flags: {from: 2026-01-01, years: 3, worlds: 2, states: "USA,CHN,JPN"}}'],
  burden: ['{verb: burden, arguments: [anzus]}'],
  review: ['{verb: review, arguments: [nato]}'],
  model: ['{verb: model, arguments: [fearon], flags: {input: resolve.json}}'],
  fit: [
    '{verb: fit, arguments: ["y ~ a"], flags: {data: rows.csv, model: logit, boot: 5}}',
    '{verb: fit, arguments: ["y ~ a"], flags: {data: rows.csv, model: logit}, write: table.tex}',
  ],
  panel: [
    '{verb: panel, arguments: [state-year], flags: {years: 1900-1902, add: nmc}, write: states.parquet}',
    '{verb: panel, arguments: [state-year], flags: {years: 1900-1902, add: nmc}, write: states.dta}',
    '{verb: panel, arguments: [state-year], flags: {years: 1900-1902, add: nmc}}',
  ],
  measure: ['{verb: measure, arguments: [polarity], flags: {years: 1900-1902}}'],
  similarity: ['{verb: similarity, flags: {year: 1900}, write: alike.csv}'],
  network: ['{verb: network, flags: {year: 1900}, write: network.graphml}', '{verb: network, flags: {years: 1900-1901}}'],
  codes: ['{verb: codes, arguments: ["255"], flags: {from: cow}}'],
};

const EVERYTHING = `${held}files:\n  - {file: resolve.json, text: '{"win": 0.5, "defender_cost": 0.3}'}\n  - file: rows.csv\n    text: ${JSON.stringify(`y,a\n${rows.join('\n')}\n`)}\nseed: 3\nverbs:\n${Object.values(
  STEPS,
)
  .flat()
  .map((line) => `  - ${line}\n`)
  .join('')}`;

describe('the same study gives the same bytes', () => {
  it('twice, whatever is asked', async () => {
    const folder = temporaryFolder();
    await foedus(['data', 'import', '--synthetic', '--workspace', folder]);
    const [first, second] = [folderWith(EVERYTHING), folderWith(EVERYTHING)];
    const runs = [];
    for (const cwd of [first, second]) runs.push(await foedus(['run', 'a.study.yaml', '--workspace', folder, '--to', 'results', '--json'], { cwd }));
    const [one, other] = runs;
    expect(one?.exit, one?.err).toBe(0);
    expect(other?.out).toBe(one?.out);
    const files = readdirSync(path.join(first, 'results'));
    expect(files.length).toBe(Object.values(STEPS).flat().length);
    for (const file of files) expect(readFileSync(path.join(second, 'results', file)).equals(readFileSync(path.join(first, 'results', file))), file).toBe(true);
    expect(JSON.parse(one?.out ?? '').results.map(({ verb }: { verb: string }) => verb)).toEqual(
      // What is held out and predicted takes minutes.
      expect.arrayContaining(STUDY_VERBS.filter((verb) => verb !== 'validate')),
    );
  }, 120_000);

  it('on another day, in another place', async () => {
    const cwd = folderWith('verbs:\n  - {verb: review, arguments: [nato]}\n  - {verb: calendar, arguments: [nato], write: nato.ics}\n');
    const today = await foedus(['run', 'a.study.yaml', '--json'], { cwd });
    const later = await foedus(['run', path.join(cwd, 'a.study.yaml'), '--json', '--workspace', path.join(cwd, '.foedus')], { today: () => '2031-02-03' });
    expect(later.out).toBe(today.out);
  });

  it('and the seed of the study is that of every verb that names none', async () => {
    const step = 'verbs:\n  - {verb: trigger, flags: {attacker: RUS, target: EST, cascade: expected, draws: 10';
    const out = async (text: string): Promise<unknown> => {
      const { out: printed } = await foedus(['run', 'a.study.yaml', '--json'], { cwd: folderWith(text) });
      return JSON.parse(printed).results[0].value;
    };
    expect(await out(`seed: 5\n${step}}}\n`)).toEqual(await out(`seed: 9\n${step}, seed: 5}}\n`));
    expect(await out(`seed: 5\n${step}}}\n`)).not.toEqual(await out(`seed: 6\n${step}}}\n`));
  });

  it('and those of the command line itself', async () => {
    const cwd = folderWith('verbs:\n  - {verb: trigger, flags: {attacker: RUS, target: EST, date: 2025-01-01}}\n');
    const { out } = await foedus(['run', 'a.study.yaml', '--json'], { cwd });
    const direct = await foedus(['trigger', '--attacker', 'RUS', '--target', 'EST', '--date', '2025-01-01', '--json']);
    expect(JSON.parse(out).results[0].value).toEqual(JSON.parse(direct.out));
    expect(JSON.parse(out).results[0].line).toBe('foedus trigger --attacker=RUS --target=EST --date=2025-01-01');
  });
});

describe('a sealed study', () => {
  const STUDY = 'verbs:\n  - {verb: trigger, flags: {attacker: RUS, target: EST}}\n  - {verb: matrix, flags: {target: EST}, write: m.csv}\n';

  it('holds its results to their hashes', async () => {
    const cwd = folderWith(STUDY);
    expect((await foedus(['run', 'a.study.yaml', '-o', 'sealed.study.yaml'], { cwd })).exit).toBe(0);
    const text = readFileSync(path.join(cwd, 'sealed.study.yaml'), 'utf8');
    expect(parse(text)).toMatchObject({
      foedus: expect.any(String),
      catalog: expect.any(String),
      verbs: [{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }, {}],
    });
    expect((await foedus(['run', 'sealed.study.yaml', '--quiet'], { cwd })).exit).toBe(0);
    const hash: string = parse(text).verbs[0].sha256;
    writeFileSync(path.join(cwd, 'other.study.yaml'), text.replace(hash, 'f'.repeat(64)).replace(/^catalog: .*$/m, 'catalog: "0.0.1"'));
    const { exit, err } = await foedus(['run', 'other.study.yaml'], { cwd });
    expect(exit).toBe(1);
    expect(err).toContain('Not as recorded: foedus trigger --attacker=RUS --target=EST');
    expect(err).toContain('the study rests on 0.0.1');
  });

  it('of the workspace is run by its name', async () => {
    const cwd = folderWith(STUDY);
    openStudies(path.join(cwd, '.foedus')).save('estonia', readFileSync(path.join(cwd, 'a.study.yaml'), 'utf8'), null);
    expect((await foedus(['run', 'estonia'], { cwd })).out).toContain('foedus trigger --attacker=RUS --target=EST\n');
    expect((await foedus(['run', 'estonja'], { cwd })).err).toContain('Did you mean estonia');
  });
});

describe('a study reads nothing but its own', () => {
  it.each([
    ['{verb: render, arguments: [../secret.yaml]}', "verbs[0] render: '../secret.yaml' is no file of the study. It holds none."],
    ['{verb: render, arguments: [/etc/passwd]}', "'/etc/passwd' is no file of the study"],
    ['{verb: lint, arguments: [..]}', "'..' is no file of the study"],
    ['{verb: lint, arguments: ["-"]}', "'-' is no file of the study"],
    ['{verb: model, arguments: [fearon], flags: {input: /etc/passwd}}', "'/etc/passwd' is no file of the study"],
    ['{verb: trigger, flags: {attacker: RUS, target: EST, treaty: ../x.yaml}}', "'../x.yaml' is no file of the study"],
    ['{verb: render, arguments: [secret.yaml]}', 'secret.yaml'],
    ['{verb: render, arguments: [nato], flags: {output: /tmp/x.md}}', 'takes no flag output'],
    ['{verb: network, flags: {year: 1900, workspace: /tmp}}', 'takes no flag workspace'],
    ['{verb: render, arguments: [nato], write: ../x.md}', 'write'],
    ['{verb: data, arguments: [pull]}', 'verb'],
    ['{verb: render, arguments: [nato], write: x.exe}', 'nothing is written as .exe'],
    ['{verb: trigger, flags: {attackr: RUS, target: EST}}', 'takes no flag attackr. Did you mean attacker'],
    ['{verb: trigger, flags: {attacker: RUS, target: [EST, LVA]}}', 'target takes one value'],
    ['{verb: trigger, flags: {attacker: true, target: EST}}', 'attacker takes a value'],
  ])('%s', async (step, words) => {
    const cwd = folderWith(`verbs:\n  - ${step}\n`);
    writeFileSync(path.join(cwd, 'secret.yaml'), draft);
    const { exit, out, err } = await foedus(['run', 'a.study.yaml'], { cwd });
    expect({ exit, out, told: err.includes(words) }, err).toEqual({ exit: 2, out: '', told: true });
    expect(readdirSync(cwd).sort()).toEqual(['.foedus', 'a.study.yaml', 'secret.yaml']);
  });

  it('and writes no result through a link', async () => {
    const cwd = folderWith('verbs:\n  - {verb: matrix, flags: {target: EST, date: 2025-01-01}, write: matrix.csv}\n');
    writeFileSync(path.join(cwd, 'mine.csv'), 'mine');
    mkdirSync(path.join(cwd, 'results'));
    symlinkSync(path.join(cwd, 'mine.csv'), path.join(cwd, 'results', 'matrix.csv'));
    await foedus(['run', 'a.study.yaml', '--to', 'results'], { cwd });
    expect(readFileSync(path.join(cwd, 'results', 'matrix.csv'), 'utf8')).toMatch(/^attacker,target,/);
  });
});

describe('studies that are none', () => {
  it.each([
    ['format: 2\ntitle: x\n', 'npm install foedus@latest'],
    ['format: 1\n', 'a.yaml'],
    ['- a\n', 'a.yaml:1:1'],
  ])('%j', async (text, words) => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'a.yaml'), text);
    const { exit, err } = await foedus(['run', 'a.yaml'], { cwd });
    expect({ exit, told: err.includes(words) }, err).toEqual({ exit: 2, told: true });
  });
});
