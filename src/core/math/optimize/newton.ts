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
  /** Second derivatives at the maximum, or a last step of no account before it. */
  readonly hessian: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

export interface NewtonOptions {
  /** Steps at most, refused ones among them. */
  readonly maxIterations?: number;
  /** The gain that a Newton step promises, below which one last step is made. */
  readonly tolerance?: number;
  /** Leave the second derivatives as they were before the last step, which saves their computation. */
  readonly keepHessian?: boolean;
}

/** Ridge added to the diagonal, as a share of it, where the function curves upward or a step failed. */
const FIRST_RIDGE = 1e-3;
const LAST_RIDGE = 1e12;
/** A share of the tolerance that is no gain at all, even to a damped step. */
const NOTHING = 1e-8;

/**
 * A local maximum by Newton's method with exact second derivatives. Where the function is not concave, or a step does not
 * climb, the Hessian is damped by a ridge that shrinks as steps succeed (Levenberg 1944; Marquardt 1963).
 */
export function maximize(f: Smooth, start: Float64Array, { maxIterations = 200, tolerance = 1e-10, keepHessian = false }: NewtonOptions = {}): Maximum {
  const n = start.length;
  let x = start.slice();
  let here = f(x, 2);
  let ridge = 0;
  let iterations = 0;
  const finished = (converged: boolean): Maximum => ({ x, ...here, iterations, converged });
  if (n === 0) return finished(true);
  while (iterations < maxIterations && Number.isFinite(here.value)) {
    const step = newtonStep(here, n, ridge);
    if (step === undefined) {
      if (ridge > LAST_RIDGE) break;
      ridge = Math.max(FIRST_RIDGE, ridge * 10);
      continue;
    }
    iterations++;
    const gain = dot(here.gradient, step) / 2;
    const next = x.map((value, index) => value + (step[index] ?? 0));
    if (ridge === 0 && gain < tolerance) {
      const last = f(next, keepHessian ? 1 : 2);
      if (last.value >= here.value - slack(here.value)) {
        x = next;
        here = keepHessian ? { ...last, hessian: here.hessian } : last;
      }
      return finished(true);
    }
    // Flat: the model may not be identified, but this is as high as it gets.
    if (ridge <= 1 && gain < tolerance * NOTHING) return finished(true);
    const there = f(next, 2);
    if (there.value >= here.value - (gain < tolerance ? slack(here.value) : 0)) {
      const kept = gain > 0 ? (there.value - here.value) / gain : 1;
      x = next;
      here = there;
      if (kept > 0.5) ridge = ridge <= FIRST_RIDGE ? 0 : ridge / 10;
      else if (kept < 0.1) ridge = Math.max(FIRST_RIDGE, ridge * 3);
    } else {
      if (ridge > LAST_RIDGE) break;
      ridge = Math.max(FIRST_RIDGE, ridge * 10);
    }
  }
  return finished(false);
}

/** What rounding may take from a sum of this size. */
const slack = (value: number): number => 1e-12 * (1 + Math.abs(value));

function newtonStep({ gradient, hessian }: Evaluation, n: number, ridge: number): Float64Array | undefined {
  const curvature = new Float64Array(n * n);
  for (let i = 0; i < n * n; i++) curvature[i] = -(hessian[i] ?? 0);
  if (ridge > 0) {
    let largest = 0;
    for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(curvature[i * n + i] ?? 0));
    for (let i = 0; i < n; i++) {
      const own = curvature[i * n + i] ?? 0;
      curvature[i * n + i] = own + ridge * Math.max(Math.abs(own), 1e-8 * largest, Number.MIN_VALUE);
    }
  }
  const factor = cholesky(curvature, n, 1e-14);
  if (factor === undefined) return undefined;
  const step = solveCholesky(factor, gradient, n);
  return step.every(Number.isFinite) ? step : undefined;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
