import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryKernel } from '../../../src/core/estimate/binary.ts';
import { egame12 } from '../../../src/core/estimate/games/egame12.ts';
import { egame122 } from '../../../src/core/estimate/games/egame122.ts';
import { egame123 } from '../../../src/core/estimate/games/egame123.ts';
import { gameKernel } from '../../../src/core/estimate/games/game-kernel.ts';
import { ERROR_TYPES } from '../../../src/core/estimate/games/looking-ahead.ts';
import { ultimatumKernel } from '../../../src/core/estimate/games/ultimatum.ts';
import type { Kernel } from '../../../src/core/estimate/likelihood.ts';
import { LINKS } from '../../../src/core/estimate/links.ts';

const STEP = 1e-5;

/** Compares the derivatives of a row with central differences of the value and of the gradient. */
function agree(kernel: Kernel, eta: Float64Array, row: number): void {
  const k = kernel.indices;
  const [gradient, hessian, spare] = [new Float64Array(k), new Float64Array(k * k), new Float64Array(k * k)];
  kernel.at(eta, row, 2, gradient, hessian);
  const moved = (index: number, by: number): Float64Array => eta.map((value, at) => (at === index ? value + by : value));
  for (let i = 0; i < k; i++) {
    const [up, down] = [new Float64Array(k), new Float64Array(k)];
    const rise = kernel.at(moved(i, STEP), row, 1, up, spare) - kernel.at(moved(i, -STEP), row, 1, down, spare);
    expect(Math.abs(rise / (2 * STEP) - (gradient[i] ?? 0))).toBeLessThan(1e-6 * (1 + Math.abs(gradient[i] ?? 0)));
    for (let j = i; j < k; j++) {
      const second = ((up[j] ?? 0) - (down[j] ?? 0)) / (2 * STEP);
      expect(Math.abs(second - (hessian[i * k + j] ?? 0))).toBeLessThan(1e-5 * (1 + Math.abs(second)));
    }
  }
}

const indices = (count: number, size = 3): fc.Arbitrary<Float64Array> =>
  fc.array(fc.double({ min: -size, max: size, noNaN: true }), { minLength: count, maxLength: count }).map((values) => Float64Array.from(values));

const games = [egame12, egame122, egame123].flatMap((game) =>
  (['probit', 'logit'] as const).flatMap((link) =>
    ERROR_TYPES.flatMap((type) => [0, 1, game.players].map((scales) => [game.name, link, type, scales, game] as const)),
  ),
);

describe('derivatives equal differences', () => {
  it.each(games)('%s, %s, %s, %d scales', (_, link, type, scales, game) => {
    const kernel = gameKernel(
      game,
      Int32Array.from({ length: game.outcomes }, (__, outcome) => outcome),
      { link: LINKS[link], type, scales },
    );
    const eta = fc.tuple(indices(game.utilities.length), indices(scales, 0.7)).map(([utilities, logs]) => Float64Array.of(...utilities, ...logs));
    fc.assert(
      fc.property(eta, fc.nat(game.outcomes - 1), (at, outcome) => agree(kernel, at, outcome)),
      { numRuns: 25 },
    );
  });

  it.each(Object.entries(LINKS))('a single choice, %s', (_, link) => {
    const kernel = binaryKernel(Int32Array.of(0, 1), link);
    fc.assert(fc.property(indices(1, 2.5), fc.nat(1), (eta, row) => agree(kernel, eta, row)));
  });

  it.each([
    ['offers and acceptance', Int32Array.of(0, 1, 0, 1, 1)],
    ['offers alone', undefined],
  ])('the ultimatum, %s', (_, accepted) => {
    const kernel = ultimatumKernel({ offer: Float64Array.of(0, 0, 3, 5.5, 8), most: 8, ...(accepted !== undefined && { accepted }) });
    // Reservation values near the offers: far from them the log-likelihood is in the millions, and differences are all rounding.
    const eta = fc.tuple(indices(2, 3), indices(2, 0.8)).map(([[r1 = 0, r2 = 0], logs]) => Float64Array.of(2 * r1, 6 + r2, ...logs));
    fc.assert(fc.property(eta, fc.nat(4), (at, row) => agree(kernel, at, row)));
  });

  it('indices without coefficients are left alone, and the others keep their derivatives', () => {
    const options = { link: LINKS.probit, type: 'private', scales: 1 } as const;
    const some = gameKernel(egame123, Int32Array.of(3), { ...options, varying: [true, false, true, true, false, true, true, true, true] });
    const all = gameKernel(egame123, Int32Array.of(3), options);
    const eta = Float64Array.of(0.3, 0, -0.4, 0.8, 0, 0.2, -0.6, 0.5, 0.2);
    const [a, b, c, d] = [new Float64Array(9), new Float64Array(81), new Float64Array(9), new Float64Array(81)];
    expect(some.at(eta, 0, 2, a, b)).toBe(all.at(eta, 0, 2, c, d));
    for (const i of [0, 2, 3, 5, 6, 7, 8]) {
      expect(a[i]).toBeCloseTo(c[i] ?? 0, 14);
      for (const j of [0, 2, 3, 5, 6, 7, 8]) if (j >= i) expect(b[i * 9 + j]).toBeCloseTo(d[i * 9 + j] ?? 0, 13);
    }
    expect([a[1], a[4]]).toEqual([0, 0]);
  });
});

describe('a game', () => {
  it.each(games)('%s, %s, %s, %d scales: the chances of its outcomes add up to 1 and are those of the likelihood', (_, link, type, scales, game) => {
    const kernel = gameKernel(
      game,
      Int32Array.from({ length: game.outcomes }, (__, outcome) => outcome),
      { link: LINKS[link], type, scales },
    );
    fc.assert(
      fc.property(indices(game.utilities.length + scales, 2), (eta) => {
        const chances = new Float64Array(game.outcomes);
        kernel.chances(eta, chances);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
        const none = new Float64Array(0);
        chances.forEach((chance, outcome) => expect(Math.exp(kernel.at(eta, outcome, 0, none, none))).toBeCloseTo(chance, 10));
      }),
      { numRuns: 20 },
    );
  });
});

describe('links far out', () => {
  it.each([
    // Φ(−30), log: Abramowitz and Stegun's asymptotic series 26.2.12 gives −454.3212439955.
    ['probit', -30, true, -454.3212439955],
    ['logit', -800, true, -800],
    ['logit', 40, true, -Math.exp(-40)],
    ['cloglog', -40, true, -40],
    ['cloglog', 3, false, -Math.exp(3)],
  ] as const)('%s at %d', (name, z, up, log) => {
    const out = new Float64Array(3);
    LINKS[name].choice(z, up, out);
    expect(Math.abs((out[0] ?? 0) / log - 1)).toBeLessThan(1e-9);
    expect(out.every(Number.isFinite)).toBe(true);
  });

  it('the probit is one curve where its continued fraction takes over', () => {
    const [left, right] = [new Float64Array(3), new Float64Array(3)];
    LINKS.probit.choice(-7.07106781186547 - 1e-9, true, left);
    LINKS.probit.choice(-7.07106781186547 + 1e-9, true, right);
    expect((left[1] ?? 0) / (right[1] ?? 1)).toBeCloseTo(1, 8);
    expect((left[2] ?? 0) / (right[2] ?? 1)).toBeCloseTo(1, 6);
  });
});
