import { chanceCorrected, type ChanceOptions } from './chance.ts';

/**
 * Scott's pi, agreement beyond what chance would give if both states drew from one common margin. W. A. Scott, "Reliability of
 * Content Analysis: The Case of Nominal Scale Coding", Public Opinion Quarterly 19 (1955), 321-325; for foreign policy portfolios
 * Häge (2011). As kappa, with both margins replaced by their mean:
 *
 *     π = 1 - Σ_k δ(a_k, b_k)/n / Σ_xy r_x r_y δ(x, y),   r = (p + q)/2
 *
 * Unlike kappa it does not reward states for having different numbers of ties. O(n + L²).
 */

/**
 * Pi of two portfolios; NaN where both hold one and the same value throughout.
 * @throws {RangeError} where the portfolios or the weights differ in length
 */
export function scottsPi(a: ArrayLike<number>, b: ArrayLike<number>, options: ChanceOptions = {}): number {
  return chanceCorrected(
    a,
    b,
    ({ first, second }) => {
      const common = first.map((share, level) => (share + (second[level] ?? 0)) / 2);
      return [common, common];
    },
    options,
  );
}
