import { expect } from 'vitest';
import type { Fit } from '../../src/core/estimate/fit.ts';
import { invert } from '../../src/core/math/linear.ts';
import { numberColumn, type Table } from '../../src/core/table/table.ts';

/** A model with its regressors named: the likelihood is written here as docs/estimate/games.md tells it, and shares no code with the fitter. */
export interface NaiveModel {
  readonly game: 'egame12' | 'egame122' | 'egame123' | 'ultimatum';
  /** By utility its regressors; '1' is the constant. */
  readonly equations: readonly (readonly string[])[];
  readonly link?: 'probit' | 'logit';
  readonly type?: 'agent' | 'private';
  /** Utilities held. */
  readonly held?: readonly number[];
  /** Regressors of log σ: of all players, or one list for each. */
  readonly scales?: readonly (readonly string[])[];
  readonly maxOffer?: number;
  readonly s1?: number;
  readonly s2?: number;
  readonly offerAlone?: boolean;
}

/** Φ by its power series around 0. */
function phi(z: number): number {
  let [term, sum] = [z, z];
  for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
    term *= (z * z) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

const lambda = (z: number): number => 1 / (1 + Math.exp(-z));

/** A formula of regressors. */
export const formulaOf = (outcome: string, equations: readonly (readonly string[])[]): string => `${outcome} ~ ${equations.map(sideOf).join(' | ')}`;

export function sideOf(names: readonly string[]): string {
  if (names.length === 0) return '0';
  if (names.includes('1')) return names.join(' + ');
  return `${names.join(' + ')} - 1`;
}

/** The log-likelihood of coefficients: of games on the outcome numbered from 0, of the ultimatum on offer and accept. */
export function naiveLogLik(model: NaiveModel, table: Table): (beta: readonly number[]) => number {
  const { game, equations, link = 'probit', type = 'agent', held, scales = [], maxOffer: most = 0, s1, s2, offerAlone = false } = model;
  const F = link === 'probit' ? phi : lambda;
  const column = (name: string): readonly number[] => (name === '1' ? Array.from({ length: table.rows }, () => 1) : [...numberColumn(table, name).values]);
  const parts = [...(held === undefined ? equations : []), ...scales].map((names) => names.map(column));
  const [offers, answers] = game === 'ultimatum' ? [column('offer'), column('accept')] : [[], []];
  const outcomes = game === 'ultimatum' ? [] : column('y');

  function bargain(row: number, [r1 = 0, r2 = 0]: readonly number[], logs: readonly number[]): number {
    const rest = [...logs];
    const own = s1 ?? Math.exp(rest.shift() ?? 0);
    const other = s2 ?? Math.exp(rest.shift() ?? 0);
    const offer = offers[row] ?? 0;
    // ε1 that makes this offer the best: 1 offers less than y where ε1 exceeds it.
    const error = (y: number): number => (most - y - r1 - other * (1 + Math.exp((y - r2) / other))) / own;
    const density = (x: number): number => lambda(x) * lambda(-x);
    const chance =
      offer <= 0 ? 1 - lambda(error(0)) : offer >= most ? lambda(error(most)) : (density(error(offer)) * (1 + Math.exp((offer - r2) / other))) / own;
    const accepts = lambda((offer - r2) / other);
    return Math.log(chance) + (offerAlone ? 0 : Math.log(answers[row] === 1 ? accepts : 1 - accepts));
  }

  function chances(u: readonly number[], [one = 1, two = 1, three = 1]: readonly number[]): readonly number[] {
    const at = (index: number): number => u[index] ?? 0;
    /** Standard deviation of what a player expects of outcomes with these chances. */
    const spread = (...weights: readonly number[]): number => (type === 'agent' ? Math.SQRT2 : Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0)));
    if (game === 'egame12') {
      const p = F(at(3) / (two * Math.SQRT2));
      const goes = F((p * at(2) + (1 - p) * at(1) - at(0)) / (one * spread(1, p, 1 - p)));
      return [1 - goes, goes * (1 - p), goes * p];
    }
    if (game === 'egame122') {
      const [p, q] = [F(at(4) / (two * Math.SQRT2)), F(at(5) / (two * Math.SQRT2))];
      const goes = F((q * at(3) + (1 - q) * at(2) - p * at(1) - (1 - p) * at(0)) / (one * spread(p, 1 - p, q, 1 - q)));
      return [(1 - goes) * (1 - p), (1 - goes) * p, goes * (1 - q), goes * q];
    }
    const p = F(at(7) / (three * Math.SQRT2));
    const q = F((p * at(6) + (1 - p) * at(5) - at(4)) / (two * spread(1, p, 1 - p)));
    const value = q * (p * at(3) + (1 - p) * at(2)) + (1 - q) * at(1) - at(0);
    const goes = F(value / (one * spread(1, 1 - q, q * p, q * (1 - p))));
    return [1 - goes, goes * (1 - q), goes * q * (1 - p), goes * q * p];
  }

  return (beta) => {
    let total = 0;
    for (let row = 0; row < table.rows; row++) {
      let next = 0;
      const sums = parts.map((columns) => columns.reduce((sum, values) => sum + (values[row] ?? 0) * (beta[next++] ?? 0), 0));
      if (game === 'ultimatum') {
        total += bargain(row, sums, beta.slice(next));
        continue;
      }
      const utilities = held ?? sums.slice(0, equations.length);
      const sigmas = sums.slice(held === undefined ? equations.length : 0).map(Math.exp);
      const [all = 1] = sigmas;
      total += Math.log(chances(utilities, sigmas.length === 1 ? [all, all, all] : sigmas)[outcomes[row] ?? 0] ?? Number.NaN);
    }
    return total;
  };
}

