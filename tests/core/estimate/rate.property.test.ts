import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateOf } from '../../../src/core/estimate/rate.ts';

const rows = fc.array(fc.record({ happened: fc.integer({ min: 0, max: 1 }), group: fc.integer({ min: 0, max: 8 }) }), { minLength: 2, maxLength: 60 });

describe('a rate with an interval by groups', () => {
  it('is events over rows, inside its interval, whatever the order of rows', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const of = (list: typeof all) =>
          rateOf(
            list.map(({ happened }) => happened),
            list.map(({ group }) => group),
          );
        const rate = of(all);
        expect(rate.events).toBe(all.filter(({ happened }) => happened === 1).length);
        expect(rate.value).toBe(rate.events / all.length);
        const again = of(all.toReversed());
        expect(again.value).toBe(rate.value);
        if (rate.events === 0) {
          expect(rate.low).toBeNaN();
          return;
        }
        expect(rate.low).toBeLessThanOrEqual(rate.value + 1e-12);
        expect(rate.high).toBeGreaterThanOrEqual(rate.value - 1e-12);
        expect(again.low).toBeCloseTo(rate.low, 12);
      }),
    );
  });

  it('of ways of ending that exclude each other add up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 }), (ways) => {
        const groups = ways.map((_, at) => at);
        const total = rateOf(
          ways.map((way) => (way > 0 ? 1 : 0)),
          groups,
        ).value;
        const parts = [1, 2, 3].map(
          (wanted) =>
            rateOf(
              ways.map((way) => (way === wanted ? 1 : 0)),
              groups,
            ).value,
        );
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 12);
      }),
    );
  });
});

describe('a rate worked by hand', () => {
  it('of two groups, 1 of 2 and 0 of 2', () => {
    const { value, low, high, n, events } = rateOf([1, 0, 0, 0], [1, 1, 2, 2]);
    expect([value, n, events]).toEqual([0.25, 4, 1]);
    // Residuals of the groups: 1 − .5 and 0 − .5; error of the sum √(.5 · 2/1) = 1, relative to 1 event.
    expect(low).toBeCloseTo(0.25 * Math.exp(-1.959963984540054), 12);
    expect(high).toBe(1);
  });

  it('counts the rows that are chosen', () => {
    expect(rateOf([1, 1, 0, 0], [1, 2, 3, 4], (row) => row > 0)).toMatchObject({ n: 3, events: 1 });
  });
});
