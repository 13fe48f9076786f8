import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISTANCES, distanceBetween } from '../../../../src/core/measures/similarity/distance.ts';
import { cohensKappa } from '../../../../src/core/measures/similarity/kappa.ts';
import { scottsPi } from '../../../../src/core/measures/similarity/pi.ts';
import { sScore } from '../../../../src/core/measures/similarity/s.ts';
import { tauB } from '../../../../src/core/measures/similarity/tau-b.ts';

const level = fc.integer({ min: 0, max: 3 });
const pair = fc.integer({ min: 1, max: 40 }).chain((length) => {
  const portfolio = fc.array(level, { minLength: length, maxLength: length });
  const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: length, maxLength: length });
  return fc.record({ a: portfolio, b: portfolio, weights });
});

const same = (x: number, y: number, tolerance = 1e-12): void => {
  if (Number.isNaN(x) || Number.isNaN(y)) expect([x, y]).toEqual([Number.NaN, Number.NaN]);
  else expect(Math.abs(x - y)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(x)));
};

/** Tau-b as it is defined: every pair of entries looked at. */
function tauByPairs(a: readonly number[], b: readonly number[]): number {
  let [score, inA, inB] = [0, 0, 0];
  for (let k = 0; k < a.length; k++) {
    for (let l = 0; l < k; l++) {
      const x = Math.sign((a[k] ?? 0) - (a[l] ?? 0));
      const y = Math.sign((b[k] ?? 0) - (b[l] ?? 0));
      score += x * y;
      inA += x * x;
      inB += y * y;
    }
  }
  return score / Math.sqrt(inA * inB);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('any two portfolios', () => {
  it('are as similar as the same two the other way round', () => {
    fc.assert(
      fc.property(pair, ({ a, b, weights }) => {
        same(sScore(a, b, { weights }), sScore(b, a, { weights }));
        same(tauB(a, b), tauB(b, a));
        for (const distance of DISTANCES) {
          same(cohensKappa(a, b, { distance, weights }), cohensKappa(b, a, { distance, weights }), 1e-9);
          same(scottsPi(a, b, { distance, weights }), scottsPi(b, a, { distance, weights }), 1e-9);
        }
      }),
    );
  });

  it('have S from -1 to 1, and 1 of a portfolio and itself', () => {
    fc.assert(
      fc.property(pair, ({ a, b }) => {
        for (const distance of ['linear', 'squared'] as const) {
          const s = sScore(a, b, { distance });
          expect(s).toBeGreaterThanOrEqual(-1);
          expect(s).toBeLessThanOrEqual(1);
          expect(sScore(a, a, { distance })).toBe(1);
          expect(s === 1).toBe(a.every((value, k) => value === b[k]));
        }
      }),
    );
  });

  it('have the tau-b of its definition over all pairs of entries', () => {
    fc.assert(fc.property(pair, ({ a, b }) => same(tauB(a, b), tauByPairs(a, b))));
  });

  it('have kappa 1 - D/E of independent margins, and pi of the common one', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(...DISTANCES), ({ a, b }, distance) => {
        const found = mean(a.map((x, k) => distanceBetween(x, b[k] ?? 0, distance)));
        const byKappa = mean(a.flatMap((x) => b.map((y) => distanceBetween(x, y, distance))));
        const pooled = [...a, ...b];
        const byPi = mean(pooled.flatMap((x) => pooled.map((y) => distanceBetween(x, y, distance))));
        same(cohensKappa(a, b, { distance }), byKappa === 0 ? Number.NaN : 1 - found / byKappa, 1e-10);
        same(scottsPi(a, b, { distance }), byPi === 0 ? Number.NaN : 1 - found / byPi, 1e-10);
      }),
    );
  });

  it("have Lin's concordance as kappa with squared distances (Häge 2011)", () => {
    fc.assert(
      fc.property(pair, ({ a, b }) => {
        const [meanA, meanB] = [mean(a), mean(b)];
        const squares = (values: readonly number[], center: number): number => values.reduce((sum, value) => sum + (value - center) ** 2, 0);
        const apart = a.reduce((sum, x, k) => sum + (x - (b[k] ?? 0)) ** 2, 0);
        const chance = squares(a, meanA) + squares(b, meanB) + a.length * (meanA - meanB) ** 2;
        if (chance > 1e-9) same(cohensKappa(a, b), 1 - apart / chance, 1e-10);
      }),
    );
  });

  it('have pi no greater than kappa', () => {
    fc.assert(
      fc.property(pair, ({ a, b }) => {
        const [kappa, pi] = [cohensKappa(a, b), scottsPi(a, b)];
        if (!Number.isNaN(kappa)) expect(pi).toBeLessThanOrEqual(kappa + 1e-12);
      }),
    );
  });
});
