import { autarky } from './autarky.ts';
import { bestResponse } from './best-response.ts';
import { checkGame, givenSecurity, ownEffect, type Spender, type SpendingGame } from './game.ts';
import { sumOf, unaffordable } from './nash.ts';
import { sweep } from './sweep.ts';

/** A pledge to spend, and what missing it costs. */
export interface SpendingPledge {
  /** Of each member, in the unit of the incomes; 0 for one that pledged nothing. */
  readonly floors: readonly number[];
  /**
   * κ, 0 or more: to miss the pledge by 1 % of income costs as much as to lose κ/(1 − α) % of what is left after defense. 0 is a
   * pledge without enforcement, Infinity one that cannot be missed.
   */
  readonly enforcement: number;
}

/** Spending under a pledge. */
export interface PledgedSpending {
  readonly spending: readonly number[];
  readonly total: number;
  /** What each is short of its floor. */
  readonly shortfalls: readonly number[];
  readonly method: 'gauss-seidel';
  readonly converged: boolean;
  readonly iterations: number;
  readonly warnings: readonly string[];
}

/**
 * What a member spends under a pledge f, where others give it a security R: the maximum of U − κ max(0, f − g)/y. Above the floor the
 * pledge changes nothing; below it, −(1−α)/(y−g) + αω/(ωg+R) + κ/y = 0, a quadratic equation in g.
 */
export function pledgedResponse(member: Spender, given: number, floor: number, enforcement: number): number {
  const { income, security_weight: alpha } = member;
  const free = bestResponse(member, given);
  if (free >= floor || enforcement === 0) return free;
  if (enforcement === Infinity) return Math.min(floor, income);
  const own = ownEffect(member);
  const k = enforcement / income;
  const b = k * (income * own - given) - own;
  const c = k * income * given - (1 - alpha) * given + alpha * own * income;
  const root = Math.sqrt(Math.max(0, b * b + 4 * k * own * c));
  const wanted = b < 0 ? (2 * c) / (root - b) : (b + root) / (2 * k * own);
  return Math.min(floor, Math.max(free, wanted));
}

/**
 * Nash equilibrium where missing a pledge costs.
 * @param start where best responses begin; autarky unless given
 * @throws {RangeError} for a game that is none, a negative enforcement, or floors other than one for each member, below its income
 */
export function pledgedSpending(game: SpendingGame, { floors, enforcement }: SpendingPledge, start: readonly number[] = autarky(game)): PledgedSpending {
  checkGame(game);
  if (!(enforcement >= 0)) throw new RangeError('enforcement is 0 or more');
  if (floors.length !== game.members.length || floors.some((floor, i) => !(floor >= 0 && floor < (game.members[i]?.income ?? 0)))) {
    throw new RangeError('a pledge has one floor for each member, 0 or more and below its income');
  }
  const respond = (i: number, spending: ArrayLike<number>): number => {
    const member = game.members[i];
    return member === undefined ? 0 : pledgedResponse(member, givenSecurity(game, i, spending), floors[i] ?? 0, enforcement);
  };
  const scale = Math.max(...game.members.map(({ income }) => income));
  const { point, converged, iterations } = sweep(start, respond, 1e-12 * scale);
  return {
    spending: Array.from(point),
    total: sumOf(point),
    shortfalls: floors.map((floor, i) => Math.max(0, floor - (point[i] ?? 0))),
    method: 'gauss-seidel',
    converged,
    iterations,
    warnings: [...(converged ? [] : ['Best responses under the pledge did not settle; the last point is shown.']), ...unaffordable(game, point)],
  };
}
