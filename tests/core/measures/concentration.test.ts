import { describe, expect, it } from 'vitest';
import { concentration } from '../../../src/core/measures/concentration.ts';

describe('concentration (Ray and Singer 1973)', () => {
  it('is 0 where all are equal and 1 where one has everything', () => {
    expect(concentration([3, 3, 3, 3, 3])).toBe(0);
    expect(concentration([0, 7, 0])).toBe(1);
  });

  it('worked by hand: shares 1/2, 1/4, 1/4 give sqrt((3/8 - 1/3) / (2/3)) = 1/4', () => {
    expect(concentration([2, 1, 1])).toBeCloseTo(0.25, 12);
  });

  it('is undefined for one state and for none with any capability', () => {
    expect(concentration([5])).toBeNaN();
    expect(concentration([0, 0])).toBeNaN();
  });

  it('refuses what is no capability', () => {
    expect(() => concentration([1, -1])).toThrow(/-1/);
    expect(() => concentration([1, Infinity])).toThrow(/Infinity/);
  });
});
