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
export function logLikelihood(likelihood: Likelihood, sample: Sample = {}): Smooth {
  const { kernel, designs, offsets } = likelihood;
  const size = sizeOf(likelihood);
  const k = kernel.indices;
  const { rows, ids, columns, weights } = sampled(likelihood, sample);
  const batch = createBatch(k);
  /** Regressors of the rows at work. */
  const x = columns.map(cells);
  const counts = cells();
  const [scaled, second] = [cells(), cells()];
  const starts = startsOf(designs);
  const equations = designs.map(({ names }, index) => ({ index, start: starts[index] ?? 0, x: x.slice(starts[index], (starts[index] ?? 0) + names.length) }));

  /** Takes up rows from `from` on. */
  function gather(from: number): void {
    const count = Math.min(CHUNK, rows - from);
    batch.count = count;
    for (let at = 0; at < count; at++) batch.rows[at] = ids === undefined ? from + at : (ids[from + at] ?? 0);
    for (let index = 0; index < x.length; index++) x[index]?.set(columns[index]?.subarray(from, from + count) ?? NOTHING);
    if (weights !== undefined) counts.set(weights.subarray(from, from + count));
  }

  return (beta, order): Evaluation => {
    const gradient = new Float64Array(order > 0 ? size : 0);
    const hessian = new Float64Array(order > 1 ? size * size : 0);
    let value = 0;
    for (let from = 0; from < rows; from += CHUNK) {
      gather(from);
      const { count, eta, values, slopes, bends } = batch;
      for (const { index, start, x: own } of equations) {
        const sum = eta[index] ?? scaled;
        sum.fill(offsets[index] ?? 0, 0, count);
        for (let a = 0; a < own.length; a++) addScaled(sum, beta[start + a] ?? 0, own[a] ?? scaled, count);
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

const NOTHING = new Float64Array(0);

/** Rows that count, put side by side: their numbers (all in order where left out), their regressors and how often they count. */
interface Sampled {
  readonly rows: number;
  readonly ids?: Int32Array;
  readonly columns: readonly Float64Array[];
  readonly weights?: Float64Array;
}

function sampled({ rows, designs }: Likelihood, { weights, stride = 1 }: Sample): Sampled {
  const columns = designs.flatMap((design) => design.columns);
  if (weights === undefined && stride === 1) return { rows, columns };
  const ids = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += stride) if (weights === undefined || weights[row] !== 0) ids[count++] = row;
  const kept = ids.subarray(0, count);
  const pick = (from: Float64Array): Float64Array => {
    const picked = new Float64Array(count);
    for (let at = 0; at < count; at++) picked[at] = from[kept[at] ?? 0] ?? 0;
    return picked;
  };
  const once = new Map([...new Set(columns)].map((column) => [column, pick(column)]));
  return { rows: count, ids: kept, columns: columns.map((column) => once.get(column) ?? column), ...(weights !== undefined && { weights: pick(weights) }) };
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
