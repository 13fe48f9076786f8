/**
 * Banzhaf power index: in how many coalitions of the others a player turns defeat into victory, its swings η_i.
 *
 *   β'_i = η_i / 2^(n-1)      absolute: the chance to swing where every other player is for or against a motion with even chance
 *   β_i  = η_i / Σ_j η_j      normalized: adds up to 1
 *
 * J. F. Banzhaf, "Weighted Voting Doesn't Work: A Mathematical Analysis", Rutgers Law Review 19 (1965), 317-343; earlier L. S. Penrose, "The
 * Elementary Statistics of Majority Voting", Journal of the Royal Statistical Society 109 (1946), 53-57. The normalized index is for
 * shares within one rule; to compare rules take the absolute one (P. Dubey and L. S. Shapley, "Mathematical Properties of the Banzhaf
 * Power Index", Mathematics of Operations Research 4, 1979, 99-131). Exact fractions. Complexity: that of `countSwings`.
 */
import { fraction, type Fraction } from '../math/fraction.ts';
import { countSwings, countSwingsOf, type Swings, type VotingGame } from './voting-game.ts';

export interface Banzhaf {
  readonly swings: bigint;
  readonly absolute: Fraction;
  readonly normalized: Fraction;
}

function indexOf(swings: Swings): Banzhaf[] {
  const totals = swings.map((bySize) => bySize.reduce((sum, count) => sum + count, 0n));
  const all = totals.reduce((sum, count) => sum + count, 0n);
  const coalitions = 2n ** BigInt(swings.length - 1);
  return totals.map((count) => ({ swings: count, absolute: fraction(count, coalitions), normalized: fraction(count, all === 0n ? 1n : all) }));
}

/** The index of every player. @throws {RangeError} where the game is none, or too large: see `countSwings` */
export const banzhaf = (game: VotingGame): readonly Banzhaf[] => indexOf(countSwings(game));

/** ... of a simple game told by the coalitions that win, up to 22 players. @throws {RangeError} for more */
export const banzhafOf = (players: number, wins: (coalition: number) => boolean): readonly Banzhaf[] => indexOf(countSwingsOf(players, wins));
