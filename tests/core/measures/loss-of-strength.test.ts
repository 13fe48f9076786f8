import { describe, expect, it } from 'vitest';
import { lossOfStrength, milesOf, milesPerDay } from '../../../src/core/measures/loss-of-strength.ts';

describe('loss of strength', () => {
  // The form of Bueno de Mesquita (1981), worked by hand: log10(5000/500 + 10 - e) = 1.23758, log10(5000/250 + 10 - e) = 1.43588.
  it.each([
    [0.2, 5000, 500, 0.13645],
    [0.2, 5000, 250, 0.09917],
  ])('of %d at %d miles, %d a day, leaves %d', (c, d, m, expected) => {
    expect(lossOfStrength(c, d, m)).toBeCloseTo(expected, 5);
  });

  it("is nothing up to e days' march, and grows from there", () => {
    expect(lossOfStrength(0.2, 0, 250)).toBe(0.2);
    expect(lossOfStrength(0.2, Math.E * 250 * 0.999, 250)).toBe(0.2);
    const away = [700, 1000, 2000, 5000, 10_000].map((d) => lossOfStrength(0.2, d, 250));
    expect(away.toSorted((a, b) => b - a)).toEqual(away);
    expect(away[0]).toBeLessThan(0.2);
  });

  it('moves 250 miles a day to 1918, 375 to 1945, 500 after (Bennett and Stam 2000)', () => {
    expect([1816, 1918, 1919, 1945, 1946, 2020].map(milesPerDay)).toEqual([250, 250, 375, 375, 500, 500]);
  });

  it('takes distances in miles', () => {
    expect(milesOf(1609.344)).toBe(1000);
  });

  it.each([
    [1.5, 10, 250, /no share/],
    [0.2, -1, 250, /negative/],
    [0.2, 10, 0, /miles a day/],
    [Number.NaN, 10, 250, /no share/],
  ])('refuses %d, %d, %d', (c, d, m, message) => {
    expect(() => lossOfStrength(c, d, m)).toThrow(message);
  });
});
