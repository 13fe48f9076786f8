import type { Interval } from '../../assess/assessment.ts';
import { quantile } from '../../math/quantile.ts';
import { createRng } from '../../math/rng.ts';
import type { Evaluations } from './saltelli.ts';

/** The parts of an answer's variance that are due to a group of inputs. */
export interface SobolIndex {
  /** S: by itself. */
  readonly first: Interval;
  /** S_T: with all it does together with others. */
  readonly total: Interval;
}

export interface SobolIndices {
  readonly mean: number;
  readonly variance: number;
  /** One for each group, in their order. */
  readonly indices: readonly SobolIndex[];
  /** Rows they rest on. */
  readonly rows: number;
  /** 1 − Σ S: what no group does by itself. */
  readonly together: number;
}

const NOTHING: SobolIndex = { first: { value: 0, low: 0, high: 0 }, total: { value: 0, low: 0, high: 0 } };

/** Resamples behind the 90 % intervals. */
const RESAMPLES = 400;

/**
 * First-order and total indices with their 90 % intervals by the bootstrap over rows.
 *
 * S_i = Σ f(B) (f(A_B^i) − f(A)) / n V, the estimator of Saltelli and others (2010, Table 2 b), f less its mean, which leaves it as it is and makes
 * it steadier; S_Ti = Σ (f(A) − f(A_B^i))² / 2n V (Jansen 1999). V over both samples. On a low-discrepancy sequence the rows are not independent,
 * and the intervals are wider than the error.
 */
export function sobolIndices({ a, b, mixed }: Evaluations, seed: number | string): SobolIndices {
  const rows = a.length;
  const mean = (sum(a) + sum(b)) / (2 * rows);
  // Of both samples together V is the mean square less the square of the mean.
  const deviations = a.map((value, row) => (value + at(b, row)) / 2 - mean);
  const squares = a.map((value, row) => ((value - mean) ** 2 + (at(b, row) - mean) ** 2) / 2);
  const everyRow = Int32Array.from({ length: rows }, (_, row) => row);
  const varianceOver = (drawn: Int32Array): number => meanOver(squares, drawn) - meanOver(deviations, drawn) ** 2;
  const variance = varianceOver(everyRow);
  const draws = resamples(rows, seed);
  const variances = draws.map(varianceOver);
  const interval = (terms: Float64Array): Interval => {
    const sorted = Float64Array.from(draws, (drawn, i) => meanOver(terms, drawn) / (variances[i] ?? Number.NaN)).sort();
    return {
      value: meanOver(terms, everyRow) / variance,
      low: quantile(sorted, 0.05),
      high: quantile(sorted, 0.95),
      half: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
    };
  };
  const indices = mixed.map((values): SobolIndex => {
    if (values === undefined || !(variance > 0)) return NOTHING;
    return {
      first: interval(values.map((value, row) => (at(b, row) - mean) * (value - at(a, row)))),
      total: interval(values.map((value, row) => (at(a, row) - value) ** 2 / 2)),
    };
  });
  return { mean, variance, indices, rows, together: 1 - indices.reduce((rest, { first }) => rest + first.value, 0) };
}

const at = (values: Float64Array, row: number): number => values[row] ?? Number.NaN;
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

function meanOver(values: Float64Array, rows: Int32Array): number {
  let total = 0;
  for (const row of rows) total += at(values, row);
  return total / rows.length;
}

function resamples(rows: number, seed: number | string): readonly Int32Array[] {
  const rng = createRng(seed, 'bootstrap');
  return Array.from({ length: RESAMPLES }, () => Int32Array.from({ length: rows }, () => rng.int(rows)));
}
