import { describe, expect, it } from 'vitest';
import { normalCdf, normalDensity, scaledTail } from '../../../src/core/math/normal.ts';

describe('the normal distribution', () => {
  // Abramowitz and Stegun (1964), tables 26.1 and 26.2.
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [1.96, 0.9750021048517795],
    [-3, 0.0013498980316300946],
    [-8, 6.220960574271786e-16],
  ])('Φ(%d)', (x, p) => {
    expect(Math.abs(normalCdf(x) - p)).toBeLessThan(1e-14);
  });

  it('has a density that is the slope of its distribution function', () => {
    for (const x of [-2, -0.3, 0, 1.7]) expect((normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5).toBeCloseTo(normalDensity(x), 8);
  });

  it('has a tail without its exponential, which does not vanish', () => {
    for (const x of [0, 0.5, 3, 7, 7.1, 9, 20]) expect((scaledTail(x) * Math.exp((-x * x) / 2)) / normalCdf(-x)).toBeCloseTo(1, 7);
    // The same on either side of where the continued fraction takes over.
    expect(scaledTail(7.0710678) / scaledTail(7.0710679)).toBeCloseTo(1, 7);
    // Mills's ratio far out: (1/x)(1 − 1/x² + 3/x⁴ − 15/x⁶ + 105/x⁸).
    expect(scaledTail(50) * Math.sqrt(2 * Math.PI) * 50).toBeCloseTo(1 - 1 / 2500 + 3 / 50 ** 4 - 15 / 50 ** 6 + 105 / 50 ** 8, 12);
  });

  it('is 0 and 1 far out', () => {
    expect([normalCdf(-50), normalCdf(50)]).toEqual([0, 1]);
  });
});
