import { describe, expect, it } from 'vitest';
import { readCapabilities, readRecord } from '../../src/app/dyads/read-record.ts';
import { loadCatalog } from '../../src/app/load-catalog.ts';
import { similarityOf } from '../../src/app/similarity.ts';
import { usingStore } from '../../src/app/with-store.ts';
import { portfoliosOf } from '../../src/core/measures/similarity/portfolios.ts';
import { sScore } from '../../src/core/measures/similarity/s.ts';
import { rowsOf } from '../../src/core/table/table.ts';
import { describeWithReference } from '../support/reference.ts';
import { describeWithStore } from '../support/store.ts';

interface Reference {
  readonly values: Readonly<Record<string, { readonly n_states: number; readonly dyads: readonly Readonly<Record<string, number>>[] }>>;
}

const SOURCES = ['atop', 'cow-states', 'nmc'];

/** Names of the reference, and ours. */
const MEASURES = [
  ['S_unweighted', 's'],
  ['S_cinc_weighted', 's_weighted'],
  ['tau_b', 'tau_b'],
  ['cohen_kappa', 'kappa'],
  ['scott_pi', 'pi'],
] as const;

describeWithStore('similarity of the record', SOURCES, (folder) => {
  describeWithReference<Reference>('against R', 'similarity-1914-1939.json', ({ values }) => {
    it.each(Object.entries(values))('%s: every dyad to 1e-12', async (year, { n_states: states, dyads }) => {
      const { table } = await similarityOf(folder, { years: [Number(year), Number(year)] }, loadCatalog);
      expect(table.rows).toBe((states * (states - 1)) / 2);
      const found = new Map(rowsOf(table).map((row) => [`${row['ccode1']} ${row['ccode2']}`, row]));
      for (const dyad of dyads) {
        const [a = 0, b = 0] = [dyad['ccode1'], dyad['ccode2']];
        const row = found.get(`${Math.min(a, b)} ${Math.max(a, b)}`);
        for (const [theirs, ours] of MEASURES)
          expect(Math.abs(Number(row?.[ours]) - (dyad[theirs] ?? Number.NaN)), `${a}-${b} ${ours}`).toBeLessThanOrEqual(1e-12);
      }
    });
  });

  describeWithReference<Reference>('S squared against R', 'similarity-1914-1939.json', ({ values }) => {
    it.each(Object.entries(values))('%s: every dyad to 1e-12', async (text, { dyads }) => {
      const year = Number(text);
      const { members, levels } = await usingStore(folder, async (store) => {
        const { members: system, pledges } = await readRecord(store);
        return portfoliosOf(year, system, pledges, await readCapabilities(store));
      });
      const rowOf = (ccode: number | undefined): Uint8Array => levels.subarray(members.indexOf(ccode ?? 0) * members.length).subarray(0, members.length);
      for (const { ccode1, ccode2, S_squared: theirs } of dyads) {
        expect(Math.abs(sScore(rowOf(ccode1), rowOf(ccode2), { distance: 'squared' }) - (theirs ?? Number.NaN)), `${ccode1}-${ccode2}`).toBeLessThanOrEqual(
          1e-12,
        );
      }
    });
  });

  it('all dyads of 1816 to 2018 are 994,005, each once, none undefined', async () => {
    const { table, computed, notes } = await similarityOf(folder, { years: [1816, 2018] }, loadCatalog);
    expect([table.rows, computed.pairs]).toEqual([994_005, 994_005]);
    for (const column of table.columns.slice(3))
      expect(
        column.values.every((value) => value >= -1 - 1e-9 && value <= 1 + 1e-9),
        column.name,
      ).toBe(true);
    expect(notes.join(' ')).toMatch(/stay members/);
  });

  it('one state, two states, codes of the year', async () => {
    const one = await similarityOf(folder, { years: [1914, 1914], state: 'AUH', codes: 'iso3' }, loadCatalog);
    expect(one.table.rows).toBe(44);
    expect(rowsOf(one.table).map((row) => row['iso3c1'] === 'AUH' || row['iso3c2'] === 'AUH')).not.toContain(false);
    const two = await similarityOf(folder, { years: [1910, 1914], state: 'Germany', with: '300' }, loadCatalog);
    expect(rowsOf(two.table).map(({ ccode1, ccode2, year }) => [ccode1, ccode2, year])).toEqual([1910, 1911, 1912, 1913, 1914].map((year) => [255, 300, year]));
    const gw = await similarityOf(folder, { years: [1990, 1990], state: '678', with: '260', codes: 'gw' }, loadCatalog);
    expect(rowsOf(gw.table).map(({ gwcode1, gwcode2 }) => [gwcode1, gwcode2])).toEqual([[260, 678]]);
  });

  it('years that the record does not cover are refused, or left out and told', async () => {
    await expect(similarityOf(folder, { years: [2020, 2020] }, loadCatalog)).rejects.toThrow('cover 1816 to 2018');
    const { years, notes } = await similarityOf(folder, { years: [2017, 2025], state: 'USA', with: 'CAN' }, loadCatalog);
    expect(years).toEqual([2017, 2018]);
    expect(notes.join(' ')).toContain('The record covers 2017 to 2018 of the years asked for');
  });

  it('a state nobody knows is refused with the nearest one', async () => {
    await expect(similarityOf(folder, { years: [1914, 1914], state: 'GER' }, loadCatalog)).rejects.toThrow('DEU (Germany)');
    await expect(similarityOf(folder, { years: [1914, 1914], state: '999' }, loadCatalog)).rejects.toThrow('--state: 999');
    await expect(similarityOf(folder, { years: [1850, 1850], state: 'UKR' }, loadCatalog)).rejects.toThrow('Ukraine (369) was no member of the system in 1850');
  });
});

describe('without a store', () => {
  it('says which source is missing and how to get it', async () => {
    await expect(similarityOf('/nowhere/at/all', { years: [1914, 1914] }, loadCatalog)).rejects.toThrow(/atop: directed-dyad-year is not in the store/);
  });
});
