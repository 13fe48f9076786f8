import { maximize } from '../math/optimize/newton.ts';
import { quantile } from '../math/quantile.ts';
import type { Rng } from '../math/rng.ts';
import type { Fit } from './fit.ts';
import { logLikelihood } from './likelihood.ts';

export interface BootstrapRequest {
  readonly draws: number;
  readonly rng: Rng;
  /** The group of each row used: whole groups are drawn. Rows by themselves when left out. */
  readonly groups?: Int32Array;
}

export interface Bootstrap {
  readonly draws: number;
  /** Draws on which the search did not converge; they are left out. */
  readonly failed: number;
  /** Coefficients of every draw that converged. */
  readonly betas: readonly Float64Array[];
  /** Standard deviation over the draws, by coefficient. */
  readonly se: readonly number[];
  /** The middle 95 % of the draws, by coefficient. */
  readonly intervals: readonly (readonly [low: number, high: number])[];
}

/** Steps after which a draw counts as failed. */
const STEPS = 60;

/** Refits a model to rows drawn from its own with replacement (Efron 1979, Annals of Statistics 7), each search begun at the estimates. */
export const bootstrap = (fit: Fit, request: BootstrapRequest): Bootstrap => summarize(fit, refits(fit, request));

/** Coefficients of every so manieth draw from the first on, undefined where the search did not converge. Rows are drawn for those left out too. */
export function refits(
  { prepared, beta }: Fit,
  { draws, rng, groups }: BootstrapRequest,
  { first = 0, every = 1 }: { readonly first?: number; readonly every?: number } = {},
): (Float64Array | undefined)[] {
  const { likelihood } = prepared;
  const { rows } = likelihood;
  const members = groups === undefined ? undefined : membersOf(groups);
  const units = members?.length ?? rows;
  const found: (Float64Array | undefined)[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const weights = new Float64Array(rows);
    for (let pick = 0; pick < units; pick++) {
      const unit = rng.int(units);
      if (members === undefined) weights[unit] = (weights[unit] ?? 0) + 1;
      else for (const row of members[unit] ?? []) weights[row] = (weights[row] ?? 0) + 1;
    }
    if (draw % every !== first) continue;
    const { x, converged } = maximize(logLikelihood(likelihood, { weights }), beta, {
      maxIterations: STEPS,
      tolerance: 1e-6,
      reuse: 0.05,
      keepHessian: true,
    });
    found.push(converged ? x : undefined);
  }
  return found;
}

/** What refits say of the coefficients. */
export function summarize({ beta }: Fit, found: readonly (Float64Array | undefined)[]): Bootstrap {
  const betas = found.filter((one) => one !== undefined);
  const columns = Array.from(beta, (_, index) => Float64Array.from(betas, (one) => one[index] ?? Number.NaN).sort());
  return {
    draws: found.length,
    failed: found.length - betas.length,
    betas,
    se: columns.map(standardDeviation),
    intervals: columns.map((column) => [quantile(column, 0.025), quantile(column, 0.975)]),
  };
}

/** Rows of each group. */
function membersOf(groups: Int32Array): number[][] {
  const members = new Map<number, number[]>();
  groups.forEach((group, row) => {
    const known = members.get(group);
    if (known === undefined) members.set(group, [row]);
    else known.push(row);
  });
  return [...members.values()];
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
