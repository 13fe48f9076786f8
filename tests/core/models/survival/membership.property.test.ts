import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inForceAndHonored } from '../../../../src/core/models/survival/in-force.ts';
import { lockedYears, lockInLoss } from '../../../../src/core/models/survival/lock-in.ts';
import { exitCredibility } from '../../../../src/core/models/survival/membership.ts';

describe('a shorter notice', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  const years = fc.double({ min: 0, max: 10, noNaN: true });

  it('never raises credibility', () => {
    fc.assert(
      fc.property(
        chance,
        chance,
        chance,
        years,
        years,
        fc.option(years, { nil: undefined }),
        fc.array(chance, { minLength: 1, maxLength: 6 }),
        (a, b, noticeDiscount, c, d, warning, hazards) => {
          const base = { honors: Math.max(a, b), interest: Math.min(a, b), noticeDiscount, hazards, ...(warning !== undefined && { warning }) };
          const [short, long] = [Math.min(c, d), Math.max(c, d)].map((notice) => ({ ...base, notice }));
          if (short === undefined || long === undefined) return;
          const [less, more] = [exitCredibility(short, 12, 0.04), exitCredibility(long, 12, 0.04)];
          expect(less.foreseen).toBeLessThanOrEqual(more.foreseen + 1e-12);
          expect(less.lowest).toBeLessThanOrEqual(more.lowest + 1e-12);
          expect(less.cost).toBeGreaterThanOrEqual(-1e-12);
          for (const [i, { honored }] of inForceAndHonored([0.04], short).entries()) {
            expect(honored).toBeLessThanOrEqual((inForceAndHonored([0.04], long)[i]?.honored ?? Number.NaN) + 1e-12);
          }
        },
      ),
    );
  });

  it('never raises the lock-in loss', () => {
    const value = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(value, value, chance, chance, years, years, (now, mean, persistence, shock, a, b) => {
        const process = { now, mean, persistence, shock };
        const [short, long] = [Math.min(a, b), Math.max(a, b)].map((notice) =>
          lockInLoss(process, lockedYears({ allowed: true, earliest: 2, notice }), 15, 0.04),
        );
        expect(short?.present).toBeLessThanOrEqual((long?.present ?? Number.NaN) + 1e-12);
        expect(short?.present).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
