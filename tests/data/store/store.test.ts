import { expect, it } from 'vitest';
import { withStore } from '../../../src/data/store/store.ts';
import { describeWithStore } from '../../support/store.ts';

describeWithStore('the store of the data at hand', ['nmc'], (folder) => {
  it('holds the capabilities, sorted by state and year', async () => {
    await withStore(folder, async (store) => {
      const table = await store.read('nmc', 'state-year', ['ccode', 'year', 'cinc']);
      expect(table.rows).toBe(17_121);
      expect(table.columns.map(({ values }) => values[0])).toEqual([2, 1816, expect.any(Number)]);
    });
  });
});
