import { expect, it } from 'vitest';
import { loadCatalog } from '../../src/app/load-catalog.ts';
import { networkOf, networksOf } from '../../src/app/network.ts';
import { describeWithReference } from '../support/reference.ts';
import { describeWithStore } from '../support/store.ts';

type Major = Readonly<Record<'ccode' | 'degree' | 'betweenness' | 'eigenvector_max1' | 'coreness' | 'pagerank', number>> &
  Readonly<Record<'closeness_igraph' | 'clustering', number | string>>;

interface Year {
  readonly year: number;
  readonly majors: readonly Major[];
  readonly degree_distribution: readonly number[];
  readonly louvain_modularity_200runs: { readonly min: number; readonly max: number };
  readonly [measure: string]: unknown;
}

/** Measures of the whole network that the reference names as we do, but for two. */
const SAME = [
  'nodes',
  'edges',
  'density',
  'transitivity',
  'triangles',
  'components',
  'largest_component',
  'isolates',
  'mean_distance_connected',
  'leading_eigenvalue',
  'second_eigenvalue',
  'assortativity_degree',
] as const;

const close = (found: number | null | undefined, expected: unknown, what: string): void => {
  if (expected === 'NaN') expect(found, what).toBeNull();
  else expect(Math.abs(Number(found) - Number(expected)), what).toBeLessThanOrEqual(1e-12);
};

describeWithStore('networks of the record', ['atop', 'cow-states', 'rivalry', 'gml'], (folder) => {
  describeWithReference<Readonly<Record<string, Year | string>>>('against igraph', 'networks-1914-1939.json', (reference) => {
    const years = Object.values(reference).filter((one) => typeof one !== 'string');

    it.each(years.map((one) => [one.year, one] as const))('%d: every measure to 1e-12', async (year, theirs) => {
      const { measures, states } = await networkOf(folder, { years: [year, year], obligation: 'defense' }, loadCatalog);
      for (const name of SAME) close(measures[name], theirs[name], name);
      close(measures.avg_local_clustering, theirs['avg_local_clustering_igraph'], 'average clustering');
      expect(measures.degree_distribution).toEqual(theirs.degree_distribution);
      for (const major of theirs.majors) {
        const ours = states.find(({ ccode }) => ccode === major.ccode);
        for (const name of ['degree', 'betweenness', 'eigenvector_max1', 'pagerank', 'clustering', 'coreness'] as const) {
          close(ours?.[name], major[name], `${major.ccode} ${name}`);
        }
        close(ours?.closeness, major.closeness_igraph, `${major.ccode} closeness`);
      }
    });

    it.each(years.map((one) => [one.year, one] as const))('%d: modularity within the range of 200 runs, from whatever seed', async (year, theirs) => {
      for (let seed = 1; seed <= 5; seed++) {
        const { measures } = await networkOf(folder, { years: [year, year], obligation: 'defense', seed }, loadCatalog);
        expect(measures.louvain_modularity).toBeGreaterThanOrEqual(theirs.louvain_modularity_200runs.min - 1e-12);
        expect(measures.louvain_modularity).toBeLessThanOrEqual(theirs.louvain_modularity_200runs.max + 1e-12);
      }
    });
  });

  it("Germany's defense partners in 1914, and the pairs of the data", async () => {
    const { pairs, partners, notes } = await networkOf(folder, { years: [1914, 1914], obligation: 'defense', state: 'DEU' }, loadCatalog);
    expect(partners?.[0]?.partners.map(({ name }) => name)).toEqual(['Austria-Hungary', 'Italy', 'Bulgaria', 'Romania', 'Turkey']);
    expect(partners?.[0]?.partners.at(-1)).toMatchObject({ ccode: 640, owes: true, owed: false, member: true });
    expect(pairs).toEqual({ in_data: 15, one_way: 3, among_members: 14, with_outsiders: 1 });
    expect(notes.join(' ')).toContain('1 pair has a side outside the system in this year (341 Montenegro) and is no tie.');
  });

  it('a pair with a state outside the system is told of among its partners', async () => {
    const { partners } = await networkOf(folder, { years: [1914, 1914], obligation: 'defense', state: '345' }, loadCatalog);
    expect(partners?.[0]?.partners.map(({ ccode, member }) => [ccode, member])).toEqual([
      [341, false],
      [350, true],
    ]);
  });

  it('partners of the United States: 21 in 1946, 42 in 1955', async () => {
    const { states } = await networksOf(folder, { years: [1946, 1955], obligation: 'defense', state: 'USA' }, loadCatalog);
    expect(states.map(({ year, degree }) => [year, degree])).toEqual([
      [1946, 21],
      [1947, 20],
      [1948, 20],
      [1949, 31],
      [1950, 31],
      [1951, 36],
      [1952, 37],
      [1953, 38],
      [1954, 41],
      [1955, 42],
    ]);
  });

  it('without one state', async () => {
    const { without } = await networkOf(folder, { years: [1939, 1939], obligation: 'defense', without: 'GBR' }, loadCatalog);
    expect(without).toMatchObject({ ccode: 200, ties_lost: 11, measures: { nodes: 64, edges: 40 } });
    await expect(networkOf(folder, { years: [1850, 1850], obligation: 'defense', without: '260' }, loadCatalog)).rejects.toThrow(
      'no member of the system in 1850',
    );
  });

  it('all years: a row each, every count in bounds', async () => {
    const { rows, years } = await networksOf(folder, { years: [1816, 2018], obligation: 'any', negative: 'gml' }, loadCatalog);
    expect([rows.length, years]).toEqual([203, [1816, 2018]]);
    for (const row of rows) {
      expect(row.components).toBeGreaterThanOrEqual(row.isolates);
      expect(row.louvain_communities).toBeGreaterThanOrEqual(row.components);
      expect(row.triads === null).toBe(row.year > 2010);
    }
  });
});
