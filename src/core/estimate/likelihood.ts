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
   * (indices × indices, row by row) with ∂²/∂η∂η', of which the upper triangle is read.
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

/** Rows worked on at a time: their columns stay in the processor's cache. */
const CHUNK = 512;

/** The log-likelihood of coefficients with exact derivatives, summed over the rows. */
export function logLikelihood(likelihood: Likelihood, { weights, stride = 1 }: Sample = {}): Smooth {
  const { rows, kernel, designs, offsets } = likelihood;
  const size = sizeOf(likelihood);
  const k = kernel.indices;
  const starts = startsOf(designs);
  const widths = designs.map(({ names }) => names.length);
  const columns = designs.flatMap((design) => design.columns);
  /** Of the rows at work: regressors column by column, indices, derivatives by index and by pair of indices. */
  const x = new Float64Array(size * CHUNK);
  const indices = new Float64Array(k * CHUNK);
  const slopes = new Float64Array(k * CHUNK);
  const bends = new Float64Array(k * k * CHUNK);
  const scaled = new Float64Array(CHUNK);
  const ids = new Int32Array(CHUNK);
  const eta = new Float64Array(k);
  const first = new Float64Array(k);
  const second = new Float64Array(k * k);

  /** Takes up rows from `from` on, those that count; where the next begin. */
  function gather(from: number): { readonly count: number; readonly next: number } {
    let count = 0;
    let row = from;
    for (; row < rows && count < CHUNK; row += stride) if (weights === undefined || (weights[row] ?? 0) !== 0) ids[count++] = row;
    const whole = count > 0 && (ids[count - 1] ?? 0) - (ids[0] ?? 0) === count - 1;
    columns.forEach((column, index) => {
      const target = index * CHUNK;
      if (whole) x.set(column.subarray(ids[0] ?? 0, (ids[0] ?? 0) + count), target);
      else for (let at = 0; at < count; at++) x[target + at] = column[ids[at] ?? 0] ?? 0;
    });
    return { count, next: row };
  }

  return (beta, order): Evaluation => {
    const gradient = new Float64Array(order > 0 ? size : 0);
    const hessian = new Float64Array(order > 1 ? size * size : 0);
    let value = 0;
    for (let from = 0; from < rows;) {
      const { count, next } = gather(from);
      from = next;
      for (let i = 0; i < k; i++) {
        indices.fill(offsets[i] ?? 0, i * CHUNK, i * CHUNK + count);
        for (let a = 0; a < (widths[i] ?? 0); a++) addScaled(indices, i * CHUNK, x, ((starts[i] ?? 0) + a) * CHUNK, beta[(starts[i] ?? 0) + a] ?? 0, count);
      }
      for (let at = 0; at < count; at++) {
        const row = ids[at] ?? 0;
        const weight = weights === undefined ? 1 : (weights[row] ?? 0);
        for (let i = 0; i < k; i++) eta[i] = indices[i * CHUNK + at] ?? 0;
        value += weight * kernel.at(eta, row, order, first, second);
        if (order === 0) continue;
        for (let i = 0; i < k; i++) slopes[i * CHUNK + at] = weight * (first[i] ?? 0);
        if (order === 2) for (let i = 0; i < k; i++) for (let j = i; j < k; j++) bends[(i * k + j) * CHUNK + at] = weight * (second[i * k + j] ?? 0);
      }
      if (order === 0) continue;
      for (let i = 0; i < k; i++) {
        const start = starts[i] ?? 0;
        const width = widths[i] ?? 0;
        if (width > 0) addProducts(gradient, start, slopes, i * CHUNK, x, start * CHUNK, width, count);
        if (order === 1 || width === 0) continue;
        for (let j = i; j < k; j++) {
          const column = starts[j] ?? 0;
          const other = widths[j] ?? 0;
          if (other === 0) continue;
          for (let a = 0; a < width; a++) {
            multiply(scaled, bends, (i * k + j) * CHUNK, x, (start + a) * CHUNK, count);
            const skip = i === j ? a : 0;
            addProducts(hessian, (start + a) * size + column + skip, scaled, 0, x, (column + skip) * CHUNK, other - skip, count);
          }
        }
      }
    }
    if (order > 1) for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) hessian[i * size + j] = hessian[j * size + i] ?? 0;
    return { value, gradient, hessian };
  };
}

/** target += factor · x. */
function addScaled(target: Float64Array, to: number, x: Float64Array, from: number, factor: number, count: number): void {
  for (let at = 0; at < count; at++) target[to + at] = (target[to + at] ?? 0) + factor * (x[from + at] ?? 0);
}

/** target = a · b, number by number. */
function multiply(target: Float64Array, a: Float64Array, fromA: number, b: Float64Array, fromB: number, count: number): void {
  for (let at = 0; at < count; at++) target[at] = (a[fromA + at] ?? 0) * (b[fromB + at] ?? 0);
}

/** Adds the inner product of `a` with each of `width` columns of x to the cells of `target`: four sums at a time, as they do not wait for each other. */
function addProducts(target: Float64Array, to: number, a: Float64Array, fromA: number, x: Float64Array, fromX: number, width: number, count: number): void {
  let column = 0;
  for (; column + 4 <= width; column += 4) {
    const from = fromX + column * CHUNK;
    let [one, two, three, four] = [0, 0, 0, 0];
    for (let at = 0; at < count; at++) {
      const factor = a[fromA + at] ?? 0;
      one += factor * (x[from + at] ?? 0);
      two += factor * (x[from + CHUNK + at] ?? 0);
      three += factor * (x[from + 2 * CHUNK + at] ?? 0);
      four += factor * (x[from + 3 * CHUNK + at] ?? 0);
    }
    const cell = to + column;
    target[cell] = (target[cell] ?? 0) + one;
    target[cell + 1] = (target[cell + 1] ?? 0) + two;
    target[cell + 2] = (target[cell + 2] ?? 0) + three;
    target[cell + 3] = (target[cell + 3] ?? 0) + four;
  }
  for (; column < width; column++) {
    const from = fromX + column * CHUNK;
    let [one, two, three, four] = [0, 0, 0, 0];
    let at = 0;
    for (; at + 4 <= count; at += 4) {
      one += (a[fromA + at] ?? 0) * (x[from + at] ?? 0);
      two += (a[fromA + at + 1] ?? 0) * (x[from + at + 1] ?? 0);
      three += (a[fromA + at + 2] ?? 0) * (x[from + at + 2] ?? 0);
      four += (a[fromA + at + 3] ?? 0) * (x[from + at + 3] ?? 0);
    }
    for (; at < count; at++) one += (a[fromA + at] ?? 0) * (x[from + at] ?? 0);
    target[to + column] = (target[to + column] ?? 0) + one + two + three + four;
  }
}

/** The indices of every row, row by row. */
export function indicesOf({ rows, kernel, designs, offsets }: Likelihood, beta: Float64Array): Float64Array {
  const k = kernel.indices;
  const starts = startsOf(designs);
  const eta = new Float64Array(rows * k);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < k; i++) {
      const columns = designs[i]?.columns ?? [];
      let sum = offsets[i] ?? 0;
      for (let a = 0; a < columns.length; a++) sum += (columns[a]?.[row] ?? 0) * (beta[(starts[i] ?? 0) + a] ?? 0);
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
