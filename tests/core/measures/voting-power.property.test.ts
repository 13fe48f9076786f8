import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, toNumber, type Fraction } from '../../../src/core/math/fraction.ts';
import { banzhaf } from '../../../src/core/measures/banzhaf.ts';
import { shapleyShubik, shapleyShubikOf } from '../../../src/core/measures/shapley-shubik.ts';
import { weightedVote } from '../../../src/core/measures/voting-game.ts';

const vote = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }).chain((weights) => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return fc.record({ weights: fc.constant(weights), quota: fc.integer({ min: 1, max: Math.max(1, sum) }) });
});
const possible = vote.filter(({ weights, quota }) => weights.reduce((total, weight) => total + weight, 0) >= quota);

const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
const sum = (values: readonly Fraction[]): Fraction => values.reduce(plus, fraction(0n, 1n));

describe('the axioms of Shapley, as exact fractions', () => {
  it('the indices add up to 1', () => {
    fc.assert(
      fc.property(possible, ({ weights, quota }) => {
        expect(sum(shapleyShubik(weightedVote(weights, quota)))).toEqual({ numerator: 1n, denominator: 1n });
        expect(sum(banzhaf(weightedVote(weights, quota)).map(({ normalized }) => normalized))).toEqual({ numerator: 1n, denominator: 1n });
      }),
    );
  });

  it('a player without votes has no power, equals have equal power, and more votes never mean less', () => {
    fc.assert(
      fc.property(possible, ({ weights, quota }) => {
        const shapley = shapleyShubik(weightedVote(weights, quota)).map(toNumber);
        const swings = banzhaf(weightedVote(weights, quota)).map((power) => power.swings);
        weights.forEach((weight, i) => {
          if (weight === 0) expect([shapley[i], swings[i]]).toEqual([0, 0n]);
          weights.forEach((other, j) => {
            if (weight === other) expect([shapley[i], swings[i]]).toEqual([shapley[j], swings[j]]);
            if (weight > other) expect((shapley[i] ?? 0) >= (shapley[j] ?? 0) && (swings[i] ?? 0n) >= (swings[j] ?? 0n)).toBe(true);
          });
        });
      }),
    );
  });

  it('counting totals gives what going through the coalitions gives', () => {
    fc.assert(
      fc.property(possible, ({ weights, quota }) => {
        const wins = (coalition: number): boolean => weights.reduce((total, weight, i) => total + (((coalition >> i) & 1) === 1 ? weight : 0), 0) >= quota;
        expect(shapleyShubik(weightedVote(weights, quota))).toEqual(shapleyShubikOf(weights.length, wins));
      }),
    );
  });
});
