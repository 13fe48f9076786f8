import { describe, expect, it } from 'vitest';
import { inForceAndHonored } from '../../../../src/core/models/survival/in-force.ts';
import { lockedYears, lockInLoss } from '../../../../src/core/models/survival/lock-in.ts';
import { effectiveHonoring, exitCredibility, honoringUnderNotice, standingAt, type MemberPromise } from '../../../../src/core/models/survival/membership.ts';

const promise: MemberPromise = { honors: 0.8, interest: 0.2, noticeDiscount: 0.5, notice: 1, hazards: [0.1] };

describe('a member that may leave', () => {
  it('stands in good order, under notice, or outside', () => {
    expect(standingAt([0.1], 1, 0)).toEqual({ member: 1, underNotice: 0, gone: 0 });
    const { member, underNotice, gone } = standingAt([0.1], 1, 3);
    expect(member).toBeCloseTo(0.9 ** 3, 12);
    expect(underNotice).toBeCloseTo(0.9 ** 2 * 0.1, 12);
    expect(gone).toBeCloseTo(1 - 0.9 ** 2, 12);
  });

  it('is bound but discounted under notice, and moved by interest alone once out', () => {
    expect(honoringUnderNotice(promise)).toBeCloseTo(0.5, 12);
    expect(effectiveHonoring(promise, 0)).toBeCloseTo(0.8, 12);
    expect(effectiveHonoring(promise, 3)).toBeCloseTo(0.729 * 0.8 + 0.081 * 0.5 + 0.19 * 0.2, 12);
  });

  it('denounces before the duty falls due where the warning is as long as the notice', () => {
    expect(effectiveHonoring({ ...promise, warning: 0.5 }, 0)).toBeCloseTo(0.8, 12);
    expect(effectiveHonoring({ ...promise, warning: 0.5, notice: 0.25 }, 0)).toBeCloseTo(0.5, 12);
  });

  it('P(in force and honored) is the treaty alive times the member bound and coming', () => {
    const [first, second] = inForceAndHonored([0.05], promise, [0, 3]);
    expect(first).toEqual({ year: 0, inForce: 1, honored: expect.closeTo(0.8, 12) });
    expect(second?.inForce).toBeCloseTo(0.95 ** 3, 12);
    expect(second?.honored).toBeCloseTo(0.95 ** 3 * (0.729 * 0.8 + 0.081 * 0.5), 12);
  });

  it('what the right to leave costs is the sum of its causes', () => {
    const { cost, gone, underNotice, escape, foreseen, lowest } = exitCredibility({ ...promise, warning: 2 }, 10, 0.04);
    expect(gone + underNotice + escape).toBeCloseTo(cost, 12);
    expect(foreseen).toBeCloseTo(0.8 - cost, 12);
    expect(lowest).toBeCloseTo(effectiveHonoring({ ...promise, warning: 2 }, 10), 12);
  });
});

describe('lock-in', () => {
  const process = { now: -1, mean: 0, persistence: 1, shock: 0 };

  it('is the value lost in the years in which one may not be out', () => {
    expect(lockInLoss(process, 2.5, 20, 0)).toEqual({ years: 2.5, present: 2.5, yearly: 0.125 });
    expect(lockInLoss(process, 2, 20, 0.04).present).toBeCloseTo(1 + 1 / 1.04, 12);
    expect(lockInLoss({ ...process, now: 1 }, 2, 20, 0.04).present).toBe(0);
    // One year of a normal value with mean 0 and standard deviation 1 after one that was 0: 1/√(2π).
    expect(lockInLoss({ now: 0, mean: 0, persistence: 1, shock: 1 }, 2, 20, 0).present).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 12);
  });

  it('lasts to the first possible exit, and to the end of the term where nobody may leave', () => {
    expect(lockedYears({ allowed: true, earliest: 3, notice: 1 })).toBe(4);
    expect(lockedYears({ allowed: true, earliest: -30, notice: 1 })).toBe(1);
    expect(lockedYears({ allowed: true, earliest: 3, notice: 1, term: 2 })).toBe(2);
    expect(lockedYears({ allowed: false, earliest: 0, notice: 1, term: 8 })).toBe(8);
    expect(lockedYears({ allowed: false, earliest: 0, notice: 1 })).toBe(Infinity);
  });
});
