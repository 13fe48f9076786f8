import { EstimateError } from './estimate-error.ts';
import type { Fit } from './fit.ts';
import { logLikelihood, sizeOf } from './likelihood.ts';

/** A fit, and the group of each row it used. */
export interface Grouped {
  readonly fit: Fit;
  readonly groups: Int32Array;
}

/**
 * Covariance of the coefficients of several fits together, robust to any dependence within groups (Huber 1967; Liang and Zeger 1986, Biometrika 73):
 * what each group moves the coefficients by, V s, is summed over the fits it has rows in. Fits on rows of the same groups are so correlated as they are.
 * One pass over the rows for each group: meant for hundreds of groups and thousands of rows.
 * @returns row by row, in the order of the fits and of their coefficients; times G / (G − 1), for G groups in all
 * @throws {EstimateError} where a fit has no covariance, or the rows are of one group
 */
export function jointCovariance(fits: readonly Grouped[]): Float64Array {
  const starts: number[] = [];
  let size = 0;
  for (const { fit } of fits) {
    starts.push(size);
    size += fit.beta.length;
    if (fit.vcov.some(Number.isNaN)) throw new EstimateError('a fit has no covariance of its own.');
  }
  const all = [...new Set(fits.flatMap(({ groups }) => [...new Set(groups)]))];
  if (all.length < 2) throw new EstimateError('rows of one group give no covariance.');
  const sum = new Float64Array(size * size);
  for (const group of all) {
    const moved = new Float64Array(size);
    fits.forEach((one, index) => moved.set(influence(one, group), starts[index] ?? 0));
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) sum[i * size + j] = (sum[i * size + j] ?? 0) + (moved[i] ?? 0) * (moved[j] ?? 0);
  }
  const factor = all.length / (all.length - 1);
  return sum.map((value) => value * factor);
}

/** By how much a group moves the coefficients, to first order: V times its score. */
function influence({ fit, groups }: Grouped, group: number): Float64Array {
  const { likelihood } = fit.prepared;
  const size = sizeOf(likelihood);
  const weights = Float64Array.from(groups, (one) => (one === group ? 1 : 0));
  const moved = new Float64Array(size);
  if (!weights.includes(1)) return moved;
  const { gradient } = logLikelihood(likelihood, { weights })(fit.beta, 1);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (fit.vcov[i * size + j] ?? 0) * (gradient[j] ?? 0);
    moved[i] = sum;
  }
  return moved;
}
