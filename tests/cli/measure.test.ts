import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foedus, temporaryFolder } from './harness.ts';

const folderWith = (name: string, value: unknown): string => {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, name), JSON.stringify(value));
  return cwd;
};

async function rowsOf(argv: readonly string[], cwd?: string): Promise<readonly unknown[]> {
  const { exit, out, err } = await foedus(['measure', ...argv, '--json'], cwd === undefined ? {} : { cwd });
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  const { rows }: { rows: readonly unknown[] } = JSON.parse(out);
  return rows;
}

describe('foedus measure', () => {
  it('alone lists the measures', async () => {
    const { out } = await foedus(['measure']);
    expect(out).toMatch(/^cinc +Composite Index/m);
    expect(out.trim().split('\n')).toHaveLength(11);
  });

  it('prints rows and notes as JSON, nothing else', async () => {
    const { out } = await foedus(['measure', 'concentration', '--weights', '2,1,1', '--json']);
    expect(Object.keys(JSON.parse(out))).toEqual(['rows', 'notes']);
    expect(JSON.parse(out)).toMatchObject({ rows: [{ states: 3, concentration: expect.closeTo(0.25, 12) }] });
  });

  it('writes Stata and Parquet', async () => {
    const cwd = temporaryFolder();
    for (const file of ['power.dta', 'power.parquet']) {
      await expect(foedus(['measure', 'niou-ordeshook-rose', '--weights', '2,1', '-o', file], { cwd })).resolves.toMatchObject({ exit: 0 });
    }
    expect(readFileSync(path.join(cwd, 'power.dta'), 'latin1').slice(0, 11)).toBe('<stata_dta>');
    expect(readFileSync(path.join(cwd, 'power.parquet'), 'latin1').slice(0, 4)).toBe('PAR1');
  });

  it('writes CSV', async () => {
    const cwd = temporaryFolder();
    await expect(foedus(['measure', 'shapley-shubik', '--weights', '2,1', '--quota', '2', '-o', 'power.csv'], { cwd })).resolves.toMatchObject({ exit: 0 });
    expect(readFileSync(path.join(cwd, 'power.csv'), 'utf8')).toBe('player,weight,power,value\n1,2,1,1\n2,1,0,0\n');
  });

  it('cinc of components of one’s own', async () => {
    const state = (name: string, amount: number) => ({ state: name, milex: amount, milper: amount, irst: amount, pec: amount, tpop: amount, upop: amount });
    const cwd = folderWith('two.json', { states: [state('A', 3), { ...state('B', 1), irst: null }] });
    await expect(rowsOf(['cinc', '--input', 'two.json'], cwd)).resolves.toMatchObject([
      { state: 'A', cinc_recomputed: (5 * 0.75 + 1) / 6 },
      { state: 'B', cinc_recomputed: 0.25 },
    ]);
  });

  it('loss-of-strength over distances of one’s own', async () => {
    const cwd = folderWith('far.json', { year: 1950, distances: [{ state: 'A', capability: 0.2, miles: 5000 }] });
    const [row] = await rowsOf(['loss-of-strength', '--input', 'far.json'], cwd);
    expect(row).toMatchObject({ state: 'A', year: 1950, strength: expect.closeTo(0.13645, 5) });
  });

  it('polarity of pacts of one’s own', async () => {
    const cwd = folderWith('p.json', { states: ['A', 'B', 'C'], pacts: [['C', 'A']] });
    await expect(rowsOf(['polarity', '--input', 'p.json'], cwd)).resolves.toEqual([
      { poles: 2, powers: 3, polarity: 2 / 3, tightness: 1, between: 0, blocs: 'A C | B' },
    ]);
  });

  it('landscape of propensities of one’s own', async () => {
    const states = [3, 2, 1, 1].map((size, i) => ({ state: String(i + 1), size }));
    const propensities = [
      [1, 2, -1],
      [3, 4, -1],
      [1, 3, 1],
      [2, 4, 1],
    ].map(([a, b, propensity]) => ({ a: String(a), b: String(b), propensity }));
    const cwd = folderWith('l.json', { states, propensities });
    await expect(rowsOf(['landscape', '--input', 'l.json'], cwd)).resolves.toEqual([{ energy: -14, basin: 1, strict: true, camp1: '1 3', camp2: '2 4' }]);
  });

  it('war-stability: all networks of weights, or one of a file', async () => {
    await expect(rowsOf(['war-stability', '--weights', '1x3', '--gamma', '2'])).resolves.toEqual([{ gamma: 2, alliances: 0, network: '(empty)' }]);
    await expect(rowsOf(['war-stability', '--weights', '1x3', '--gamma', '1.9'])).resolves.toEqual([]);
    const states = ['A', 'B', 'C'].map((state) => ({ state, size: 1 }));
    const cwd = folderWith('w.json', { gamma: 1.5, states, alliances: [['A', 'B']] });
    await expect(rowsOf(['war-stability', '--input', 'w.json'], cwd)).resolves.toMatchObject([{ gamma: 1.5, stable: false, vulnerable: 'C' }]);
    await expect(rowsOf(['war-stability', '--input', 'w.json', '--gamma', '3'], cwd)).resolves.toMatchObject([{ gamma: 3, vulnerable: '', idle: 'A-B' }]);
  });

  it('voting power with vetoes, members and other ways to pass', async () => {
    const players = [
      { player: 'A', weight: 3, veto: true },
      { player: 'B', weight: 2 },
      { player: 'C', weight: 1 },
    ];
    const cwd = folderWith('v.json', { players, quota: 4, or: [{ members: 3 }] });
    const [first, ...others] = await rowsOf(['shapley-shubik', '--input', 'v.json'], cwd);
    expect(first).toMatchObject({ player: 'A', power: '2/3' });
    expect(others).toMatchObject([{ power: '1/6' }, { power: '1/6' }]);
    await expect(rowsOf(['banzhaf', '--input', 'v.json'], cwd)).resolves.toMatchObject([
      { swings: '3', absolute: '3/4', normalized: '3/5' },
      { swings: '1' },
      { swings: '1' },
    ]);
  });

  it('balancing of choices of one’s own', async () => {
    const cwd = folderWith('b.json', {
      states: ['A', 'B', 'C', 'D'],
      choices: [
        { state: 'A', partner: 'B', year: 1900 },
        { state: 'A', partner: 'C', year: 1901 },
        { state: 'A', partner: 'D', year: 1902 },
      ],
      threats: [{ state: 'A', threat: 'B' }],
      pacts: [['B', 'C']],
    });
    const rows = await rowsOf(['balancing', '--input', 'b.json'], cwd);
    expect(rows).toMatchObject([{ alignment: 'bandwagoning' }, { alignment: 'bandwagoning' }, { alignment: 'balancing' }]);
  });

  it('collective-security and niou-ordeshook-rose of weights', async () => {
    await expect(rowsOf(['collective-security', '--weights', '5,3,1,1'])).resolves.toMatchObject([
      { deterred: false },
      { deterred: true },
      { deterred: true },
      { deterred: true },
    ]);
    await expect(rowsOf(['niou-ordeshook-rose', '--weights', '16,8,6'])).resolves.toMatchObject([
      { essential: true },
      { essential: false },
      { essential: false },
    ]);
  });
});

