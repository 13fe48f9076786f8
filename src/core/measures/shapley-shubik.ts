/**
 * Shapley-Shubik power index: the chance to be pivotal where all orders of joining a motion are equally likely.
 *
 *   φ_i = Σ_S |S|! (n - |S| - 1)! / n!     over the coalitions S that lose without i and win with it
 *
 * L. S. Shapley and M. Shubik, "A Method for Evaluating the Distribution of Power in a Committee System", American Political Science
 * Review 48 (1954), 787-792. The indices add up to 1; a player who never swings has 0; players with equal parts have equal power. Exact fractions.
 * The UN Security Council (9 of 15 votes, five permanent members with a veto): 421/2145 for a permanent, 4/2145 for an elected member.
 * Complexity: that of `countSwings`.
 */
import { fraction, type Fraction } from '../math/fraction.ts';
import { countSwings, countSwingsOf, type Swings, type VotingGame } from './voting-game.ts';

function indexOf(swings: Swings): Fraction[] {
  const n = swings.length;
  const factorial = [1n];
  for (let k = 1; k <= n; k++) factorial.push((factorial[k - 1] ?? 1n) * BigInt(k));
  return swings.map((bySize) => {
    const orders = bySize.reduce((sum, count, size) => sum + count * (factorial[size] ?? 1n) * (factorial[n - size - 1] ?? 1n), 0n);
    return fraction(orders, factorial[n] ?? 1n);
  });
}

/** The index of every player. @throws {RangeError} where the game is none, or too large: see `countSwings` */
export const shapleyShubik = (game: VotingGame): readonly Fraction[] => indexOf(countSwings(game));

/** ... of a simple game told by the coalitions that win, up to 22 players. @throws {RangeError} for more */
export const shapleyShubikOf = (players: number, wins: (coalition: number) => boolean): readonly Fraction[] => indexOf(countSwingsOf(players, wins));
