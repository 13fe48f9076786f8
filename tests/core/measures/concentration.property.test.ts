import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentration } from '../../../src/core/measures/concentration.ts';

const capabilities = fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 2, maxLength: 12 });

describe('concentration', () => {
  it('lies between 0 and 1, whatever the unit and the order', () => {
    fc.assert(
      fc.property(capabilities, fc.double({ min: 0.01, max: 100, noNaN: true }), (values, unit) => {
        const value = concentration(values);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(concentration(values.map((one) => one * unit))).toBeCloseTo(value, 9);
        expect(concentration(values.toReversed())).toBeCloseTo(value, 9);
      }),
    );
  });

  it('is 0 for equal shares of any number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), fc.double({ min: 0.001, max: 1000, noNaN: true }), (n, value) => {
        expect(concentration(new Array<number>(n).fill(value))).toBeCloseTo(0, 6);
      }),
    );
  });

  it('grows where a weaker state gives to a stronger one', () => {
    fc.assert(
      fc.property(capabilities, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (values, share) => {
        const sorted = values.toSorted((a, b) => a - b);
        const [weakest = 0] = sorted;
        const given = weakest * share;
        const after = sorted.map((value, i) => (i === 0 ? value - given : i === sorted.length - 1 ? value + given : value));
        expect(concentration(after)).toBeGreaterThanOrEqual(concentration(sorted) - 1e-12);
      }),
    );
  });
});
