import type { Evaluation, Smooth } from '../math/optimize/newton.ts';
import type { Design } from './model-matrix.ts';

/**
 * The likelihood of a row as a function of a few indices η, each linear in coefficients: utilities, log scales.
 * Every model of this folder is one.
 */
export interface Kernel {
  readonly indices: number;
  /**
   * The log-likelihood of what was observed in `row`. From order 1 on `gradient` is filled with ∂/∂η, from order 2 on `hessian`
   * (indices × indices, row by row) with ∂²/∂η∂η'.
   */
  readonly at: (eta: Float64Array, row: number, order: 0 | 1 | 2, gradient: Float64Array, hessian: Float64Array) => number;
}

/** A kernel on data: a design for each index, and a constant added to it (what is fixed). */
export interface Likelihood {
  readonly rows: number;
  readonly kernel: Kernel;
  readonly designs: readonly Design[];
  readonly offsets: readonly number[];
}

/** How many coefficients there are. */
export const sizeOf = ({ designs }: Pick<Likelihood, 'designs'>): number => designs.reduce((sum, { names }) => sum + names.length, 0);

/** Where the coefficients of each index begin. */
export function startsOf(designs: readonly Design[]): number[] {
  let next = 0;
  return designs.map(({ names }) => {
    next += names.length;
    return next - names.length;
  });
}

export interface Sample {
  /** How often each row counts; once when left out. */
  readonly weights?: Float64Array;
  /** Only every so manieth row. */
  readonly stride?: number;
}

/** The log-likelihood of coefficients with exact derivatives, summed over the rows. */
export function logLikelihood({ rows, kernel, designs, offsets }: Likelihood, { weights, stride = 1 }: Sample = {}): Smooth {
  const size = sizeOf({ designs });
  const k = kernel.indices;
  const starts = startsOf(designs);
  const widths = designs.map(({ names }) => names.length);
  const values = designs.map((design) => design.values);
  const eta = new Float64Array(k);
  const first = new Float64Array(k);
  const second = new Float64Array(k * k);
  return (beta, order): Evaluation => {
    const gradient = new Float64Array(order > 0 ? size : 0);
    const hessian = new Float64Array(order > 1 ? size * size : 0);
    let value = 0;
    for (let row = 0; row < rows; row += stride) {
      const weight = weights === undefined ? 1 : (weights[row] ?? 0);
      if (weight === 0) continue;
      for (let i = 0; i < k; i++) {
        const x = values[i];
        const width = widths[i] ?? 0;
        const start = starts[i] ?? 0;
        let sum = offsets[i] ?? 0;
        if (x !== undefined) for (let a = 0, at = row * width; a < width; a++, at++) sum += (x[at] ?? 0) * (beta[start + a] ?? 0);
        eta[i] = sum;
      }
      value += weight * kernel.at(eta, row, order, first, second);
      if (order === 0) continue;
      for (let i = 0; i < k; i++) {
        const width = widths[i] ?? 0;
        const x = values[i];
        if (width === 0 || x === undefined) continue;
        const start = starts[i] ?? 0;
        const base = row * width;
        const slope = weight * (first[i] ?? 0);
        if (slope !== 0) for (let a = 0; a < width; a++) gradient[start + a] = (gradient[start + a] ?? 0) + slope * (x[base + a] ?? 0);
        if (order === 1) continue;
        for (let j = i; j < k; j++) {
          const curvature = weight * (second[i * k + j] ?? 0);
          const other = widths[j] ?? 0;
          const y = values[j];
          if (curvature === 0 || other === 0 || y === undefined) continue;
          const column = starts[j] ?? 0;
          const from = row * other;
          for (let a = 0; a < width; a++) {
            const scaled = curvature * (x[base + a] ?? 0);
            if (scaled === 0) continue;
            const line = (start + a) * size + column;
            for (let b = i === j ? a : 0; b < other; b++) hessian[line + b] = (hessian[line + b] ?? 0) + scaled * (y[from + b] ?? 0);
          }
        }
      }
    }
    if (order > 1) for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) hessian[i * size + j] = hessian[j * size + i] ?? 0;
    return { value, gradient, hessian };
  };
}

/** The indices of every row, row by row. */
export function indicesOf({ rows, kernel, designs, offsets }: Likelihood, beta: Float64Array): Float64Array {
  const k = kernel.indices;
  const starts = startsOf(designs);
  const eta = new Float64Array(rows * k);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < k; i++) {
      const width = designs[i]?.names.length ?? 0;
      let sum = offsets[i] ?? 0;
      for (let a = 0; a < width; a++) sum += (designs[i]?.values[row * width + a] ?? 0) * (beta[(starts[i] ?? 0) + a] ?? 0);
      eta[row * k + i] = sum;
    }
  }
  return eta;
}

/** The log-likelihood of each row. */
export function rowLogLikelihoods(likelihood: Likelihood, beta: Float64Array): Float64Array {
  const { rows, kernel } = likelihood;
  const k = kernel.indices;
  const eta = indicesOf(likelihood, beta);
  const none = new Float64Array(0);
  return Float64Array.from({ length: rows }, (_, row) => kernel.at(eta.subarray(row * k, (row + 1) * k), row, 0, none, none));
}
