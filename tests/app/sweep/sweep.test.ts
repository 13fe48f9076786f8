import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { literal, withDuck } from '../../../src/data/duck/open.ts';
import { hashFile } from '../../../src/data/disk/hash.ts';
import { foedus, temporaryFolder, type Run } from '../../cli/harness.ts';

const DECISION = 'verb: model\nquestion:\n  name: decision\n  input: { rule: { kind: unanimity }, members: 5, mean_days: 3 }\n';
const SWEEP = `${DECISION}vary:\n  members: [2, 0, 5]\n  mean_days: { from: 1, to: 3, step: 1 }\n`;

const inFolder = (text = SWEEP): string => {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, 'sweep.yaml'), text);
  return cwd;
};
const sweep = (cwd: string, ...more: readonly string[]): Promise<Run> => foedus(['sweep', ...more], { cwd });
const resultOf = (cwd: string, folder: string): string => hashFile(path.join(cwd, folder, 'results.parquet')).sha256;

function rowsOf(file: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return withDuck(async (duck) => (await duck.runAndReadAll(`SELECT * FROM read_parquet(${literal(file)})`)).getRowObjects());
}

describe('a sweep', () => {
  it('has a row for each cell, in the order of their ids; a cell without an answer says why', async () => {
    const cwd = inFolder();
    const { exit, out, err } = await sweep(cwd, 'sweep.yaml', '-o', 'out');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain('3 cells ended with an error:\n3  input: members: Too small');
    const rows = await rowsOf(path.join(cwd, 'out', 'results.parquet'));
    expect(rows).toHaveLength(9);
    expect(Object.keys(rows[0] ?? {})).toEqual(['cell', 'seed', 'members', 'mean_days', 'error', 'expected_days', 'method']);
    const ids = rows.map(({ cell }) => String(cell));
    expect(ids).toEqual([...ids].sort());
    for (const { members, mean_days: mean, expected_days: days, error } of rows) {
      if (members === 0) expect([days, String(error)]).toEqual([null, expect.stringContaining('members')]);
      // The slowest of n with exponential delays: mean (1 + 1/2 + ... + 1/n).
      else expect(Number(days)).toBeCloseTo(Number(mean) * (members === 2 ? 1.5 : 137 / 60), 9);
    }
  });

  it('in shards, in parts of any size, and resumed, comes to the same bytes', async () => {
    const cwd = inFolder();
    await sweep(cwd, 'sweep.yaml', '-o', 'whole');
    await sweep(cwd, 'sweep.yaml', '-o', 'chunks', '--chunk', '2');
    for (const shard of ['2/2', '1/2', '1/2']) expect((await sweep(cwd, 'sweep.yaml', '-o', 'shards', '--shard', shard)).exit).toBe(0);
    expect((await sweep(cwd, 'merge', 'shards')).exit).toBe(0);
    const parts = path.join(cwd, 'chunks', 'parts');
    for (const name of readdirSync(parts).slice(0, 2)) rmSync(path.join(parts, name));
    rmSync(path.join(cwd, 'chunks', 'results.parquet'));
    const resumed = await sweep(cwd, '--resume', '-o', 'chunks', '--chunk', '3', '--json');
    expect(JSON.parse(resumed.out)).toMatchObject({ cells: 9, done: 9, stopped: false, merged: { rows: 9, failed: 3 } });
    expect(JSON.parse(resumed.out).ran).toBeLessThan(9);
    expect([resultOf(cwd, 'chunks'), resultOf(cwd, 'shards')]).toEqual([resultOf(cwd, 'whole'), resultOf(cwd, 'whole')]);
  });

  it('counts a cell once that is done twice', async () => {
    const cwd = inFolder();
    await sweep(cwd, 'sweep.yaml', '-o', 'once');
    await sweep(cwd, 'sweep.yaml', '-o', 'twice', '--chunk', '4');
    const [from, to] = ['once', 'twice'].map((folder) => path.join(cwd, folder, 'parts'));
    for (const name of readdirSync(from ?? '')) writeFileSync(path.join(to ?? '', name), readFileSync(path.join(from ?? '', name)));
    const { out } = await sweep(cwd, 'merge', 'twice', '--json');
    expect(JSON.parse(out)).toMatchObject({ cells: 9, rows: 9 });
    expect(resultOf(cwd, 'twice')).toBe(resultOf(cwd, 'once'));
  });

  it('goes where -o of merge says', async () => {
    const cwd = inFolder();
    await sweep(cwd, 'sweep.yaml', '-o', 'out');
    await sweep(cwd, 'merge', 'out', '-o', 'here.parquet');
    expect(existsSync(path.join(cwd, 'here.parquet'))).toBe(true);
  });

  it('whose points fall together has each cell once', async () => {
    const cwd = inFolder(`${DECISION}vary: { members: [2, 3] }\ndesign: lhs\nn: 10\n`);
    const { out } = await sweep(cwd, 'sweep.yaml', '-o', 'out');
    expect(out).toContain('10 points of the design fall together in 2 cells.');
  });

  it('assesses as foedus assess does', async () => {
    const cwd = temporaryFolder();
    const asked = ['us-japan-1960', '--date', '2025-06-01', '--contingency', 'china-japan-senkaku', '--draws', '20', '--seed', '4'];
    const set = ['join.kappa=0.5', 'exit.notice=P6M'];
    await sweep(cwd, 'assess', ...asked, '--vary', `${set[0] ?? ''},1`, '--vary', `${set[1] ?? ''},P1Y`, '-o', 'out');
    const alone = await foedus(['assess', ...asked, ...set.flatMap((one) => ['--set', one]), '--json'], { cwd });
    const { balance } = JSON.parse(alone.out);
    const row = (await rowsOf(path.join(cwd, 'out', 'results.parquet'))).find((one) => one['join.kappa'] === 0.5 && one['exit.notice'] === 'P6M');
    const japan = balance.find(({ state }: { readonly state: string }) => state === 'JPN');
    expect(row?.['honors:JPN'] ?? null).toBe(japan.honors?.with.value ?? null);
    expect(Number(row?.['net:JPN'])).toBeCloseTo(japan.net.value, 12);
    expect(Number(row?.['net:JPN.low'])).toBeCloseTo(japan.net.low, 9);
    expect(Number(row?.['net:JPN.high'])).toBeCloseTo(japan.net.high, 9);
  });
});

