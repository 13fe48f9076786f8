import { describe, expect, it } from 'vitest';
import { decidedBy, expectedDecisionDays, type DecisionRule } from '../../../../src/core/models/response/decision-time.ts';
import { interoperabilityIndex, jaccard, jointStrength } from '../../../../src/core/models/response/interoperability.ts';
import { effectiveShare, readyBy } from '../../../../src/core/models/response/readiness.ts';

const unanimity: DecisionRule = { kind: 'unanimity' };
const twoThirds: DecisionRule = { kind: 'share', share: 2 / 3 };
const majority: DecisionRule = { kind: 'share', share: 0.5 };
const silence: DecisionRule = { kind: 'silence', deadline: 2, objects: 0.05 };

describe('days to decide', () => {
  // Harmonic numbers: H_32 = 4.0585, H_10 = 2.9290, H_15 = 3.3182.
  it.each([
    ['unanimity', unanimity, 4.058],
    ['two thirds', twoThirds, 1.13],
    ['majority', majority, 0.74],
    ['one member for all', { kind: 'hub' }, 1],
    ['nobody waits', { kind: 'none' }, 0],
  ] as const)('%s of 32 takes %d', (_name, rule, days) => {
    expect(expectedDecisionDays(rule, 32, 1)).toBeCloseTo(days, 3);
  });

  it('scale with the time one member takes', () => {
    expect(expectedDecisionDays(unanimity, 10, 3)).toBeCloseTo(3 * expectedDecisionDays(unanimity, 10, 1), 12);
  });

  it('a silence procedure costs its deadline, and all of unanimity where somebody objects', () => {
    expect(expectedDecisionDays({ kind: 'silence', deadline: 2, objects: 0 }, 32, 5)).toBe(2);
    expect(expectedDecisionDays({ kind: 'silence', deadline: 2, objects: 1 }, 32, 1)).toBeCloseTo(6.058, 3);
  });

  it.each([
    ['unanimity', unanimity],
    ['two thirds', twoThirds],
    ['majority', majority],
    ['one member', { kind: 'hub' }],
    ['silence', silence],
  ] as const)('the chance of having decided under %s grows to 1, and its mean is the expected time', (_name, rule) => {
    let mean = 0;
    let last = 0;
    const step = 0.01;
    for (let day = 0; day < 60; day += step) {
      const done = decidedBy(rule, 12, 1.5, day + step / 2);
      expect(done).toBeGreaterThanOrEqual(last - 1e-12);
      last = done;
      mean += step * (1 - done);
    }
    expect(last).toBeCloseTo(1, 6);
    expect(mean).toBeCloseTo(expectedDecisionDays(rule, 12, 1.5), 2);
  });

  it('are over at once where nobody waits', () => {
    expect(decidedBy({ kind: 'none' }, 12, 1.5, 0)).toBe(1);
  });
});

const tiers = [
  { share: 0.1, days: 5 },
  { share: 0.3, days: 30 },
  { share: 0.4, days: 180 },
];

describe('readiness', () => {
  it.each([
    [0, 0],
    [5, 0.1],
    [29, 0.1],
    [30, 0.4],
    [1000, 0.8],
  ])('by day %i a share of %d is there', (day, share) => {
    expect(readyBy(tiers, day)).toBeCloseTo(share, 12);
  });

  it('what comes after the fait accompli counts a third', () => {
    expect(effectiveShare(tiers, 30, 0)).toBeCloseTo(0.4 + 0.4 / 3, 12);
    expect(effectiveShare(tiers, 30, 1)).toBeCloseTo(0.1 + 0.7 / 3, 12);
    expect(effectiveShare(tiers, 30, 1, 1)).toBeCloseTo(0.8, 12);
  });

  it('a later order never helps', () => {
    const shares = [0, 1, 5, 26, 40].map((delay) => effectiveShare(tiers, 30, delay));
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });
});

describe('interoperability', () => {
  it('is the mean of what is known', () => {
    expect(interoperabilityIndex({ standards: 0.8, exercises: 1 })).toBeCloseTo(0.9, 12);
    expect(interoperabilityIndex({})).toBeUndefined();
  });

  it('counts families of equipment in common', () => {
    expect(jaccard(new Set(['F-16', 'Leopard 2', 'Patriot']), new Set(['F-16', 'Patriot', 'K2']))).toBeCloseTo(0.5, 12);
    expect(jaccard(new Set(), new Set())).toBe(0);
  });

  it('leaves a share φ of the strength to those who share nothing', () => {
    expect(jointStrength(10, 0)).toBeCloseTo(6, 12);
    expect(jointStrength(10, 1)).toBeCloseTo(10, 12);
    expect(jointStrength(10, 0.5, 0.2)).toBeCloseTo(6, 12);
  });
});
