import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionValues } from '../../../../src/core/models/survival/option-value.ts';

describe('rights of a member', () => {
  const value = fc.double({ min: -2, max: 2, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const processes = fc.record({ now: value, mean: value, persistence: share, shock: share });
  const year = fc.integer({ min: 0, max: 8 });
  const exit = fc.record({ kind: fc.constant('exit' as const), earliest: year, notice: fc.double({ min: 0, max: 3, noNaN: true }), penalty: share });
  const reviews = fc.record({
    kind: fc.constant('review' as const),
    first: year,
    every: fc.integer({ min: 1, max: 5 }),
    success: share,
    floor: value,
    cost: share,
  });
  const rights = fc.array(fc.oneof(exit, reviews), { maxLength: 3 });
  const small = { horizon: 10, rate: 0.04, points: 41 };

  it('an option is never worth less than nothing, and a longer menu never less than a shorter one', () => {
    fc.assert(
      fc.property(processes, rights, fc.oneof(exit, reviews), (given, menu, more) => {
        const { option, rights: each } = optionValues(given, menu, small);
        expect(option).toBeGreaterThanOrEqual(0);
        for (const { alone, added } of each) expect(Math.min(alone, added)).toBeGreaterThanOrEqual(0);
        expect(optionValues(given, [...menu, more], small).option).toBeGreaterThanOrEqual(option);
      }),
      { numRuns: 80 },
    );
  });

  it('a shorter notice in whole years, or a smaller penalty, is never worth less', () => {
    fc.assert(
      fc.property(processes, exit, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), (given, right, notice, longer) => {
        const worth = (terms: Partial<typeof right>): number => optionValues(given, [{ ...right, notice, ...terms }], small).option;
        expect(worth({})).toBeGreaterThanOrEqual(worth({ notice: notice + longer }) - 1e-9);
        expect(worth({ penalty: 0 })).toBeGreaterThanOrEqual(worth({}) - 1e-9);
      }),
      { numRuns: 80 },
    );
  });

  it('chances of being out rise over the years and never pass those of having given notice', () => {
    fc.assert(
      fc.property(processes, rights, (given, menu) => {
        const { leaves } = optionValues(given, menu, small);
        leaves.forEach(({ noticed, out }, i) => {
          expect(out).toBeLessThanOrEqual(noticed + 1e-12);
          expect(noticed).toBeLessThanOrEqual(1 + 1e-9);
          expect(out).toBeGreaterThanOrEqual((leaves[i - 1]?.out ?? 0) - 1e-12);
        });
      }),
      { numRuns: 60 },
    );
  });
});
