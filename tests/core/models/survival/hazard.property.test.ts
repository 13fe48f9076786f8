import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { survivalAt } from '../../../../src/core/models/survival/hazard.ts';

describe('the survival curve', () => {
  it('never rises, and is lower where every hazard is higher', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(chance, chance), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (pairs, time, later) => {
          const low = pairs.map(([a, b]) => Math.min(a, b));
          const high = pairs.map(([a, b]) => Math.max(a, b));
          expect(survivalAt(low, time + later)).toBeLessThanOrEqual(survivalAt(low, time) + 1e-12);
          expect(survivalAt(high, time)).toBeLessThanOrEqual(survivalAt(low, time) + 1e-12);
        },
      ),
    );
  });
});
