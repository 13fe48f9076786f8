import { cholesky, solveCholesky } from '../cholesky.ts';

/** A function at a point; derivatives as far as they were asked for. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Second derivatives, row by row. */
  readonly hessian: Float64Array;
}

/** A smooth function of several numbers. `order` 0 asks for the value, 1 for the gradient too, 2 for second derivatives too. */
export type Smooth = (x: Float64Array, order: 0 | 1 | 2) => Evaluation;

export interface Maximum {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  /** Second derivatives at the maximum, or shortly before it with `keepHessian`. */
  readonly hessian: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

export interface NewtonOptions {
  /** Steps at most, refused ones among them. */
  readonly maxIterations?: number;
  /** The gain that a Newton step promises, below which one last step is made. */
  readonly tolerance?: number;
  /** The gain below which second derivatives are used again for further steps, while these shrink fast; never when left out. */
  readonly reuse?: number;
  /** Leave the second derivatives as they were when last used, which saves their computation at the end. */
  readonly keepHessian?: boolean;
  /** Second derivatives to begin with, near those at the start. */
  readonly hessian?: Float64Array;
  /** The function is known to curve downward everywhere: long steps are made without a trial. */
  readonly concave?: boolean;
}

/** Ridge added to the diagonal, as a share of it, where the function curves upward or a step failed. */
const FIRST_RIDGE = 0.03;
const LEAST_RIDGE = 1e-3;
const LAST_RIDGE = 1e12;
/** The promised gain of a step that is long. */
const LONG = 0.3;
/** A share of the tolerance that is no gain at all, even to a damped step. */
const NOTHING = 1e-8;
/** A share of the tolerance from which on the last step is too short to be felt by second derivatives. */
const SHORT = 1e-2;
/** By how much a step with used derivatives must promise less than the one before. */
const SHRINKING = 0.01;

/**
 * A local maximum by Newton's method with exact second derivatives. Where the function is not concave, or a step does not
 * climb, the Hessian is damped by a ridge that shrinks as steps succeed (Levenberg 1944; Marquardt 1963). Near the end a Hessian serves
 * several steps (Shamanskii 1967).
 */
export function maximize(f: Smooth, start: Float64Array, options: NewtonOptions = {}): Maximum {
  const { maxIterations = 200, tolerance = 1e-10, reuse = 0, keepHessian = false, concave = false, hessian } = options;
  const n = start.length;
  let x: Float64Array = start.slice();
  let here = hessian === undefined ? f(x, 2) : { ...f(x, 1), hessian };
  /** Whether the second derivatives are of another point. */
  let used = hessian !== undefined;
  let ridge = 0;
  let iterations = 0;
  const finished = (converged: boolean): Maximum => ({ x, ...here, iterations, converged });
  if (n === 0) return finished(true);
  while (iterations < maxIterations && Number.isFinite(here.value)) {
    const factor = factorOf(here.hessian, n, ridge);
    let step: Float64Array | undefined = factor === undefined ? undefined : solveCholesky(factor, here.gradient, n);
    if (factor === undefined || step === undefined || !step.every(Number.isFinite)) {
      if (ridge > LAST_RIDGE) break;
      ridge = Math.max(FIRST_RIDGE, ridge * 10);
      continue;
    }
    iterations++;
    let gain = dot(here.gradient, step) / 2;
    let floor = here.value - slack(here.value);
    const near = ridge === 0 ? reuse : 0;
    while (gain > tolerance && gain < near && iterations < maxIterations) {
      const next = sum(x, step);
      const there = f(next, 1);
      if (!(there.value >= floor)) break;
      const following = solveCholesky(factor, there.gradient, n);
      const promised = dot(there.gradient, following) / 2;
      x = next;
      here = { ...there, hessian: here.hessian };
      used = true;
      const shrinks = promised < gain * SHRINKING;
      [step, gain, floor] = [following, promised, here.value - slack(here.value)];
      iterations++;
      if (!shrinks) break;
    }
    if (ridge === 0 && gain <= tolerance) {
      const next = sum(x, step);
      // After so short a step second derivatives are what they were.
      const keep = keepHessian || (!used && gain <= tolerance * SHORT);
      const last = f(next, keep ? 1 : 2);
      if (last.value >= floor) {
        x = next;
        here = keep ? { ...last, hessian: here.hessian } : last;
      } else if (used && !keepHessian) here = f(x, 2);
      return finished(true);
    }
    if (used) {
      here = f(x, 2);
      used = false;
      continue;
    }
    // Flat: the model may not be identified, but this is as high as it gets.
    if (ridge <= 1 && gain < tolerance * NOTHING) return finished(true);
    const next = sum(x, step);
    // A long step may fail, which the value alone tells at little cost.
    const there = gain > LONG && !concave && !(f(next, 0).value >= floor) ? undefined : f(next, 2);
    if (there !== undefined && there.value >= floor && there.gradient.every(Number.isFinite)) {
      const kept = gain > 0 ? (there.value - here.value) / gain : 1;
      x = next;
      here = there;
      if (kept > 0.75) ridge /= 10;
      else if (kept < 0.1) ridge = Math.max(FIRST_RIDGE, ridge * 3);
      if (ridge < LEAST_RIDGE) ridge = 0;
    } else {
      if (ridge > LAST_RIDGE) break;
      ridge = Math.max(FIRST_RIDGE, ridge * 8);
    }
  }
  return finished(false);
}

/** What rounding may take from a sum of this size. */
const slack = (value: number): number => 1e-12 * (1 + Math.abs(value));

/** The Cholesky factor of the negative Hessian with a ridge; undefined where that is not positive definite. */
function factorOf(hessian: Float64Array, n: number, ridge: number): Float64Array | undefined {
  const curvature = hessian.map((value) => -value);
  if (ridge > 0) {
    let largest = 0;
    for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(curvature[i * n + i] ?? 0));
    for (let i = 0; i < n; i++) {
      const own = curvature[i * n + i] ?? 0;
      curvature[i * n + i] = own + ridge * Math.max(Math.abs(own), 1e-8 * largest, Number.MIN_VALUE);
    }
  }
  return cholesky(curvature, n, 1e-14);
}

const sum = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, index) => value + (b[index] ?? 0));

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}
