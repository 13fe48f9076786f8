import { describe, expect, it } from 'vitest';
import type { RatificationGate } from '../../../../src/core/models/ratification/gate.ts';
import { hardness, priceAfterRatification, stanceUnderBurden } from '../../../../src/core/models/ratification/stance.ts';

const executive: RatificationGate = { id: 'e', kind: 'executive' };
const chamber: RatificationGate = { id: 'c', kind: 'chamber', quota: { of: 'votes-cast', share: '1/2+' } };
const senate: RatificationGate = { id: 's', kind: 'chamber', quota: { of: 'present', share: '2/3' } };
const laidBefore: RatificationGate = { ...chamber, id: 'l', negative: true };

describe('stance', () => {
  it('falls where the burden is above the benefit, and only there', () => {
    expect(stanceUnderBurden(0.5, 0.2, 0.1, 0.2)).toBeCloseTo(0.5 - 0.2 * Math.log(2), 12);
    expect(stanceUnderBurden(0.5, 0.1, 0.2)).toBe(0.5);
    expect(stanceUnderBurden(-0.9, 1, 0.01, 0.5)).toBe(-1);
    expect(() => stanceUnderBurden(0, 0, 1)).toThrow(RangeError);
  });
});

describe('the audience of a promise', () => {
  it.each([
    [[executive], 0],
    [[executive, laidBefore], 0],
    [[executive, chamber], 0.5],
    [[chamber, { ...chamber, id: 'upper' }], 0.75],
    [[executive, senate], 2 / 3],
    [[{ ...chamber, quota: { of: 'votes-cast' as const, share: 'all' } }], 1],
  ])('%# gates', (gates, hard) => {
    expect(hardness(gates)).toBeCloseTo(hard, 12);
  });

  it('raises the price the harder the gates, and not where there is no promise', () => {
    expect(priceAfterRatification(2, [executive])).toBe(2);
    expect(priceAfterRatification(2, [executive, senate], 0.3)).toBeCloseTo(2.4, 12);
    expect(priceAfterRatification(0, [senate], 1)).toBe(0);
  });
});
