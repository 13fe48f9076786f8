import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/core/text/nearest.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 8 });

describe('editDistance', () => {
  it('is symmetric, zero only between equals, and within the bounds the lengths set', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(editDistance(b, a)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('grows by at most one with one more letter', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom('a', 'z'), (a, b, letter) => {
        expect(Math.abs(editDistance(a + letter, b) - editDistance(a, b))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