describe('what is no sweep is said in a line, without a trace of the program', () => {
  it.each<[readonly string[], string]>([
    [['sweep.yaml'], 'name the folder of the results: -o DIR.'],
    [['--resume', '-o', 'out'], 'out: holds no sweep to resume.'],
    [['merge'], "name the sweep's folder: 'foedus sweep merge DIR'."],
    [['merge', 'out'], "out: holds no sweep; name the folder that 'foedus sweep ... -o DIR' made."],
    [['status', 'out'], 'out: holds no sweep'],
    [['none.yaml', '-o', 'out'], 'none.yaml: no such file.'],
    [['asses', 'nato', '-o', 'out'], "'asses' cannot be swept. Did you mean assess?"],
    [['assess', 'natto', '-o', 'out'], "there is no treaty 'natto'. Did you mean"],
    [['assess', 'us-japan-1960', '--vary', 'join.kapa=1,2', '-o', 'out'], "there is no parameter 'join.kapa'"],
    [['assess', 'us-japan-1960', '--vary', 'exit.notic=P1Y', '-o', 'out'], "exit.notic: there is no 'notic' in exit"],
    [['assess', 'nato', '--vary', 'as=pakt', '-o', 'out'], "vary: 'pakt' is no form"],
    [['assess', 'nato', '--vary', 'without=XXX', '-o', 'out'], 'vary: without:'],
    [['assess', 'us-japan-1960', '--contingency', 'china-japan-senkaku', '--answer', 'net', '-o', 'out'], "there is no answer 'net'"],
    [['assess', 'us-japan-1960', '--draws', '1', '--vary', 'occasions=1,2', '-o', 'out'], 'occasions moves the central values; vary it with no draws.'],
    [['model', 'decision', '--date', '2025-06-01', '-o', 'out'], 'the question of model'],
    [['sweep.yaml', '--repeat', '2', '-o', 'out'], 'repeat: model draws nothing'],
    [['sweep.yaml', '--design', 'lhs', '-o', 'out'], 'design: the design lhs needs n'],
    [['sweep.yaml', '--vary', 'rule.kind.x=1,2', '-o', 'out'], 'vary: rule.kind.x: "unanimity" has no \'x\''],
    [['sweep.yaml', '--shard', '3/2', '-o', 'out'], "--shard: '3/2' is no part of a whole"],
    [['sweep.yaml', '--shard', '1/2', '--queue', 'redis://x', '-o', 'out'], '--queue and --shard do not go together'],
    [['sweep.yaml', '--queue', 'http://x', '-o', 'out'], "'http://x' is no address of a queue; write redis://host:port."],
    [['sweep.yaml', '--queue', 'redis://me:secret@127.0.0.1:1', '-o', 'out'], 'no Redis at redis://127.0.0.1:1: nobody listens there.'],
    [['sweep.yaml', '--threads', '0', '-o', 'out'], '--threads: must be 1 or more.'],
    [['sleep', '--vary', 'ms=a,b', '-o', 'out'], 'vary: ms takes numbers.'],
    [['sleep', '--vary', 'sec=1,2', '-o', 'out'], "vary: sleep has no 'sec'; it has ms."],
  ])('%j', async (argv, message) => {
    const { exit, err } = await sweep(inFolder(), ...argv);
    expect(exit).toBe(2);
    expect(err).toContain(`foedus: ${message}`);
    expect(err).not.toMatch(/\n\s+at |secret/);
  });

  it.each([
    ['verb: model\nvari: {}\n', 'sweep.yaml:2:1: Unrecognized key: "vari"'],
    ['verb: model\nvary: { x: { from: 1 } }\n', 'sweep.yaml:2:12: vary.x'],
    ['verb: model\ndesign: cube\n', 'sweep.yaml:2:9: design'],
  ])('%j', async (text, message) => {
    const { exit, err } = await sweep(inFolder(text), 'sweep.yaml', '-o', 'out');
    expect([exit, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it('a folder that holds this sweep, or another, or a damaged or a newer one', async () => {
    const cwd = inFolder();
    await sweep(cwd, 'sweep.yaml', '-o', 'out');
    expect((await sweep(cwd, 'sweep.yaml', '-o', 'out')).err).toContain('out: holds this sweep already; add --resume');
    expect((await sweep(cwd, 'sweep.yaml', '--vary', 'members=7', '-o', 'out')).err).toContain('out: holds another sweep, of model');
    const manifest = path.join(cwd, 'out', 'sweep.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace('"format": 1', '"format": 2'));
    expect((await sweep(cwd, 'merge', 'out')).err).toContain('this sweep is of format 2, newer than foedus');
    writeFileSync(manifest, text.replace(/"facts": "\w+"/, '"facts": "other"'));
    expect((await sweep(cwd, '--resume', '-o', 'out')).err).toContain('out: this sweep was started with facts other; here is facts');
    writeFileSync(manifest, text.slice(0, 40));
    expect((await sweep(cwd, '--resume', '-o', 'out')).err).toContain('its sweep.json is damaged');
  });

  it('a part that is damaged', async () => {
    const cwd = inFolder();
    await sweep(cwd, 'sweep.yaml', '-o', 'out');
    const [name = ''] = readdirSync(path.join(cwd, 'out', 'parts'));
    writeFileSync(path.join(cwd, 'out', 'parts', name), '{"id": "x"');
    expect((await sweep(cwd, 'merge', 'out')).err).toContain(`${name}: this part is damaged; delete it and resume the sweep.`);
  });
});
