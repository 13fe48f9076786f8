import { describe, expect, it } from 'vitest';
import { cinc, COMPONENTS, componentsKnown } from '../../../src/core/measures/cinc.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import { numberColumn } from '../../../src/core/table/table.ts';
import { withStore } from '../../../src/data/store/store.ts';
import { describeWithStore } from '../../support/store.ts';

const KINDS = { year: 'int16', milex: 'float64', milper: 'int32', irst: 'int32', pec: 'int32', tpop: 'float64', upop: 'float64' } as const;
const even = (year: number, value: number) => ({ year, milex: value, milper: value, irst: value, pec: value, tpop: value, upop: value });

describe('CINC', () => {
  it('is the mean of the shares of the year', () => {
    const table = tableFromRows(KINDS, [even(1900, 30), even(1900, 10), even(1901, 5)]);
    expect([...cinc(table)]).toEqual([0.75, 0.25, 1]);
  });

  it('leaves a missing component out of the mean and of the total, so that a year sums to more than 1', () => {
    const table = tableFromRows(KINDS, [{ ...even(1900, 30), milex: null, pec: null }, even(1900, 10)]);
    expect([...componentsKnown(table)]).toEqual([4, 6]);
    const [first = 0, second = 0] = cinc(table);
    expect(first).toBeCloseTo(0.75, 12);
    expect(second).toBeCloseTo((2 * 1 + 4 * 0.25) / 6, 12);
    expect(first + second).toBeGreaterThan(1);
  });

  it('leaves out a component that nobody has, and is undefined where a state has none at all', () => {
    const none = { milex: null, milper: null, irst: null, pec: null, tpop: null, upop: null };
    const table = tableFromRows(KINDS, [
      { ...even(1816, 3), irst: 0 },
      { ...even(1816, 1), irst: 0 },
      { year: 1816, ...none },
    ]);
    const scores = cinc(table);
    expect([scores[0], scores[1]]).toEqual([0.75, 0.25]);
    expect(scores[2]).toBeNaN();
  });

  it('names the column that is lacking', () => {
    expect(() => cinc(tableFromRows({ year: 'int16' }, []))).toThrow(/milex/);
  });
});

describeWithStore('CINC of National Material Capabilities 7.0', ['nmc'], (folder) => {
  it('agrees with the published score to 1e-6 in every state and year, complete or not', async () => {
    const table = await withStore(folder, (store) => store.read('nmc', 'state-year'));
    const published = numberColumn(table, 'cinc').values;
    const known = componentsKnown(table);
    const largest = { complete: 0, incomplete: 0 };
    let rows = 0;
    cinc(table).forEach((score, row) => {
      const which = known[row] === COMPONENTS.length ? 'complete' : 'incomplete';
      if (Number.isNaN(published[row] ?? Number.NaN)) return;
      rows += 1;
      largest[which] = Math.max(largest[which], Math.abs(score - (published[row] ?? Number.NaN)));
    });
    expect(rows).toBeGreaterThan(17_000);
    expect(largest.complete).toBeLessThan(1e-6);
    expect(largest.incomplete).toBeLessThan(1e-6);
  });
});
