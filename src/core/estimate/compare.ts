import { normalCdf } from '../math/normal.ts';
import { EstimateError } from './estimate-error.ts';
import type { Fit } from './fit.ts';
import { rowLogLikelihoods } from './likelihood.ts';

/** A test of two models against each other: which is nearer to the truth. */
export interface ModelTest {
  readonly statistic: number;
  /** Two-sided. */
  readonly p: number;
  /** The model that the statistic favors, 1 or 2, however weakly. */
  readonly favors: 1 | 2;
}

export interface Comparison {
  readonly n: number;
  readonly logLik: readonly [number, number];
  readonly parameters: readonly [number, number];
  /** Vuong 1989, Econometrica 57: standard normal where both are equally near. */
  readonly vuong: ModelTest;
  /** Clarke 2007, Political Analysis 15: the rows that the first explains better, of n; binomial with one half where both are equally near. */
  readonly clarke: ModelTest;
}

/**
 * Tests of models that are not special cases of each other, both corrected for the number of coefficients as by the Bayesian information criterion.
 * @throws {EstimateError} where they were not fitted to the same outcomes
 */
export function compare(one: Fit, other: Fit): Comparison {
  const [a, b] = [one.prepared, other.prepared];
  const same =
    one.n === other.n &&
    a.frame.used.every((row, at) => row === b.frame.used[at]) &&
    a.observed !== undefined &&
    b.observed !== undefined &&
    a.predicted.length === b.predicted.length &&
    a.observed.every((outcome, row) => outcome === b.observed?.[row]);
  if (!same) throw new EstimateError('the two models have not the same outcome in the same rows, and cannot be compared.');
  return compareRows([rowLogLikelihoods(a.likelihood, one.beta), one.beta.length], [rowLogLikelihoods(b.likelihood, other.beta), other.beta.length]);
}

type Scored = readonly [logLiks: Float64Array, parameters: number];

/** The same of log-likelihoods row by row. */
export function compareRows([first, p1]: Scored, [second, p2]: Scored): Comparison {
  const n = first.length;
  const difference = first.map((value, row) => value - (second[row] ?? Number.NaN));
  const correction = ((p1 - p2) * Math.log(n)) / 2;
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const ratio = sum(difference);
  const mean = ratio / n;
  const spread = Math.sqrt(sum(difference.map((value) => (value - mean) ** 2)) / n);
  const z = spread === 0 ? 0 : (ratio - correction) / (Math.sqrt(n) * spread);
  const better = difference.filter((value) => value > correction / n).length;
  return {
    n,
    logLik: [sum(first), sum(second)],
    parameters: [p1, p2],
    vuong: { statistic: z, p: 2 * normalCdf(-Math.abs(z)), favors: z > 0 ? 1 : 2 },
    clarke: { statistic: better, p: Math.min(1, 2 * atMost(Math.min(better, n - better), n)), favors: better > n - better ? 1 : 2 },
  };
}

/** The chance of at most k heads in n throws of a coin. */
function atMost(k: number, n: number): number {
  let log = -n * Math.LN2;
  let sum = Math.exp(log);
  for (let i = 1; i <= k; i++) {
    log += Math.log((n - i + 1) / i);
    sum += Math.exp(log);
  }
  return sum;
}
