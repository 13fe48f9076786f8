import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elements, parseXml } from '../support/xml.ts';
import { foedus } from './harness.ts';
import { madeUpStore } from './made-up-store.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await madeUpStore();
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const network = async (...argv: readonly string[]) => foedus(['network', '--workspace', 'world', ...argv], { cwd });

describe('foedus network', () => {
  it('of a year: pairs, measures, states, ties; pairs with a state outside told apart', async () => {
    const { exit, out } = await network('--year', '1845', '--json');
    expect(exit).toBe(0);
    const found = JSON.parse(out);
    expect(found).toMatchObject({
      year: 1845,
      obligation: 'defense',
      seed: 1,
      pairs: { in_data: 3, one_way: 2, among_members: 2, with_outsiders: 1 },
      measures: { nodes: 4, edges: 2, one_way: 1, density: 1 / 3, components: 2, isolates: 1, degree_distribution: [1, 2, 1], transitivity: 0 },
      ties: [
        { ccode1: 901, ccode2: 902, ccode1_owes: true, ccode2_owes: true, members: true },
        { ccode1: 902, ccode2: 903, ccode1_owes: true, ccode2_owes: false, members: true },
        { ccode1: 901, ccode2: 905, ccode1_owes: true, ccode2_owes: false, members: false },
      ],
    });
    expect(
      found.states.map(({ name, degree, in_degree, out_degree, betweenness }: Record<string, unknown>) => [name, degree, in_degree, out_degree, betweenness]),
    ).toEqual([
      ['Alfa', 1, 1, 1, 0],
      ['Bravo', 2, 1, 2, 1],
      ['Charlie & Co', 1, 1, 0, 0],
      ['Delta', 0, 0, 0, 0],
    ]);
    expect(found.notes.join('\n')).toContain('1 pair has a side outside the system in this year (905 Echo) and is no tie.');
  });

  it('shows it in words', async () => {
    const { out } = await network('--year', '1845');
    expect(out).toMatch(/^1845, defense: 3 pairs in the data, 2 one-way; 2 among the 4 members; 1 with states outside the system\n/);
    expect(out).toContain('Communities of two and more (Louvain):\n  ALF BRA CHA\n');
  });

  it('the partners of a state, with direction', async () => {
    expect((await network('--year', '1845', '--state', 'BRAVO')).out).toContain(
      'Bravo (902): 2 partners\n901  ALF  Alfa          mutual\n903  CHA  Charlie & Co  owes\n',
    );
    expect((await network('--year', '1845', '--state', '903')).out).toContain('902  BRA  Bravo  is owed\n');
    expect((await network('--year', '1845', '--state', 'ALF')).out).toContain('905  ECH  Echo   owes    outside the system\n');
  });

  it('without one state: what is lost', async () => {
    const { out } = await network('--year', '1845', '--without', 'BRAVO');
    expect(out).toContain(
      'Without Bravo (902; right column): 2 ties lost.\nLeft without a partner: Alfa, Charlie & Co.\nIts component falls into 2: Alfa | Charlie & Co.\n',
    );
    expect(out).toMatch(/^edges +2 +0$/m);
  });

  it('of years: a row each, or a row a state and year', async () => {
    const years = JSON.parse((await network('--years', '1818-1821', '--json')).out).rows;
    expect(years.map(({ year, nodes, edges, most_between }: Record<string, unknown>) => [year, nodes, edges, most_between])).toEqual([
      [1818, 5, 0, null],
      [1819, 5, 0, null],
      [1820, 5, 2, 'BRA'],
      [1821, 5, 2, 'BRA'],
    ]);
    const states = JSON.parse((await network('--years', '1820-1821', '--by', 'state', '--json')).out).rows;
    expect(states).toHaveLength(10);
    const { out, err } = await network('--years', '1829-1832', '--state', 'Echo');
    expect(out).toMatch(/^year +ccode .*\n1829 +905 .*\n1830 +905 .*\n\n/);
    expect(err).toMatch(/^4 networks: read in .* s, every measure computed in .* s\.\n$/);
  });

  it('writes what graph programs read, names escaped', async () => {
    for (const ending of ['graphml', 'gexf', 'csv', 'parquet', 'dta']) {
      await expect(network('--year', '1845', '-o', `n.${ending}`)).resolves.toMatchObject({ exit: 0 });
    }
    const read = (file: string): string => readFileSync(path.join(cwd, file), 'utf8');
    for (const file of ['n.graphml', 'n.gexf']) {
      const root = parseXml(read(file));
      expect(elements(root, 'node').map(({ attributes }) => attributes['id'])).toEqual(['901', '902', '903', '904']);
      expect(elements(root, 'edge').map(({ attributes }) => [attributes['source'], attributes['target']])).toEqual([
        ['901', '902'],
        ['902', '903'],
      ]);
    }
    expect(elements(parseXml(read('n.gexf')), 'node')[2]?.attributes['label']).toBe('Charlie & Co');
    expect(read('n.csv').split('\n', 2)[0]).toMatch(/^ccode,stateabb,name,degree,/);
  });

  it.each([
    [['--years', '1820-1821', '--without', 'ALF'], '--without goes with --year'],
    [['--year', '1845', '--without', 'ECH'], 'Echo (905) was no member of the system in 1845'],
    [['--year', '1845', '--negative', 'gml'], 'gml: directed-dyad-year is not in the store'],
    [['--year', '1845', '--seed', 'x'], "--seed: 'x' is no whole number"],
    [['--year', '1845', '--obligation', 'defence'], 'defense'],
  ])('%j: %s', async (argv, message) => {
    const { exit, err } = await network(...argv);
    expect(exit).toBe(2);
    expect(err).toContain(message);
  });
});
