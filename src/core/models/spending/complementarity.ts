import { solveInPlace } from '../../math/linear.ts';
import { baseSecurity, ownEffect, type SpendingGame } from './game.ts';

/**
 * Nash equilibria as a linear complementarity problem (Cottle, Pang and Stone 1992): g ≥ 0, w = M g + q ≥ 0, g·w = 0, with
 * M_ii = 1, M_ij = (1 − α_i) π_ij / ω_i and q_i = (1 − α_i) b_i / ω_i − α_i y_i.
 */
export interface Complementarity {
  readonly n: number;
  /** M, row by row. */
  readonly matrix: Float64Array;
  /** q. */
  readonly constant: Float64Array;
  /** Size of the amounts at hand, to which tolerances are relative. */
  readonly scale: number;
}

export function complementarityOf({ members, spillins }: SpendingGame): Complementarity {
  const n = members.length;
  const matrix = new Float64Array(n * n);
  const constant = new Float64Array(n);
  members.forEach((member, i) => {
    const factor = (1 - member.security_weight) / ownEffect(member);
    spillins[i]?.forEach((value, j) => (matrix[i * n + j] = i === j ? 1 : factor * value));
    constant[i] = factor * baseSecurity(member) - member.security_weight * member.income;
  });
  return { n, matrix, constant, scale: constant.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE) };
}

/** w_i = (M g + q)_i. */
export function slack({ n, matrix, constant }: Complementarity, i: number, spending: ArrayLike<number>): number {
  let sum = constant[i] ?? 0;
  for (let j = 0; j < n; j++) sum += (matrix[i * n + j] ?? 0) * (spending[j] ?? 0);
  return sum;
}

/** Largest |min(g_i, w_i)|: how far any member is from its best response, in money. */
export function residual(problem: Complementarity, spending: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < problem.n; i++) largest = Math.max(largest, Math.abs(Math.min(spending[i] ?? 0, slack(problem, i, spending))));
  return largest;
}

/** The spending at which exactly these members' slacks are zero and the others do not spend; undefined where it is not determined. */
export function solveOnSupport(
  { n, matrix, constant }: Complementarity,
  support: readonly number[],
): { readonly spending: Float64Array; readonly sign: 1 | -1 } | undefined {
  const size = support.length;
  const block = principal(matrix, n, support);
  const right = Float64Array.from(support, (i) => -(constant[i] ?? 0));
  const sign = size === 0 ? 1 : solveInPlace(block, right, size);
  if (sign === 0) return undefined;
  const spending = new Float64Array(n);
  support.forEach((i, k) => (spending[i] = right[k] ?? 0));
  return { spending, sign };
}

/** The rows and columns of M that are named. */
export function principal(matrix: Float64Array, n: number, rows: readonly number[]): Float64Array {
  const size = rows.length;
  const block = new Float64Array(size * size);
  for (let k = 0; k < size; k++) for (let l = 0; l < size; l++) block[k * size + l] = matrix[(rows[k] ?? 0) * n + (rows[l] ?? 0)] ?? 0;
  return block;
}
