/** Rows worked on at a time: their columns stay in the processor's cache. */
export const CHUNK = 256;

/** Cells for as many rows as are worked on at a time. */
export const cells = (): Float64Array => new Float64Array(CHUNK);

/** Rows at work, by place from 0: what a kernel reads and what it fills. */
export interface Batch {
  /** The number of the row at each place. */
  readonly rows: Int32Array;
  /** Places in use. */
  readonly count: number;
  /** Indices η, each by place. */
  readonly eta: readonly Float64Array[];
  /** Log-likelihoods, by place. */
  readonly values: Float64Array;
  /** ∂/∂η, index by index. */
  readonly slopes: readonly Float64Array[];
  /** ∂²/∂η∂η', at i · indices + j for i ≤ j. */
  readonly bends: readonly Float64Array[];
}

/**
 * The likelihood of a row as a function of a few indices η, each linear in coefficients: utilities, log scales.
 * Every model of this folder is one. Rows come by the batch, since a loop over rows within each step of the work costs less than the steps anew in each row.
 */
export interface Kernel {
  readonly indices: number;
  /** Fills the values of a batch, from order 1 on the slopes, from order 2 on the bends; those of indices without coefficients may be left alone. */
  readonly fill: (batch: Batch, order: 0 | 1 | 2) => void;
}

/** A batch of zeros, ready for rows. */
export function createBatch(indices: number): Batch & { count: number } {
  const many = (length: number): Float64Array[] => Array.from({ length }, cells);
  return { rows: new Int32Array(CHUNK), count: 0, eta: many(indices), values: cells(), slopes: many(indices), bends: many(indices * indices) };
}

/** The log-likelihood of one row, which fills a gradient and the upper triangle of a Hessian as far as it is asked to. */
type OneRow = (eta: Float64Array, row: number, order: 0 | 1 | 2, gradient: Float64Array, hessian: Float64Array) => number;

/** A kernel of a function of one row. */
export function rowByRow(indices: number, at: OneRow): Kernel {
  const [eta, gradient, hessian] = [new Float64Array(indices), new Float64Array(indices), new Float64Array(indices * indices)];
  return {
    indices,
    fill: (batch, order) => {
      for (let place = 0; place < batch.count; place++) {
        for (let i = 0; i < indices; i++) eta[i] = batch.eta[i]?.[place] ?? 0;
        batch.values[place] = at(eta, batch.rows[place] ?? 0, order, gradient, hessian);
        if (order === 0) continue;
        for (let i = 0; i < indices; i++) put(batch.slopes[i], place, gradient[i] ?? 0);
        if (order === 2)
          for (let i = 0; i < indices; i++) for (let j = i; j < indices; j++) put(batch.bends[i * indices + j], place, hessian[i * indices + j] ?? 0);
      }
    },
  };
}

function put(target: Float64Array | undefined, place: number, value: number): void {
  if (target !== undefined) target[place] = value;
}
