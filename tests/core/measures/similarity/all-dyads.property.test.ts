import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarities } from '../../../../src/core/measures/similarity/all-dyads.ts';
import { cohensKappa } from '../../../../src/core/measures/similarity/kappa.ts';
import { scottsPi } from '../../../../src/core/measures/similarity/pi.ts';
import type { PortfolioYear } from '../../../../src/core/measures/similarity/portfolios.ts';
import { sScore } from '../../../../src/core/measures/similarity/s.ts';
import { tauB } from '../../../../src/core/measures/similarity/tau-b.ts';

/** A year of made-up pledges, sparse or dense; with or without the own entries of the real ones. */
const world = fc
  .record({ size: fc.integer({ min: 0, max: 12 }), zeros: fc.integer({ min: 0, max: 12 }), own: fc.boolean() })
  .chain(({ size, zeros, own }) =>
    fc.record({
      levels: fc.array(fc.integer({ min: -zeros, max: 3 }), { minLength: size * size, maxLength: size * size }),
      weights: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: size, maxLength: size }),
      size: fc.constant(size),
      own: fc.constant(own),
    }),
  )
  .map(({ levels, weights, size, own }): PortfolioYear => ({
    year: 1900,
    members: Int16Array.from({ length: size }, (_, i) => 10 * (i + 1)),
    levels: Uint8Array.from(levels, (level, at) => (own && Math.floor(at / size) === at % size ? 3 : Math.max(0, level))),
    weights: Float64Array.from(weights),
    unweighted: 0,
  }));

const close = (found: number | undefined, expected: number): void => {
  if (Number.isNaN(expected)) expect(found).toBeNaN();
  else expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
};

describe('all dyads of a year from sparse rows', () => {
  it('are those of the plain measures, pair by pair', () => {
    fc.assert(
      fc.property(fc.array(world, { minLength: 1, maxLength: 3 }), (years) => {
        const found = similarities(years);
        let row = 0;
        for (const { members, levels, weights } of years) {
          const size = members.length;
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          for (let i = 0; i < size; i++) {
            for (let j = i + 1; j < size; j++) {
              const [a, b] = [levels.subarray(i * size, (i + 1) * size), levels.subarray(j * size, (j + 1) * size)];
              expect([found.ccode1[row], found.ccode2[row], found.year[row]]).toEqual([members[i], members[j], 1900]);
              close(found.s[row], sScore(a, b));
              // Weights that vanish beside rounding leave nothing to compare.
              if (total > 1e-3 || total === 0) close(found.sWeighted[row], sScore(a, b, { weights }));
              close(found.tauB[row], tauB(a, b));
              close(found.kappa[row], cohensKappa(a, b));
              close(found.pi[row], scottsPi(a, b));
              row += 1;
            }
          }
        }
        expect(found.rows).toBe(row);
      }),
      { numRuns: 300 },
    );
  });
});
