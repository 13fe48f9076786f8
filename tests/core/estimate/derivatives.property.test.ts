import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryKernel } from '../../../src/core/estimate/binary.ts';
import { egame12 } from '../../../src/core/estimate/games/egame12.ts';
import { egame122 } from '../../../src/core/estimate/games/egame122.ts';
import { egame123 } from '../../../src/core/estimate/games/egame123.ts';
import { gameKernel } from '../../../src/core/estimate/games/game-kernel.ts';
import { ERROR_TYPES } from '../../../src/core/estimate/games/looking-ahead.ts';
import { ultimatumKernel } from '../../../src/core/estimate/games/ultimatum.ts';
import { createBatch, type Kernel } from '../../../src/core/estimate/kernel.ts';
import { createChoices, LINKS, type Choices, type Link } from '../../../src/core/estimate/links.ts';

const STEP = 1e-5;

/** A row by itself, at a place of a batch that another row precedes. */
function single(kernel: Kernel, eta: Float64Array, row: number, order: 0 | 1 | 2) {
  const batch = createBatch(kernel.indices);
  batch.count = 2;
  batch.rows[1] = row;
  eta.forEach((value, index) => batch.eta[index]?.fill(value, 1, 2));
  kernel.fill(batch, order);
  const at = (column: Float64Array): number => column[1] ?? Number.NaN;
  return { value: at(batch.values), gradient: batch.slopes.map(at), hessian: batch.bends.map(at) };
}

/** Compares the derivatives of a row with central differences of the value and of the gradient. */
function agree(kernel: Kernel, eta: Float64Array, row: number): void {
  const k = kernel.indices;
  const { gradient, hessian } = single(kernel, eta, row, 2);
  const moved = (index: number, by: number): Float64Array => eta.map((value, at) => (at === index ? value + by : value));
  for (let i = 0; i < k; i++) {
    const [up, down] = [single(kernel, moved(i, STEP), row, 1), single(kernel, moved(i, -STEP), row, 1)];
    expect(Math.abs((up.value - down.value) / (2 * STEP) - (gradient[i] ?? 0))).toBeLessThan(1e-6 * (1 + Math.abs(gradient[i] ?? 0)));
    for (let j = i; j < k; j++) {
      const second = ((up.gradient[j] ?? 0) - (down.gradient[j] ?? 0)) / (2 * STEP);
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
    const [few, every] = [single(some, eta, 0, 2), single(all, eta, 0, 2)];
    expect(few.value).toBe(every.value);
    for (const i of [0, 2, 3, 5, 6, 7, 8]) {
      expect(few.gradient[i]).toBeCloseTo(every.gradient[i] ?? 0, 14);
      for (const j of [0, 2, 3, 5, 6, 7, 8]) if (j >= i) expect(few.hessian[i * 9 + j]).toBeCloseTo(every.hessian[i * 9 + j] ?? 0, 13);
    }
    expect([few.gradient[1], few.gradient[4]]).toEqual([0, 0]);
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
        chances.forEach((chance, outcome) => expect(Math.exp(single(kernel, eta, outcome, 0).value)).toBeCloseTo(chance, 10));
      }),
      { numRuns: 20 },
    );
  });
});

/** One choice: right, or left. */
function choose(link: Link, z: number, right: boolean): Choices {
  const out = createChoices();
  link.choose(Float64Array.of(z), Int8Array.of(right ? 1 : -1), 1, out);
  return out;
}

describe('links far out', () => {
  it.each([
    // Φ(−30), log: Abramowitz and Stegun's asymptotic series 26.2.12 gives −454.3212439955.
    ['probit', -30, true, -454.3212439955],
    ['logit', -800, true, -800],
    ['logit', 40, true, -Math.exp(-40)],
    ['cloglog', -40, true, -40],
    ['cloglog', 3, false, -Math.exp(3)],
  ] as const)('%s at %d', (name, z, up, log) => {
    const out = choose(LINKS[name], z, up);
    expect(Math.abs((out.value[0] ?? 0) / log - 1)).toBeLessThan(1e-9);
    expect(Object.values(out).every((column: Float64Array) => Number.isFinite(column[0]))).toBe(true);
  });

  it.each(Object.entries(LINKS))('%s: of what is not chosen nothing is left, and the chances are those of F', (_, link) => {
    const out = createChoices();
    const z = Float64Array.of(-1.3, 0.4, 2);
    link.choose(z, Int8Array.of(0, 0, 0), 3, out);
    for (const column of [out.value, out.slope, out.bend]) expect([...column.subarray(0, 3)].map(Math.abs)).toEqual([0, 0, 0]);
    z.forEach((at, place) => {
      expect(out.right[place]).toBeCloseTo(link.chance(at), 14);
      expect((out.right[place] ?? 0) + (out.left[place] ?? 0)).toBeCloseTo(1, 14);
    });
  });

  it('the probit is one curve where its continued fraction takes over', () => {
    const left = choose(LINKS.probit, -7.07106781186547 - 1e-9, true);
    const right = choose(LINKS.probit, -7.07106781186547 + 1e-9, true);
    expect((left.slope[0] ?? 0) / (right.slope[0] ?? 1)).toBeCloseTo(1, 8);
    expect((left.bend[0] ?? 0) / (right.bend[0] ?? 1)).toBeCloseTo(1, 6);
  });
});
