import { describe, expect, it } from 'vitest';
import { cohensKappa } from '../../../../src/core/measures/similarity/kappa.ts';
import { scottsPi } from '../../../../src/core/measures/similarity/pi.ts';
import { sScore } from '../../../../src/core/measures/similarity/s.ts';
import { tauB } from '../../../../src/core/measures/similarity/tau-b.ts';

/** Signorino and Ritter (1999), Table 6: two portfolios over 20 states, and the states' capability shares. */
const A = [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0];
const B = [0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const WEIGHTS = [0.25, 0.21, 0.2, 0.08, 0.08, 0.05, 0.03, 0.03, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0, 0, 0, 0, 0, 0];

describe("Signorino and Ritter's Table 6", () => {
  it.each([
    ['S', sScore(A, B), 0.4, 1e-12],
    ['S weighted by capability', sScore(A, B, { weights: WEIGHTS }), -0.46, 1e-12],
    ['tau-b', tauB(A, B), 0.03032, 5e-6],
    ['kappa, squared distances', cohensKappa(A, B), -0.07759, 5e-6],
    ['pi, nominal', scottsPi(A, B, { distance: 'nominal' }), -0.04478, 5e-6],
  ])('%s', (_, found, published, tolerance) => {
    expect(Math.abs(found - published)).toBeLessThanOrEqual(tolerance);
  });
});

/** J. Cohen (1960): 200 patients sorted by two judges into three classes; kappa .492 in print. */
function judges(): { readonly a: readonly number[]; readonly b: readonly number[] } {
  const counts = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ];
  const a: number[] = [];
  const b: number[] = [];
  counts.forEach((row, x) =>
    row.forEach((count, y) => {
      for (let n = 0; n < count; n++) {
        a.push(x);
        b.push(y);
      }
    }),
  );
  return { a, b };
}

describe('chance-corrected agreement', () => {
  it("nominal kappa is Cohen's", () => {
    const { a, b } = judges();
    expect(cohensKappa(a, b, { distance: 'nominal' })).toBeCloseTo(0.4915, 4);
  });

  it('of two categories is the same at every distance', () => {
    const [x, y] = [
      [0, 1, 1, 0, 1, 0, 0],
      [0, 1, 0, 0, 1, 1, 0],
    ];
    for (const measure of [cohensKappa, scottsPi]) {
      const nominal = measure(x, y, { distance: 'nominal' });
      expect(measure(x, y, { distance: 'linear' })).toBeCloseTo(nominal, 14);
      expect(measure(x, y, { distance: 'squared' })).toBeCloseTo(nominal, 14);
    }
  });

  it('linear kappa by hand: D = 3/4; E = 14/16 of margins (2/4, 1/4, 1/4) and (1/4, 2/4, 1/4)', () => {
    expect(cohensKappa([0, 0, 1, 2], [0, 1, 2, 1], { distance: 'linear' })).toBeCloseTo(1 - 3 / 4 / (14 / 16), 14);
  });

  it('whole weights are entries repeated', () => {
    const [a, b, weights] = [
      [0, 1, 3, 2],
      [1, 1, 0, 2],
      [1, 3, 2, 1],
    ];
    const repeat = (values: readonly number[]): number[] => values.flatMap((value, k) => Array.from({ length: weights[k] ?? 0 }, () => value));
    for (const distance of ['nominal', 'linear', 'squared'] as const) {
      expect(cohensKappa(a, b, { distance, weights })).toBeCloseTo(cohensKappa(repeat(a), repeat(b), { distance }), 14);
      expect(scottsPi(a, b, { distance, weights })).toBeCloseTo(scottsPi(repeat(a), repeat(b), { distance }), 14);
    }
    expect(sScore(a, b, { weights })).toBeCloseTo(sScore(repeat(a), repeat(b)), 14);
  });
});

describe('where a measure is undefined', () => {
  it.each([
    ['tau-b of a constant portfolio', tauB([1, 1, 1], [0, 1, 2])],
    ['kappa of two portfolios of one value', cohensKappa([2, 2], [2, 2])],
    ['pi of two portfolios of one value', scottsPi([2, 2], [2, 2])],
    ['S with no weight', sScore([1, 2], [2, 1], { weights: [0, 0] })],
    ['S of nothing', sScore([], [])],
  ])('%s is NaN', (_, value) => {
    expect(value).toBeNaN();
  });

  it('two constant portfolios of different values agree as chance would have it', () => {
    expect(cohensKappa([1, 1], [3, 3])).toBe(0);
    expect(scottsPi([1, 1], [3, 3])).toBe(-1);
  });
});

describe('S', () => {
  it('is -1 at opposite ends of the scale, in either distance', () => {
    expect(sScore([0, 3, 0], [3, 0, 3])).toBe(-1);
    expect(sScore([0, 3, 0], [3, 0, 3], { distance: 'squared' })).toBe(-1);
    expect(sScore([0, 1], [1, 0], { range: 1 })).toBe(-1);
  });

  it('squared forgives small differences and not large ones', () => {
    expect(sScore([0, 0, 0], [1, 0, 0])).toBeCloseTo(1 - 2 / 9, 14);
    expect(sScore([0, 0, 0], [1, 0, 0], { distance: 'squared' })).toBeCloseTo(1 - 2 / 27, 14);
  });
});

describe('portfolios of different length', () => {
  it.each([
    ['S', () => sScore([1], [1, 2])],
    ['tau-b', () => tauB([1], [1, 2])],
    ['kappa', () => cohensKappa([1], [1, 2])],
    ['weights of pi', () => scottsPi([1, 2], [1, 2], { weights: [1] })],
    ['weights of S', () => sScore([1, 2], [1, 2], { weights: [1] })],
  ])('%s: refused', (_, compute) => {
    expect(compute).toThrow(RangeError);
  });
});
