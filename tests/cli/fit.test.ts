import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { egame12 } from '../../src/core/estimate/games/egame12.ts';
import { writeDta } from '../../src/core/formats/dta.ts';
import { createRng } from '../../src/core/math/rng.ts';
import { tableFromRows } from '../../src/core/table/from-rows.ts';
import { play } from '../support/simulated-games.ts';
import { foedus, temporaryFolder } from './harness.ts';

const FORMULA = 'esc + war ~ x | 0 | regime | z';

/** A folder with made-up disputes: four rows lack a value. */
function disputes(): string {
  const cwd = temporaryFolder();
  const rng = createRng('fit');
  const lines = Array.from({ length: 240 }, (_, row) => {
    const [x, z, regime] = [rng.normal(), rng.normal(), ['autoc', 'dem', 'mixed'][row % 3] ?? ''];
    const y = play(egame12, [0.4 - x, 0, regime === 'dem' ? -0.5 : 0.8, 0.3 + z], { type: 'agent', link: 'probit', rng });
    return [1800 + row, Math.min(y, 1), y === 2 ? 1 : 0, x, row % 60 === 0 ? 'NA' : z, `"${regime}"`, `"${['status quo', 'concession', 'war'][y]}"`].join(',');
  });
  writeFileSync(path.join(cwd, 'disputes.csv'), `year,esc,war,x,z,regime,outcome\n${lines.join('\n')}\n`);
  return cwd;
}

interface Printed {
  readonly coefficients: readonly unknown[];
  readonly vcov: readonly unknown[];
  readonly predictions: readonly object[];
  readonly logLik: number;
  readonly aic: number;
  readonly data: unknown;
}

async function fitted(cwd: string, argv: readonly string[]): Promise<Printed> {
  const { exit, out, err } = await foedus(['fit', ...argv, '--data', 'disputes.csv', '--json'], { cwd });
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return JSON.parse(out);
}

