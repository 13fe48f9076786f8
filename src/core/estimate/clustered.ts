import { symmetricEigen } from '../math/symmetric-eigen.ts';
import { EstimateError } from './estimate-error.ts';
import type { Fit } from './fit.ts';
import { CHUNK, createBatch } from './kernel.ts';
import { indicesOf, sizeOf, startsOf, type Likelihood } from './likelihood.ts';

/** Covariance of coefficients where rows of one cluster may depend on each other. */
export interface Clustered {
  readonly vcov: Float64Array;
  /** By coefficient. */
  readonly se: readonly number[];
  /** How many clusters there are, one number for each way of clustering. */
  readonly clusters: readonly number[];
  /** Two ways alone: their difference had negative eigenvalues, which were set to 0. */
  readonly adjusted: boolean;
}

/**
 * Cluster-robust covariance of a fit: (−H)⁻¹ Σ_g s_g s_g' (−H)⁻¹ · G/(G − 1), s_g the sum of a cluster's scores (Liang and Zeger 1986,
 * Biometrika 73; the factor is Stata's and R's `sandwich`). Clustered two ways: the sum of both less that of their intersection
 * (Cameron, Gelbach and Miller 2011, Journal of Business and Economic Statistics 29), negative eigenvalues set to 0 as they advise.
 * @param ways for each way the cluster of every row of the table that was fitted, by row of the table
 * @throws {EstimateError} where there is one cluster alone
 */
export function clusteredCovariance(fit: Fit, ...ways: readonly [ArrayLike<number>] | readonly [ArrayLike<number>, ArrayLike<number>]): Clustered {
  const { likelihood, frame } = fit.prepared;
  const columns = ways.map((way) => numbered(Array.from(frame.used, (row) => way[row] ?? Number.NaN)));
  const scores = rowScores(likelihood, fit.beta);
  return sandwich(fit.vcov, scores, columns);
}

/** The same of any scores, one row each. @param clusters from 0 without gaps, one array for each way */
export function sandwich(bread: Float64Array, scores: Scores, ways: readonly Numbered[]): Clustered {
  const { size } = scores;
  const meats = ways.map((way) => meat(scores, way));
  const [one, other] = ways;
  let vcov = between(bread, meats[0] ?? new Float64Array(size * size), size);
  let adjusted = false;
  if (one !== undefined && other !== undefined) {
    const second = between(bread, meats[1] ?? new Float64Array(size * size), size);
    const both = between(bread, meat(scores, numbered(Array.from(one.of, (cluster, row) => cluster * other.count + (other.of[row] ?? 0)))), size);
    vcov = vcov.map((value, at) => value + (second[at] ?? 0) - (both[at] ?? 0));
    const mended = withoutNegative(vcov, size);
    adjusted = mended !== vcov;
    vcov = mended;
  }
  return { vcov, se: Array.from({ length: size }, (_, i) => Math.sqrt(vcov[i * size + i] ?? Number.NaN)), clusters: ways.map(({ count }) => count), adjusted };
}

/** First derivatives of the log-likelihood of each row, `size` a row. */
export interface Scores {
  readonly rows: number;
  readonly size: number;
  readonly values: Float64Array;
}

/** Clusters of rows, numbered from 0 without gaps. */
export interface Numbered {
  readonly of: Int32Array;
  readonly count: number;
}

export function numbered(labels: readonly number[]): Numbered {
  const known = new Map<number, number>();
  const of = Int32Array.from(labels, (label) => {
    const number = known.get(label) ?? known.size;
    known.set(label, number);
    return number;
  });
  return { of, count: known.size };
}

/** The score of every row at some coefficients. */
export function rowScores(likelihood: Likelihood, beta: Float64Array): Scores {
  const { rows, kernel, designs } = likelihood;
  const size = sizeOf(likelihood);
  const starts = startsOf(designs);
  const k = kernel.indices;
  const eta = indicesOf(likelihood, beta);
  const batch = createBatch(k);
  const values = new Float64Array(rows * size);
  for (let from = 0; from < rows; from += CHUNK) {
    batch.count = Math.min(CHUNK, rows - from);
    for (let at = 0; at < batch.count; at++) batch.rows[at] = from + at;
    batch.eta.forEach((index, i) => {
      for (let at = 0; at < batch.count; at++) index[at] = eta[(from + at) * k + i] ?? 0;
    });
    kernel.fill(batch, 1);
    designs.forEach(({ columns }, i) => {
      const slope = batch.slopes[i];
      columns.forEach((column, a) => {
        const start = (starts[i] ?? 0) + a;
        for (let at = 0; at < batch.count; at++) values[(from + at) * size + start] = (slope?.[at] ?? 0) * (column[from + at] ?? 0);
      });
    });
  }
  return { rows, size, values };
}

/** Σ_g s_g s_g' · G/(G − 1). */
function meat({ rows, size, values }: Scores, { of, count }: Numbered): Float64Array {
  if (count < 2) throw new EstimateError('standard errors by cluster need two clusters or more.');
  const sums = new Float64Array(count * size);
  for (let row = 0; row < rows; row++) {
    const to = (of[row] ?? 0) * size;
    for (let a = 0; a < size; a++) sums[to + a] = (sums[to + a] ?? 0) + (values[row * size + a] ?? 0);
  }
  const product = new Float64Array(size * size);
  for (let cluster = 0; cluster < count; cluster++) {
    const from = cluster * size;
    for (let a = 0; a < size; a++) {
      const factor = sums[from + a] ?? 0;
      if (factor !== 0) for (let b = 0; b < size; b++) product[a * size + b] = (product[a * size + b] ?? 0) + factor * (sums[from + b] ?? 0);
    }
  }
  const factor = count / (count - 1);
  return product.map((value) => value * factor);
}

/** A B A. */
function between(a: Float64Array, b: Float64Array, n: number): Float64Array {
  return product(product(a, b, n), a, n);
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k] ?? 0;
      for (let j = 0; j < n; j++) result[i * n + j] = (result[i * n + j] ?? 0) + factor * (b[k * n + j] ?? 0);
    }
  }
  return result;
}

/** Shares of the largest eigenvalue below which one is rounding and no negative variance. */
const ROUNDING = 1e-12;

/** The nearest matrix without negative eigenvalues; the same one where it has none. */
function withoutNegative(matrix: Float64Array, n: number): Float64Array {
  // Coefficients differ in scale by orders of magnitude: eigenvalues are those of the correlations.
  const scale = Float64Array.from({ length: n }, (_, i) => Math.sqrt(Math.abs(matrix[i * n + i] ?? 0)) || 1);
  const scaled = matrix.map((value, at) => value / ((scale[Math.floor(at / n)] ?? 1) * (scale[at % n] ?? 1)));
  const { values, vectors } = symmetricEigen(scaled, n);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (values.every((value) => value >= -ROUNDING * largest)) return matrix;
  const result = new Float64Array(n * n);
  values.forEach((value, j) => {
    if (value <= 0) return;
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        const part = value * (vectors[a * n + j] ?? 0) * (vectors[b * n + j] ?? 0);
        result[a * n + b] = (result[a * n + b] ?? 0) + part * (scale[a] ?? 1) * (scale[b] ?? 1);
      }
    }
  });
  return result;
}
