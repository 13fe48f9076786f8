import { cholesky, invertCholesky, solveCholesky } from '../math/cholesky.ts';
import { EstimateError } from './estimate-error.ts';

/** A regressor by its name. */
export interface Regressor {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

export interface LinearRequest {
  readonly outcome: ArrayLike<number>;
  readonly regressors: readonly Regressor[];
  /** Factors whose levels have effects of their own, one or two: state, year. Whole numbers. Without any there is one constant. */
  readonly within?: readonly ArrayLike<number>[];
  /** Rows of one cluster may depend on each other. Whole numbers. */
  readonly clusters: ArrayLike<number>;
}

/** A coefficient with its clustered standard error and 95 % interval (normal). */
export interface Slope {
  readonly name: string;
  readonly estimate: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
}

export interface LinearFit {
  readonly slopes: readonly Slope[];
  readonly n: number;
  readonly clusters: number;
  /** Sum of squared residuals. */
  readonly ssr: number;
  /** Share of the variance within the groups that the regressors explain. */
  readonly r2: number;
  readonly residuals: Float64Array;
}

const Z95 = 1.959_963_984_540_054;
const SWEEPS = 10_000;

/** Levels numbered from 0 in the order of their first row. */
export function numbered(levels: ArrayLike<number>): { readonly of: Int32Array; readonly count: number } {
  const known = new Map<number, number>();
  const of = Int32Array.from(levels, (level) => {
    const found = known.get(level) ?? known.size;
    known.set(level, found);
    return found;
  });
  return { of, count: known.size };
}

/** Takes the means of its groups off a column, in place. @returns the largest of them */
function center(column: Float64Array, { of, count }: ReturnType<typeof numbered>, sizes: Float64Array): number {
  const means = new Float64Array(count);
  for (let row = 0; row < column.length; row++) means[of[row] ?? 0] = (means[of[row] ?? 0] ?? 0) + (column[row] ?? 0);
  let largest = 0;
  for (let level = 0; level < count; level++) {
    means[level] = (means[level] ?? 0) / (sizes[level] ?? 1);
    largest = Math.max(largest, Math.abs(means[level] ?? 0));
  }
  for (let row = 0; row < column.length; row++) column[row] = (column[row] ?? 0) - (means[of[row] ?? 0] ?? 0);
  return largest;
}

/**
 * A column less what the levels of the factors explain: means of groups taken off, by turns where there are two factors
 * (Guimarães and Portugal 2010, Stata Journal 10), until none is left.
 */
export function withinGroups(column: ArrayLike<number>, factors: readonly ArrayLike<number>[]): Float64Array {
  const centered = Float64Array.from(column);
  const groups = factors.map((factor) => {
    const found = numbered(factor);
    const sizes = new Float64Array(found.count);
    for (const level of found.of) sizes[level] = (sizes[level] ?? 0) + 1;
    return { found, sizes };
  });
  const scale = centered.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const left = groups.map(({ found, sizes }) => center(centered, found, sizes));
    if (groups.length < 2 || Math.max(...left) <= 1e-13 * scale) break;
  }
  return centered;
}

/** (XᵀX)⁻¹ Σ_c X_cᵀu_c u_cᵀX_c (XᵀX)⁻¹ · c/(c − 1) · (n − 1)/(n − k): errors that depend on each other within clusters (Liang and Zeger 1986). */
export function clusteredCovariance(
  columns: readonly Float64Array[],
  residuals: Float64Array,
  clusters: ArrayLike<number>,
  inverse: Float64Array,
): { readonly covariance: Float64Array; readonly clusters: number } {
  const k = columns.length;
  const { of, count } = numbered(clusters);
  const scores = new Float64Array(count * k);
  for (let row = 0; row < residuals.length; row++) {
    for (let j = 0; j < k; j++) {
      const at = (of[row] ?? 0) * k + j;
      scores[at] = (scores[at] ?? 0) + (columns[j]?.[row] ?? 0) * (residuals[row] ?? 0);
    }
  }
  const covariance = new Float64Array(k * k);
  const small = (count / (count - 1)) * ((residuals.length - 1) / (residuals.length - k));
  for (let cluster = 0; cluster < count; cluster++) {
    const moved = Array.from({ length: k }, (_, i) => {
      let sum = 0;
      for (let j = 0; j < k; j++) sum += (inverse[i * k + j] ?? 0) * (scores[cluster * k + j] ?? 0);
      return sum;
    });
    for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) covariance[i * k + j] = (covariance[i * k + j] ?? 0) + small * (moved[i] ?? 0) * (moved[j] ?? 0);
  }
  return { covariance, clusters: count };
}

