import { cholesky, invertCholesky } from '../math/cholesky.ts';
import { maximize, type Maximum } from '../math/optimize/newton.ts';
import type { Table } from '../table/table.ts';
import { EstimateError } from './estimate-error.ts';
import { logLikelihood, sizeOf, startsOf, type Likelihood } from './likelihood.ts';
import { redundantColumns } from './model-matrix.ts';
import { nameOf, prepare, type Prepared } from './prepare.ts';
import type { FitRequest } from './request.ts';

export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  /** Standard error, from the curvature of the log-likelihood; NaN where it has none. */
  readonly se: number;
}

/** A fitted model. */
export interface Fit {
  readonly prepared: Prepared;
  readonly coefficients: readonly Coefficient[];
  readonly beta: Float64Array;
  /** Covariance of the coefficients, row by row; NaN where the model is not locally identified. */
  readonly vcov: Float64Array;
  readonly logLik: number;
  readonly aic: number;
  readonly n: number;
  readonly converged: boolean;
  readonly iterations: number;
  /** The largest first derivative at the end, by size. */
  readonly gradient: number;
  readonly warnings: readonly string[];
}

/** Rows above which the search begins on shares of them, as one pass over all is dear. */
const MANY = 50_000;
const SHARES = [64, 8];
const BRIEFLY = { maxIterations: 30, tolerance: 1e-3, concave: true } as const;

/** Fits a model to a table by maximum likelihood. @throws {EstimateError} as `prepare` */
export const fit = (request: FitRequest, table: Table): Fit => fitPrepared(prepare(request, table));

export function fitPrepared(prepared: Prepared): Fit {
  const { likelihood, parameters } = prepared;
  if (parameters.length === 0) throw new EstimateError('the formula leaves nothing to estimate.');
  const best = search(prepared);
  const n = likelihood.rows;
  const size = sizeOf(likelihood);
  const { vcov, singular } = covariance(best.hessian, size);
  if (singular) refuseRedundant(prepared);
  const coefficients = parameters.map((parameter, index) => ({
    name: nameOf(parameter),
    estimate: best.x[index] ?? Number.NaN,
    se: Math.sqrt(vcov[index * size + index] ?? Number.NaN),
  }));
  const warnings = [
    ...prepared.warnings,
    ...(best.converged ? [] : [`The search did not converge in ${best.iterations} steps.`]),
    ...(singular ? ['The log-likelihood is flat or curves upward at the end: the model is not locally identified, and there are no standard errors.'] : []),
    ...loose(prepared, coefficients),
  ];
  return {
    prepared,
    coefficients,
    beta: best.x,
    vcov,
    logLik: best.value,
    aic: 2 * size - 2 * best.value,
    n,
    converged: best.converged,
    iterations: best.iterations,
    gradient: best.gradient.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0),
    warnings,
  };
}

/** The best end of the search from every start. */
function search({ likelihood, starts }: Prepared): Maximum {
  // The single choice alone is concave: a share of the rows leads near the end of them all.
  const concave = likelihood.kernel.indices === 1;
  const all = logLikelihood(likelihood);
  const ends = starts().map((start) => (concave && likelihood.rows > MANY ? byShares(likelihood, start) : maximize(all, start, { concave })));
  const better = (a: Maximum, b: Maximum): Maximum => {
    if (a.converged !== b.converged) return a.converged ? a : b;
    return b.value > a.value || Number.isNaN(a.value) ? b : a;
  };
  return ends.reduce(better);
}

/** The maximum of many rows: sought on shares of them, whose second derivatives, scaled up, then serve for all. */
function byShares(likelihood: Likelihood, start: Float64Array): Maximum {
  let from = start;
  let hessian: Float64Array | undefined;
  for (const stride of SHARES) {
    const share = logLikelihood(likelihood, { stride });
    // A share may say what the others deny: it is followed where it leads upward.
    if (from !== start && !(share(from, 0).value > share(start, 0).value)) from = start;
    const near = maximize(share, from, BRIEFLY);
    from = near.converged ? near.x : start;
    hessian = near.converged ? near.hessian.map((value) => value * stride) : undefined;
  }
  return maximize(logLikelihood(likelihood), from, { concave: true, reuse: Infinity, tolerance: 1e-6, ...(hessian !== undefined && { hessian }) });
}

/** The inverse of the negative Hessian, its rows and columns scaled first. */
function covariance(hessian: Float64Array, n: number): { readonly vcov: Float64Array; readonly singular: boolean } {
  const scale = Float64Array.from({ length: n }, (_, i) => 1 / Math.sqrt(-(hessian[i * n + i] ?? 0)));
  const scaled = hessian.map((value, at) => -value * (scale[Math.floor(at / n)] ?? 0) * (scale[at % n] ?? 0));
  const factor = scale.every(Number.isFinite) ? cholesky(scaled, n, 1e-13) : undefined;
  if (factor === undefined) return { vcov: new Float64Array(n * n).fill(Number.NaN), singular: true };
  return { vcov: invertCholesky(factor, n).map((value, at) => value * (scale[Math.floor(at / n)] ?? 0) * (scale[at % n] ?? 0)), singular: false };
}

/** @throws {EstimateError} where regressors of an equation are linear combinations of others */
function refuseRedundant({ likelihood, parameters }: Prepared): void {
  const starts = startsOf(likelihood.designs);
  likelihood.designs.forEach((design, index) => {
    const [redundant] = redundantColumns(design);
    if (redundant === undefined) return;
    const equation = parameters[starts[index] ?? 0]?.equation ?? '';
    throw new EstimateError(`${equation === '' ? '' : `${equation}: `}'${redundant}' is a linear combination of the other regressors in the rows used.`, [
      'Leave one of them out.',
    ]);
  });
}

/** Standard errors, for a regressor moved by its standard deviation, beyond which data say nothing of it. */
const LOOSE = 50;

/** Warnings of coefficients that the data leave open: outcomes they separate, regressors nearly collinear. */
function loose({ likelihood }: Prepared, coefficients: readonly Coefficient[]): string[] {
  const spreads = likelihood.designs.flatMap(({ columns }) => columns.map(rootMeanSquare));
  const open = coefficients.filter(({ se }, index) => se * (spreads[index] ?? 1) > LOOSE);
  if (open.length === 0) return [];
  return [
    `${open.map(({ name }) => name).join(', ')}: left open by the data. They separate the outcomes (its best value is infinite) or are nearly collinear.`,
  ];
}

function rootMeanSquare(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (values[at] ?? 0) ** 2;
  return Math.sqrt(sum / values.length);
}
