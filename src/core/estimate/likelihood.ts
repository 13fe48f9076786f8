import type { Evaluation, Smooth } from '../math/optimize/newton.ts';
import { addScaled, multiply } from './columns.ts';
import { addInner, addInners } from './inner-products.ts';
import { CHUNK, cells, createBatch, type Kernel } from './kernel.ts';
import type { Design } from './model-matrix.ts';

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
export function logLikelihood(likelihood: Likelihood, { weights, stride = 1 }: Sample = {}): Smooth {
  const { rows, kernel, designs, offsets } = likelihood;
  const size = sizeOf(likelihood);
  const k = kernel.indices;
  const columns = designs.flatMap((design) => design.columns);
  const batch = createBatch(k);
  /** Regressors of the rows at work. */
  const x = columns.map(cells);
  const counts = cells();
  const [scaled, second] = [cells(), cells()];
  const starts = startsOf(designs);
  const equations = designs.map(({ names }, index) => ({ index, start: starts[index] ?? 0, x: x.slice(starts[index], (starts[index] ?? 0) + names.length) }));

  /** Takes up rows from `from` on, those that count; where the next begin. */
  function gather(from: number): number {
    const { rows: ids } = batch;
    let count = 0;
    let row = from;
    for (; row < rows && count < CHUNK; row += stride) if (weights === undefined || weights[row] !== 0) ids[count++] = row;
    batch.count = count;
    const first = ids[0] ?? 0;
    const whole = count > 0 && (ids[count - 1] ?? 0) - first === count - 1;
    columns.forEach((column, index) => {
      const target = x[index] ?? scaled;
      if (whole) target.set(column.subarray(first, first + count));
      else for (let at = 0; at < count; at++) target[at] = column[ids[at] ?? 0] ?? 0;
    });
    if (weights !== undefined) for (let at = 0; at < count; at++) counts[at] = weights[ids[at] ?? 0] ?? 0;
    return row;
  }

  return (beta, order): Evaluation => {
    const gradient = new Float64Array(order > 0 ? size : 0);
    const hessian = new Float64Array(order > 1 ? size * size : 0);
    let value = 0;
    for (let from = 0; from < rows;) {
      from = gather(from);
      const { count, eta, values, slopes, bends } = batch;
      for (const { index, start, x: own } of equations) {
        const sum = eta[index] ?? scaled;
        sum.fill(offsets[index] ?? 0, 0, count);
        own.forEach((column, a) => addScaled(sum, beta[start + a] ?? 0, column, count));
      }
      kernel.fill(batch, order);
      if (weights !== undefined) multiply(values, values, counts, count);
      value += sumOf(values, count);
      if (order === 0) continue;
      for (const { index: i, start, x: own } of equations) {
        if (own.length === 0) continue;
        const slope = slopes[i] ?? scaled;
        if (weights !== undefined) multiply(slope, slope, counts, count);
        addInner({ cells: gradient, at: start, step: 1 }, slope, own, 0, count);
        if (order === 1) continue;
        for (const { index: j, start: column, x: others } of equations) {
          if (j < i || others.length === 0) continue;
          const bend = bends[i * k + j] ?? scaled;
          if (weights !== undefined) multiply(bend, bend, counts, count);
          // The fewer columns are weighted, two at a time, and multiplied with the more.
          const [few, many] = others.length < own.length ? [others, own] : [own, others];
          const [across, step] = few === others && few !== own ? [1, size] : [size, 1];
          const corner = start * size + column;
          for (let a = 0; a < few.length; a += 2) {
            const [one = scaled, two] = [few[a], few[a + 1]];
            const first = i === j ? a : 0;
            const target = { cells: hessian, at: corner + a * across + first * step, step };
            multiply(scaled, bend, one, count);
            if (two === undefined) addInner(target, scaled, many, first, count);
            else {
              multiply(second, bend, two, count);
              addInners(target, across, scaled, second, many, first, count);
            }
          }
        }
      }
    }
    if (order > 1) for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) hessian[i * size + j] = hessian[j * size + i] ?? 0;
    return { value, gradient, hessian };
  };
}

function sumOf(values: Float64Array, count: number): number {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += values[at] ?? 0;
  return sum;
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
  const batch = createBatch(k);
  const found = new Float64Array(rows);
  for (let from = 0; from < rows; from += CHUNK) {
    batch.count = Math.min(CHUNK, rows - from);
    for (let at = 0; at < batch.count; at++) batch.rows[at] = from + at;
    batch.eta.forEach((index, i) => {
      for (let at = 0; at < batch.count; at++) index[at] = eta[(from + at) * k + i] ?? 0;
    });
    kernel.fill(batch, 0);
    found.set(batch.values.subarray(0, batch.count), from);
  }
  return found;
}