/** Least squares on columns as they are, with (XᵀX)⁻¹; undefined where some columns make up another. */
export function leastSquares(
  columns: readonly Float64Array[],
  outcome: ArrayLike<number>,
): { readonly slopes: Float64Array; readonly inverse: Float64Array } | undefined {
  const k = columns.length;
  const cross = new Float64Array(k * k);
  const right = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const a = columns[i] ?? new Float64Array();
    for (let row = 0; row < a.length; row++) right[i] = (right[i] ?? 0) + (a[row] ?? 0) * (outcome[row] ?? 0);
    for (let j = 0; j <= i; j++) {
      const b = columns[j] ?? new Float64Array();
      let sum = 0;
      for (let row = 0; row < a.length; row++) sum += (a[row] ?? 0) * (b[row] ?? 0);
      cross[i * k + j] = sum;
      cross[j * k + i] = sum;
    }
  }
  const factor = cholesky(cross, k, 1e-10);
  return factor === undefined ? undefined : { slopes: solveCholesky(factor, right, k), inverse: invertCholesky(factor, k) };
}

/**
 * Ordinary least squares within groups, with clustered standard errors.
 * Effects of levels are taken off and not counted as coefficients in the correction for small samples.
 * @throws {EstimateError} where a regressor is made up by others or by the levels, or there are fewer than two clusters
 */
export function linear({ outcome, regressors, within = [], clusters }: LinearRequest): LinearFit {
  const n = outcome.length;
  const factors = within.length === 0 ? [new Int8Array(n)] : within;
  const y = withinGroups(outcome, factors);
  const columns = regressors.map(({ values }) => withinGroups(values, factors));
  const found = leastSquares(columns, y);
  const made = regressors.find(({ values }, j) => {
    const [left, all] = [columns[j] ?? new Float64Array(), Float64Array.from(values)];
    return left.reduce((sum, value) => sum + value * value, 0) <= 1e-20 * all.reduce((sum, value) => sum + value * value, 0);
  });
  if (found === undefined || made !== undefined)
    throw new EstimateError(made === undefined ? 'Some regressors make up another.' : `${made.name}: the levels leave nothing of it.`);
  const residuals = y.slice();
  columns.forEach((column, j) => {
    for (let row = 0; row < n; row++) residuals[row] = (residuals[row] ?? 0) - (found.slopes[j] ?? 0) * (column[row] ?? 0);
  });
  const spread = clusteredCovariance(columns, residuals, clusters, found.inverse);
  if (spread.clusters < 2) throw new EstimateError('Clustered standard errors need two clusters or more.');
  const ssr = residuals.reduce((sum, value) => sum + value * value, 0);
  return {
    slopes: regressors.map(({ name }, j): Slope => {
      const [estimate, error] = [found.slopes[j] ?? Number.NaN, Math.sqrt(spread.covariance[j * regressors.length + j] ?? Number.NaN)];
      return { name, estimate, error, low: estimate - Z95 * error, high: estimate + Z95 * error };
    }),
    n,
    clusters: spread.clusters,
    ssr,
    r2: 1 - ssr / y.reduce((sum, value) => sum + value * value, 0),
    residuals,
  };
}