/** First and second differences of a function, to the fourth order of the steps. */
function differences(f: (x: readonly number[]) => number, x: readonly number[], steps: readonly number[]) {
  const n = x.length;
  const at = (...moves: readonly (readonly [index: number, by: number])[]): number => {
    const moved = [...x];
    for (const [index, by] of moves) moved[index] = (moved[index] ?? 0) + by * (steps[index] ?? 0);
    return f(moved);
  };
  const here = f(x);
  const gradient = steps.map((step, i) => (8 * (at([i, 1]) - at([i, -1])) - at([i, 2]) + at([i, -2])) / (12 * step));
  const hessian = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const second = (share: number): number =>
        i === j
          ? (at([i, share]) - 2 * here + at([i, -share])) / share ** 2
          : (at([i, share], [j, share]) - at([i, share], [j, -share]) - at([i, -share], [j, share]) + at([i, -share], [j, -share])) / (4 * share ** 2);
      const value = (4 * second(0.5) - second(1)) / (3 * (steps[i] ?? 1) * (steps[j] ?? 1));
      hessian[i * n + j] = value;
      hessian[j * n + i] = value;
    }
  }
  return { here, gradient, hessian };
}

/** That a fit is where the naive likelihood has its maximum, with its curvature: estimates and standard errors to 1e-5. */
export function agreesWithNaive({ logLik, coefficients, converged }: Fit, model: NaiveModel, table: Table): void {
  const f = naiveLogLik(model, table);
  const beta = coefficients.map(({ estimate }) => estimate);
  const steps = coefficients.map(({ se }) => 0.05 * Math.min(1, se));
  const { here, gradient, hessian } = differences(f, beta, steps);
  expect(converged).toBe(true);
  expect(Math.abs(here - logLik)).toBeLessThan(1e-8 * Math.abs(logLik));
  const n = beta.length;
  const covariance =
    invert(
      hessian.map((value) => -value),
      n,
    ) ?? hessian.fill(Number.NaN);
  coefficients.forEach(({ name, estimate, se }, i) => {
    // The step by Newton's method to the maximum of the naive likelihood.
    const step = gradient.reduce((sum, slope, j) => sum + slope * (covariance[i * n + j] ?? Number.NaN), 0);
    expect(Math.abs(step), name).toBeLessThan(1e-5 * Math.max(Math.abs(estimate), se));
    expect(Math.abs(Math.sqrt(covariance[i * n + i] ?? Number.NaN) / se - 1), name).toBeLessThan(1e-5);
  });
}
