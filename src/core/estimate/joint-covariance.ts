import { numbered, rowScores } from './clustered.ts';
import { EstimateError } from './estimate-error.ts';
import type { Fit } from './fit.ts';

/** A fit, and the group of each row it used. */
export interface Grouped {
  readonly fit: Fit;
  readonly groups: Int32Array;
}

/**
 * Covariance of the coefficients of several fits together, robust to any dependence within groups: what each group moves the coefficients by, V s, is
 * put side by side for the fits it has rows in, so that fits on rows of the same groups are as correlated as they are. The block of each fit is its
 * own cluster-robust covariance, with the factor G/(G − 1) of its own groups.
 * @returns row by row, in the order of the fits and of their coefficients
 * @throws {EstimateError} where a fit has no covariance, or its rows are of one group
 */
export function jointCovariance(fits: readonly Grouped[]): Float64Array {
  const all = numbered(fits.flatMap(({ groups }) => [...groups]));
  const size = fits.reduce((sum, { fit }) => sum + fit.beta.length, 0);
  const moved = new Float64Array(all.count * size);
  let [row, start] = [0, 0];
  for (const { fit, groups } of fits) {
    const count = new Set(groups).size;
    if (count < 2) throw new EstimateError('rows of one group give no covariance.');
    const factor = Math.sqrt(count / (count - 1));
    if (fit.vcov.some(Number.isNaN)) throw new EstimateError('a fit has no covariance of its own.');
    const own = fit.beta.length;
    const sums = new Float64Array(all.count * own);
    const scores = rowScores(fit.prepared.likelihood, fit.beta);
    for (let at = 0; at < scores.rows; at++) {
      const to = (all.of[row++] ?? 0) * own;
      for (let i = 0; i < own; i++) sums[to + i] = (sums[to + i] ?? 0) + (scores.values[at * own + i] ?? 0);
    }
    for (let group = 0; group < all.count; group++) {
      for (let i = 0; i < own; i++) {
        let sum = 0;
        for (let j = 0; j < own; j++) sum += (fit.vcov[i * own + j] ?? 0) * (sums[group * own + j] ?? 0);
        moved[group * size + start + i] = factor * sum;
      }
    }
    start += own;
  }
  const covariance = new Float64Array(size * size);
  for (let group = 0; group < all.count; group++) {
    for (let i = 0; i < size; i++) {
      const one = moved[group * size + i] ?? 0;
      for (let j = 0; j < size; j++) covariance[i * size + j] = (covariance[i * size + j] ?? 0) + one * (moved[group * size + j] ?? 0);
    }
  }
  return covariance;
}
