import { chanceCorrected, type ChanceOptions } from './chance.ts';

/**
 * Cohen's kappa, agreement beyond what chance would give if each state drew from its own margin. J. Cohen, "A Coefficient of
 * Agreement for Nominal Scales", Educational and Psychological Measurement 20 (1960), 37-46, and, weighted, Psychological Bulletin
 * 70 (1968), 213-220; for foreign policy portfolios Häge (2011). With p and q the margins of the two portfolios:
 *
 *     κ = 1 - Σ_k δ(a_k, b_k)/n / Σ_xy p_x q_y δ(x, y)
 *
 * With squared distances this is 1 - Σ(a-b)² / (Σ(a-ā)² + Σ(b-b̄)² + n(ā-b̄)²), Lin's concordance coefficient. O(n + L²).
 */

/**
 * Kappa of two portfolios; NaN where both hold one and the same value throughout.
 * @throws {RangeError} where the portfolios or the weights differ in length
 */
export function cohensKappa(a: ArrayLike<number>, b: ArrayLike<number>, options: ChanceOptions = {}): number {
  return chanceCorrected(a, b, ({ first, second }) => [first, second], options);
}
