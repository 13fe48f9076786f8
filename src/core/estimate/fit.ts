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
const BRIEFLY = { maxIterations: 30, tolerance: 1e-3, keepHessian: true } as const;

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
  const all = logLikelihood(likelihood);
  const { rows, kernel } = likelihood;
  // The single choice alone is concave: a share of the rows leads near the end of them all.
  const single = kernel.indices === 1;
  const many = rows > MANY;
  const from = (start: Float64Array): Maximum => maximize(all, start, { keepHessian: many, concave: single, ...(many && single && { reuse: Infinity }) });
  const ends = starts().map((start) => {
    if (!many || !single) return from(start);
    const end = from(nearEnd(likelihood, start));
    return end.converged ? end : from(start);
  });
  const better = (a: Maximum, b: Maximum): Maximum => {
    if (a.converged !== b.converged) return a.converged ? a : b;
    return b.value > a.value || Number.isNaN(a.value) ? b : a;
  };
  return ends.reduce(better);
}

/** Where searches on ever larger shares of the rows end. A share may hold too few events to say anything: its end counts where the next share agrees. */
function nearEnd(likelihood: Likelihood, start: Float64Array): Float64Array {
  return SHARES.reduce((found, stride) => {
    const share = logLikelihood(likelihood, { stride });
    const better = share(found, 0).value > share(start, 0).value ? found : start;
    return maximize(share, better, { ...BRIEFLY, concave: true }).x;
  }, start);
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
function loose({ likelihood, parameters }: Prepared, coefficients: readonly Coefficient[]): string[] {
  const spreads = likelihood.designs.flatMap(({ columns }) => columns.map(rootMeanSquare));
  const open = coefficients.filter(({ se }, index) => parameters[index]?.equation.startsWith('log') !== true && se * (spreads[index] ?? 1) > LOOSE);
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
