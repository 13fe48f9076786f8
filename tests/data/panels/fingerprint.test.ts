import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NumberColumn } from '../../../src/core/table/column.ts';
import { isMissing } from '../../../src/core/table/column.ts';
import { numberColumn } from '../../../src/core/table/table.ts';
import { buildPanelFrom, type Panel } from '../../../src/data/panels/build.ts';
import { storeTables } from '../../../src/data/panels/tables/store-tables.ts';
import { withStore } from '../../../src/data/store/store.ts';
import { dataDir } from '../../support/data.ts';
import { describeWithStore } from '../../support/store.ts';
import { listed } from './world.ts';

interface Print {
  readonly n: number;
  readonly na: number;
  readonly sum: number;
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  readonly wsum: number;
}

/** Count, sums and extremes of a column; `wsum` weighs each value by its row's number from 1, modulo 1009. */
function printOf(column: NumberColumn): Print {
  let [n, sum, wsum, min, max] = [0, 0, 0, Infinity, -Infinity];
  const { values } = column;
  values.forEach((value, row) => {
    if (isMissing(column, row)) return;
    n++;
    sum += value;
    wsum += value * ((row + 1) % 1009);
    min = Math.min(min, value);
    max = Math.max(max, value);
  });
  const mean = sum / n;
  let squares = 0;
  values.forEach((value, row) => {
    if (!isMissing(column, row)) squares += (value - mean) ** 2;
  });
  return { n, na: values.length - n, sum, mean, sd: Math.sqrt(squares / (n - 1)), min, max, wsum };
}

const build = (folder: string, first: number, last: number, add: readonly string[]): Promise<Panel> =>
  withStore(folder, (store) => buildPanelFrom(storeTables(store), { unit: 'directed-dyad-year', years: { first, last }, add }, []));

const reference = ((): string | undefined => {
  const folder = dataDir();
  const file = folder === undefined ? undefined : path.join(folder, '..', 'reference', 'panel-fingerprint.json');
  return file !== undefined && existsSync(file) ? file : undefined;
})();

/** With the store; and the reference beside the data folder, loudly left out where it is not there. */
function describeWithReference(name: string, needed: readonly string[], tests: (folder: string, file: string) => void): void {
  if (reference !== undefined) {
    describeWithStore(name, needed, (folder) => tests(folder, reference));
    return;
  }
  const message = `NOT RUN: "${name}" needs panel-fingerprint.json in ../reference beside the folder that FOEDUS_DATA names`;
  if (process.env['CI'] === 'true') {
    it(name, () => {
      throw new Error(message);
    });
    return;
  }
  console.warn(message);
  describe.skip(name, () => it(message, () => undefined));
}

describeWithReference("peacesciencer's panel of directed dyad-years 1816 to 2025", ['cow-states', 'gml', 'atop', 'nmc', 'contiguity'], (folder, file) => {
  const expected: { readonly rows: number; readonly columns: Readonly<Record<string, Print>> } = JSON.parse(readFileSync(file, 'utf8'));
  let panel: Panel;
  beforeAll(async () => {
    panel = await build(folder, 1816, 2025, ['gml', 'atop', 'nmc', 'contiguity', 'peace-years']);
  }, 60_000);

  it('has its rows', () => {
    expect(panel.table.rows).toBe(expected.rows);
  });

  it.each(Object.entries(expected.columns))('has its %s', (name, print) => {
    const found = printOf(numberColumn(panel.table, name));
    expect([found.n, found.na, found.min, found.max]).toEqual([print.n, print.na, print.min, print.max]);
    for (const part of ['sum', 'mean', 'sd', 'wsum'] as const) expect(Math.abs(found[part] / print[part] - 1)).toBeLessThan(1e-9);
  });

  it('keeps the members of 2016 in later years, and says so', () => {
    expect(panel.audit[0]?.notes).toEqual(['195 members on 2016-12-31, the last day of the list, are taken to stay members to 2025']);
  });
});

describeWithStore(
  'directed dyad-years 1816 to 2016',
  ['cow-states', 'atop', 'nmc', 'contiguity', 'gml', 'majors', 'distance', 'polity', 'rivalry'],
  (folder) => {
    const add = ['atop', 'nmc', 'contiguity', 'gml', 'majors', 'distance', 'polity', 'rivalry', 'peace-years'];

    it('are 1,912,290, with an audit that adds up', async () => {
      const panel = await build(folder, 1816, 2016, add);
      expect(panel.table.rows).toBe(1_912_290);
      expect(panel.audit.map(({ source }) => source)).toEqual(['cow-states', ...add.slice(0, -1)]);
      for (const { rows, matched, dropped, duplicated } of panel.audit) expect(matched + dropped + duplicated).toBe(rows);
    }, 60_000);

    it('attach 25 defense rows of 1914 and report 2 unmatched', async () => {
      const { audit } = await build(folder, 1914, 1914, ['atop']);
      const atop = audit.find(({ source }) => source === 'atop');
      expect(atop?.events?.['atop_defense']?.['1914']).toEqual({ matched: 25, dropped: 2, duplicated: 0 });
    });

    it('are missing, not zero, in 2017 where a source ends in 2016', async () => {
      const panel = await build(folder, 2016, 2017, ['contiguity', 'majors']);
      const missing = (year: number) =>
        listed(panel, 'year', 'conttype', 'cowmaj1').filter(([one, type, major]) => one === year && type === null && major === null).length;
      expect([missing(2016), missing(2017)]).toEqual([0, panel.table.rows / 2]);
    });

    it('have what the United States owe Japan, and Japan does not owe back (ATOP: an asymmetric treaty)', async () => {
      const panel = await build(folder, 1990, 1990, ['atop']);
      const between = listed(panel, 'ccode1', 'ccode2', 'atop_defense').filter(([a, b]) => (a === 2 && b === 740) || (a === 740 && b === 2));
      expect(between).toEqual([
        [2, 740, 1],
        [740, 2, 0],
      ]);
    });
  },
);
