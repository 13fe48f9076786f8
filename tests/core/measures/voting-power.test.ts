import { describe, expect, it } from 'vitest';
import { formatFraction, fraction, toNumber } from '../../../src/core/math/fraction.ts';
import { banzhaf, banzhafOf } from '../../../src/core/measures/banzhaf.ts';
import { shapleyShubik, shapleyShubikOf } from '../../../src/core/measures/shapley-shubik.ts';
import { vetoRule, weightedVote, type VotingGame } from '../../../src/core/measures/voting-game.ts';

const times = (n: number, value: number): number[] => new Array<number>(n).fill(value);
const councilWeights = [...times(5, 7), ...times(10, 1)];
/** Nine of fifteen votes, the five permanent members among them. */
const councilRules: VotingGame = { players: 15, ways: [[{ weights: times(15, 1), quota: 9 }, vetoRule(15, [0, 1, 2, 3, 4])]] };

describe('voting power: the UN Security Council', () => {
  it.each([
    ['weights of 7 and 1, quota 39', weightedVote(councilWeights, 39)],
    ['nine votes and five vetoes', councilRules],
  ])('as %s: 421/2145 for a permanent member, 4/2145 for an elected one (Shapley and Shubik)', (_, game) => {
    expect(shapleyShubik(game).map(formatFraction)).toEqual([...times(5, 0).map(() => '421/2145'), ...times(10, 0).map(() => '4/2145')]);
  });

  it('Banzhaf: 848 and 84 swings of 16,384, which is 106/635 and 21/1270', () => {
    const power = banzhaf(councilRules);
    expect(power[0]).toEqual({ swings: 848n, absolute: fraction(848n, 16_384n), normalized: fraction(106n, 635n) });
    expect(power[14]).toEqual({ swings: 84n, absolute: fraction(84n, 16_384n), normalized: fraction(21n, 1270n) });
  });
});

describe('voting power: councils of the European Communities', () => {
  // D. Felsenthal and M. Machover, The Measurement of Voting Power (Edward Elgar, 1998), ch. 5.
  const six = weightedVote([4, 4, 4, 2, 2, 1], 12);
  const nine = weightedVote([10, 10, 10, 10, 5, 5, 3, 3, 2], 41);

  it('1958, twelve of 4, 4, 4, 2, 2, 1: Luxembourg never decides', () => {
    expect(shapleyShubik(six).map((power) => toNumber(power).toFixed(4))).toEqual(['0.2333', '0.2333', '0.2333', '0.1500', '0.1500', '0.0000']);
    expect(banzhaf(six).map(({ swings }) => Number(swings))).toEqual([10, 10, 10, 6, 6, 0]);
    expect(banzhaf(six).map(({ normalized }) => formatFraction(normalized))).toEqual(['5/21', '5/21', '5/21', '1/7', '1/7', '0']);
  });

  it('1973, 41 of 58: Luxembourg does, though its share of the votes fell', () => {
    const found = shapleyShubik(nine).map((power) => toNumber(power).toFixed(4));
    expect([found[0], found[4], found[6], found[8]]).toEqual(['0.1786', '0.0810', '0.0571', '0.0095']);
  });
});

describe('voting power: other rules', () => {
  it('unanimity of 32 gives each 1/32 of the orders and one swing', () => {
    const members = 32;
    expect(formatFraction(shapleyShubik(weightedVote(times(members, 1), members))[0] ?? fraction(0n, 1n))).toBe('1/32');
    expect(banzhaf(weightedVote(times(members, 1), members))[31]).toMatchObject({ swings: 1n, normalized: fraction(1n, 32n) });
  });

  it('a dictator has all', () => {
    expect(shapleyShubik(weightedVote([5, 2, 1], 5)).map(formatFraction)).toEqual(['1', '0', '0']);
  });

  it('a double majority, or all but one: counted as coalitions are gone through one by one', () => {
    const weights = [9, 8, 5, 4, 2, 1];
    const one = times(6, 1);
    const game: VotingGame = {
      players: 6,
      ways: [
        [
          { weights: one, quota: 4 },
          { weights, quota: 19 },
        ],
        [{ weights: one, quota: 5 }],
      ],
    };
    const wins = (coalition: number): boolean => {
      const members = weights.filter((_, i) => (coalition >> i) & 1);
      const sum = members.reduce((total, weight) => total + weight, 0);
      return (members.length >= 4 && sum >= 19) || members.length >= 5;
    };
    expect(shapleyShubik(game)).toEqual(shapleyShubikOf(6, wins));
    expect(banzhaf(game)).toEqual(banzhafOf(6, wins));
  });

  it('keeps exact in the hundreds of players', () => {
    expect(shapleyShubik(weightedVote(times(193, 1), 129)).every((power) => formatFraction(power) === '1/193')).toBe(true);
  });

  it.each([
    [weightedVote([], 1), /without players/],
    [weightedVote([1.5, 1], 2), /1.5/],
    [weightedVote([1, 1], 3), /quota 3/],
    [weightedVote([1, 1], 0), /quota 0/],
    [{ players: 2, ways: [] }, /without a way/],
    [{ players: 2, ways: [[{ weights: [1], quota: 1 }]] }, /1 weights for 2/],
    [weightedVote([4_000_000, 3_000_000], 5_000_000), /too many totals/],
  ])('refuses %j', (game, message) => {
    expect(() => shapleyShubik(game)).toThrow(message);
  });

  it('goes through no more than 22 players one by one', () => {
    expect(() => banzhafOf(23, () => true)).toThrow(/23 players/);
  });
});

describe('fractions', () => {
  it('are in lowest terms, with the sign above', () => {
    expect(fraction(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(fraction(-6n, -4n)).toEqual({ numerator: 3n, denominator: 2n });
    expect(() => fraction(1n, 0n)).toThrow(/zero/);
  });

  it('of any length turn into the number they are', () => {
    expect(toNumber(fraction(1n, 3n))).toBe(1 / 3);
    expect(toNumber(fraction(10n ** 40n, 3n * 10n ** 40n + 1n))).toBeCloseTo(1 / 3, 15);
  });
});