describe('foedus fit', () => {
  it('prints what programs read', async () => {
    const found = await fitted(disputes(), [FORMULA, '--model', 'egame12']);
    expect(found).toMatchObject({ model: 'egame12', link: 'probit', type: 'agent', n: 236, dropped: 4, excluded: 0, converged: true, fixed: [], warnings: [] });
    expect(found.coefficients).toMatchObject(
      [
        'u1(~esc):(Intercept)',
        'u1(~esc):x',
        'u1(esc,war):(Intercept)',
        'u1(esc,war):regimedem',
        'u1(esc,war):regimemixed',
        'u2(esc,war):(Intercept)',
        'u2(esc,war):z',
      ].map((name) => ({ name, estimate: expect.any(Number), se: expect.any(Number) })),
    );
    const { vcov, predictions, logLik, aic, data } = found;
    expect(vcov).toHaveLength(7);
    expect(predictions).toHaveLength(236);
    expect(Object.keys(predictions[0] ?? {})).toEqual(['Pr(~esc)', 'Pr(esc,~war)', 'Pr(esc,war)']);
    expect(aic).toBeCloseTo(14 - 2 * logLik, 9);
    expect(data).toMatchObject({ file: 'disputes.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('takes outcomes in the order of --levels, which are then its names', async () => {
    const cwd = disputes();
    const moves = await fitted(cwd, [FORMULA, '--model', 'egame12']);
    const named = await fitted(cwd, [
      'outcome ~ x | 0 | regime | z',
      '--model',
      'egame12',
      '--levels',
      'status quo,concession,war',
      '--levels',
      'regime=mixed,dem,autoc',
    ]);
    expect(named.logLik).toBeCloseTo(moves.logLik, 8);
    expect(JSON.stringify(named.coefficients)).toContain('u1(war):regimeautoc');
  });

  it('fixes utilities and estimates log sigma, for all or for each player', async () => {
    const cwd = disputes();
    const one = await fitted(cwd, ['esc + war ~ 1', '--model', 'egame12', '--fixed-utils', '-1,0,-1.4,0.1']);
    expect(one).toMatchObject({ n: 240, coefficients: [{ name: 'log(sigma):(Intercept)' }], fixed: [{ name: 'u1(~esc)', value: -1 }, {}, {}, {}] });
    const two = await fitted(cwd, ['esc + war ~ 1', '--model', 'egame12', '--fixed-utils', '-1,0,-1.4,0.1', '--sd-by-player', '--link', 'logit']);
    expect(two).toMatchObject({ coefficients: [{ name: 'log(lambda1):(Intercept)' }, { name: 'log(lambda2):(Intercept)' }] });
    const scaled = await fitted(cwd, [FORMULA, '--model', 'egame12', '--sd-formula', '~ z - 1']);
    expect(scaled.coefficients).toHaveLength(8);
  });

  it('counts a subset apart from what is missing', async () => {
    expect(await fitted(disputes(), [FORMULA, '--model', 'egame12', '--subset', "year >= 1850 & regime != 'dem'"])).toMatchObject({
      excluded: 113,
      dropped: 3,
      n: 124,
    });
  });

  it('adds a bootstrap, profiles, predictions and a comparison where asked for, the same for the same seed', async () => {
    const cwd = disputes();
    const argv = [
      FORMULA,
      '--model',
      'egame12',
      '--boot',
      '12',
      '--seed',
      '7',
      '--profile',
      'u2(esc,war):z',
      '--at',
      'z=-1:1:3,regime=dem',
      '--against',
      'esc + war ~ z | 0 | 1 | x',
    ];
    const found = await fitted(cwd, argv);
    expect(found).toMatchObject({
      bootstrap: { draws: 12, seed: 7 },
      profiles: [{ name: 'u2(esc,war):z', interval: [expect.any(Number), expect.any(Number)] }],
      scenarios: [-1, 0, 1].map((z) => ({ at: { z, regime: 'dem' }, predictions: [{ name: 'Pr(~esc)' }, {}, {}] })),
      against: { model: 'egame12', n: 236, vuong: { favors: 1 }, clarke: { favors: 1 } },
    });
    expect(await fitted(cwd, argv)).toEqual(found);
  });

  it('reads Stata files as it reads others', async () => {
    const cwd = disputes();
    const rows = readFileSync(path.join(cwd, 'disputes.csv'), 'utf8').trim().split('\n').slice(1, 100);
    const table = tableFromRows(
      { war: 'int8', x: 'float64', regime: 'text' },
      rows.map((row) => {
        const [, , war, x, , regime = ''] = row.split(',');
        return { war: Number(war), x: Number(x), regime: regime.replaceAll('"', '') };
      }),
    );
    writeFileSync(path.join(cwd, 'disputes.dta'), writeDta(table));
    writeFileSync(path.join(cwd, 'short.csv'), `year,esc,war,x,z,regime,outcome\n${rows.join('\n')}\n`);
    const argv = ['fit', 'war ~ x + regime', '--model', 'logit', '--json'];
    const [stata, csv] = [await foedus([...argv, '--data', 'disputes.dta'], { cwd }), await foedus([...argv, '--data', 'short.csv'], { cwd })];
    expect(stata.exit).toBe(0);
    expect(JSON.parse(stata.out)).toEqual({ ...JSON.parse(csv.out), data: { file: 'disputes.dta', sha256: expect.any(String) } });
    writeFileSync(path.join(cwd, 'cut.dta'), writeDta(table).slice(0, 2000));
    expect(await foedus([...argv, '--data', 'cut.dta'], { cwd })).toEqual({
      exit: 2,
      out: '',
      err: 'foedus: cut.dta: cannot be read as dta: the file ends too soon: it is cut short, or no Stata file.\n',
    });
    const { err } = await foedus(['fit', 'war ~ X', '--model', 'logit', '--data', 'disputes.dta'], { cwd });
    expect(err).toContain("disputes.dta: has no column 'X'.\n  Did you mean 'x'?");
  });

  it('tells the same in words, and writes a table for LaTeX', async () => {
    const cwd = disputes();
    const { out } = await foedus(['fit', FORMULA, '--data', 'disputes.csv', '--model', 'egame12', '--boot', '5', '--at', 'x=0:1:2'], { cwd });
    expect(out).toMatch(/^egame12, agent, probit\nN 236, 4 dropped for missing values\n/);
    expect(out).toMatch(/^coefficient +estimate +boot se/m);
    expect(out).toMatch(/^predictions with 95 % intervals from the bootstrap$/m);
    await expect(foedus(['fit', FORMULA, '--data', 'disputes.csv', '--model', 'egame12', '-o', 'fit.tex'], { cwd })).resolves.toMatchObject({ exit: 0 });
    expect(readFileSync(path.join(cwd, 'fit.tex'), 'utf8')).toMatch(/^\\begin\{tabular\}\{lrrr\}/);
  });

  it.each([
    ['a file that is not there', ['y ~ x', '--data', 'none.csv', '--model', 'logit'], 'none.csv: no such file.'],
    ['a file of another kind', ['y ~ x', '--data', 'notes.txt', '--model', 'logit'], 'notes.txt: data are read from .csv, .tsv, .parquet or .dta files.'],
    ['a column that is not there', ['war ~ X', '--data', 'disputes.csv', '--model', 'logit'], "disputes.csv: has no column 'X'."],
    ['a formula cut short', ['war ~ x +', '--data', 'disputes.csv', '--model', 'logit'], 'a column is expected'],
    ['a subset that is none', ['war ~ x', '--data', 'disputes.csv', '--model', 'logit', '--subset', 'year >'], 'is expected'],
    ['numbers that are none', [FORMULA, '--data', 'disputes.csv', '--model', 'egame12', '--fixed-utils', '1,a'], "'a' is no number"],
    ['a cluster of nothing', ['war ~ x', '--data', 'disputes.csv', '--model', 'logit', '--cluster', 'year'], '--cluster goes with --boot'],
    ['values that are none', ['war ~ x', '--data', 'disputes.csv', '--model', 'logit', '--at', 'x'], 'expected NAME=VALUE'],
    ['a seed that is none', ['war ~ x', '--data', 'disputes.csv', '--model', 'logit', '--seed', '-1'], 'is no whole number'],
  ])('%s is refused with what to do', async (_, argv, message) => {
    const cwd = disputes();
    writeFileSync(path.join(cwd, 'notes.txt'), '');
    const { exit, out, err } = await foedus(['fit', ...argv], { cwd });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
  });
});