describe('mistakes are told in one line', () => {
  it.each([
    [['landscap'], "there is no measure 'landscap'. Did you mean landscape?"],
    [['polarity', '--weights', '1,2'], 'measure polarity takes no --weights.'],
    [['concentration', '--weights', '1,x'], "--weights: 'x' is no number"],
    [['concentration', '--weights', '1,2', '--year', '1914'], '--weights and --year or --years do not go together'],
    [['concentration', '--year', '1914', '--years', '1914-1918'], '--year and --years do not go together'],
    [['shapley-shubik', '--weights', '1,2'], 'give the votes with --weights and the votes needed with --quota'],
    [['shapley-shubik', '--weights', '1.5,2', '--quota', '2'], 'weight 1.5 is not a whole number'],
    [['banzhaf', '--weights', '1,1', '--quota', '5'], 'quota 5 is not more than 0 and at most the sum of the weights, 2'],
    [['war-stability', '--weights', '1x9'], 'all networks of 9 are too many'],
    [['war-stability', '--weights', '1x3', '--gamma', '-1'], "--gamma: '-1' is not a number above 0"],
    [['landscape'], 'name one year with --year'],
    [['niou-ordeshook-rose', '--weights', '0,0'], 'no state has any resources'],
  ])('%j', async (argv, message) => {
    const { exit, err } = await foedus(['measure', ...argv]);
    expect({ exit, err }).toEqual({ exit: 2, err: expect.stringContaining(message) });
  });

  it.each([
    ['landscape', { states: [{ state: 'A', size: 1 }], propensities: [{ a: 'A', b: 'Z', propensity: 1 }] }, "'Z' is none of the states: A"],
    ['polarity', { states: ['A', 'A'], pacts: [] }, "'A' stands twice"],
    ['concentration', { states: [{ state: 'A', size: -1 }] }, 'states.0.size'],
    ['banzhaf', { players: [{ player: 'A' }] }, "needs a 'quota' of weights"],
  ])('in a file of %s', async (name, value, message) => {
    const cwd = folderWith('f.json', value);
    const { exit, err } = await foedus(['measure', name, '--input', 'f.json'], { cwd });
    expect({ exit, err }).toEqual({ exit: 2, err: expect.stringContaining(message) });
    expect(err).toContain('f.json');
  });
});
