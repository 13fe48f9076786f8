import { crossTable } from './cross-table.ts';

/**
 * Kendall's tau-b, rank correlation of two portfolios. M. G. Kendall, Rank Correlation Methods (1948); for alliance
 * portfolios B. Bueno de Mesquita, "Measuring Systemic Polarity", Journal of Conflict Resolution 19 (1975), 187-216:
 *
 *     τ_b = (C - D) / √((n₀ - n₁)(n₀ - n₂))
 *
 * C and D count the pairs of entries that the two portfolios order alike and the opposite way, n₀ all pairs, n₁ and n₂ those that
 * the first and the second tie.
 *
 * Assumes an ordered scale, no more; it measures association, not agreement: portfolios that differ by a constant have 1.
 * O(n + L²) for L different levels.
 */

/**
 * Tau-b; NaN where a portfolio is constant.
 * @throws {RangeError} where the portfolios differ in length
 */
export function tauB(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { levels, cells, first, second, total } = crossTable(a, b);
  const size = levels.length;
  // Entries of lower levels of `a` than the row at hand, by level of `b`.
  const below = new Float64Array(size);
  let score = 0;
  for (let i = 0; i < size; i++) {
    let left = 0;
    let right = below.reduce((sum, count) => sum + count, 0);
    for (let j = 0; j < size; j++) {
      right -= below[j] ?? 0;
      score += (cells[i * size + j] ?? 0) * (left - right);
      left += below[j] ?? 0;
    }
    for (let j = 0; j < size; j++) below[j] = (below[j] ?? 0) + (cells[i * size + j] ?? 0);
  }
  return score / Math.sqrt(untied(first, total) * untied(second, total));
}

/** Pairs of entries that a portfolio does not tie. */
function untied(counts: Float64Array, total: number): number {
  return counts.reduce((pairs, count) => pairs - count * count, total * total) / 2;
}
