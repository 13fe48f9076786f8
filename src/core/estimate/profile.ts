import { maximize, type Smooth } from '../math/optimize/newton.ts';
import { EstimateError } from './estimate-error.ts';
import type { Fit } from './fit.ts';
import { logLikelihood } from './likelihood.ts';

/** The log-likelihood with one coefficient held and the others at their best. */
export interface Profile {
  readonly name: string;
  readonly points: readonly { readonly value: number; readonly logLik: number }[];
  /** Where the log-likelihood is 1.92 below its maximum: the 95 % interval by likelihood ratio. Infinite where it never falls so far. */
  readonly interval: readonly [low: number, high: number];
  /** The highest log-likelihood met exceeds that of the fit: its search ended in a local maximum. */
  readonly exceeded: boolean;
}

/** Half the 95 % quantile of χ² with one degree of freedom. */
const FALL = 1.920729410347062;
/** Points to either side, half a standard error apart. */
const SIDE = 6;
/** How far the interval is looked for, in standard errors. */
const FARTHEST = 40;

/** Profiles of coefficients. @throws {EstimateError} where a name is none of the model's, or it has no standard error */
export function profile(fit: Fit, name: string): Profile {
  const index = fit.coefficients.findIndex((one) => one.name === name);
  const coefficient = fit.coefficients[index];
  if (coefficient === undefined) {
    throw new EstimateError(`the model has no coefficient '${name}'.`, [`It has: ${fit.coefficients.map((one) => one.name).join(', ')}.`]);
  }
  const { estimate, se } = coefficient;
  if (!Number.isFinite(se)) throw new EstimateError(`${name} has no standard error, and no profile is made of it.`);
  const all = logLikelihood(fit.prepared.likelihood);
  /** The others at their best, from where they were last. */
  const walk = (): ((value: number) => number) => {
    let rest = without(fit.beta, index);
    return (value) => {
      const found = maximize(held(all, index, value), rest);
      if (found.converged) rest = found.x;
      return found.value;
    };
  };
  const sides = [-1, 1].map((sign) => {
    const at = walk();
    return Array.from({ length: SIDE }, (_, step) => {
      const value = estimate + (sign * (step + 1) * se) / 2;
      return { value, logLik: at(value) };
    });
  });
  const points = [...(sides[0] ?? []).reverse(), { value: estimate, logLik: fit.logLik }, ...(sides[1] ?? [])];
  return {
    name,
    points,
    interval: [crossing(walk(), fit.logLik - FALL, estimate, -se), crossing(walk(), fit.logLik - FALL, estimate, se)],
    exceeded: points.some(({ logLik }) => logLik > fit.logLik + 1e-6),
  };
}

/** Where a profile falls to a level, on the side of `step`: doubled until below, then halved. */
function crossing(at: (value: number) => number, level: number, from: number, step: number): number {
  let inside = from;
  let outside = from + 2 * step;
  while (at(outside) > level) {
    inside = outside;
    if (Math.abs(outside - from) > FARTHEST * Math.abs(step)) return step < 0 ? -Infinity : Infinity;
    outside = from + 2 * (outside - from);
  }
  for (let halving = 0; halving < 40 && Math.abs(outside - inside) > 1e-7 * Math.abs(step); halving++) {
    const middle = (inside + outside) / 2;
    if (at(middle) > level) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
}

const without = (beta: Float64Array, index: number): Float64Array => beta.filter((_, at) => at !== index);

/** A function of all coefficients as one of all but one. */
function held(f: Smooth, index: number, value: number): Smooth {
  return (rest, order) => {
    const n = rest.length + 1;
    const x = new Float64Array(n);
    x.set(rest.subarray(0, index), 0);
    x[index] = value;
    x.set(rest.subarray(index), index + 1);
    const { value: height, gradient, hessian } = f(x, order);
    return { value: height, gradient: without(gradient, index), hessian: hessian.filter((_, at) => Math.floor(at / n) !== index && at % n !== index) };
  };
}
