import { expect, it } from 'vitest';
import { convertCode } from '../../../src/core/states/codes.ts';
import { columnOf } from '../../../src/core/table/table.ts';
import { valueAt } from '../../../src/core/table/column.ts';
import { withStore } from '../../../src/data/store/store.ts';
import { catalogRegistry } from '../../support/states.ts';
import { describeWithStore } from '../../support/store.ts';

/** What the registry knows no state by: of each table that names states by names or ISO codes, the column and what is left over. */
const LEFT_OVER = [
  ['nuclear', 'state-year', 'state', 'name', ['Abkhazia', 'South Ossetia']],
  ['sipri', 'state-year', 'state', 'name', ['European Union']],
  ['nato', 'share-gdp', 'country', 'name', ['NATO Europe and Canada', 'NATO Total']],
  ['nato', 'expenditure', 'country_stanag', 'iso3', []],
  ['nato', 'members', 'iso3c', 'iso3', []],
  ['weo', 'state-year', 'iso3c', 'iso3', ['ABW', 'HKG', 'MAC', 'PRI']],
] as const;

/** Codes of groups of economies have a digit: G001. */
const GROUP = /\d/;

describeWithStore('states named without a number', ['nuclear', 'sipri', 'nato', 'weo'], (folder) => {
  it.each(LEFT_OVER)('of %s %s (%s) are in the registry', async (source, table, column, from, leftOver) => {
    const registry = catalogRegistry();
    const names = await withStore(folder, async (store) => {
      const found = columnOf(await store.read(source, table, [column]), column);
      if (found === undefined) throw new Error(`${source} ${table} has no ${column}`);
      return new Set(Array.from(found.values, (_, row) => valueAt(found, row)));
    });
    const texts = [...names].filter((name) => name !== null).map(String);
    const unknown = texts.filter((name) => convertCode(registry, name, { from, to: 'name' }).matches.length === 0);
    expect(unknown.filter((name) => !GROUP.test(name)).toSorted()).toEqual(leftOver);
  });
});
