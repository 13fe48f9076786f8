import { binaryKernel } from '../estimate/binary.ts';
import { logLikelihood } from '../estimate/likelihood.ts';
import { logit } from '../estimate/links.ts';
import { maximize, type Smooth } from '../math/optimize/newton.ts';

/** One choice of a stage: regressors by column, and what happened. */
export interface Choice {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  /** 1 where it happened. */
  readonly happened: Int32Array;
  /** What is added to the index of each row and not estimated. */
  readonly offset?: Float64Array;
}

export interface FittedChoice {
  readonly beta: Float64Array;
  readonly logLik: number;
  readonly converged: boolean;
}

/** A logit, each row counting as often as its weight says; the search begins at `start`. */
export function weightedLogit({ names, columns, happened, offset }: Choice, start?: Float64Array, weights?: Float64Array): FittedChoice {
  const design = offset === undefined ? { names, columns } : { names: [...names, 'offset'], columns: [...columns, offset] };
  const likelihood = { rows: happened.length, kernel: binaryKernel(happened, logit), designs: [design], offsets: [0] };
  const whole = logLikelihood(likelihood, weights === undefined ? {} : { weights });
  const found = maximize(offset === undefined ? whole : withLastAtOne(whole, names.length), start ?? new Float64Array(names.length), {
    concave: true,
    keepHessian: true,
    reuse: start === undefined ? 0 : Infinity,
    tolerance: 1e-9,
    maxIterations: 60,
  });
  return { beta: found.x, logLik: found.value, converged: found.converged };
}

/** The same function of its first `size` coefficients, the last held at 1. */
function withLastAtOne(f: Smooth, size: number): Smooth {
  const whole = new Float64Array(size + 1).fill(1);
  return (x, order) => {
    whole.set(x);
    const { value, gradient, hessian } = f(whole, order);
    const kept = new Float64Array(order > 1 ? size * size : 0);
    if (order > 1) for (let i = 0; i < size; i++) kept.set(hessian.subarray(i * (size + 1), i * (size + 1) + size), i * size);
    return { value, gradient: gradient.slice(0, order > 0 ? size : 0), hessian: kept };
  };
}

/** The index of every row. */
export function indexOf(columns: readonly Float64Array[], beta: Float64Array): Float64Array {
  const rows = columns[0]?.length ?? 0;
  const eta = new Float64Array(rows);
  columns.forEach((column, at) => {
    const b = beta[at] ?? 0;
    for (let row = 0; row < rows; row++) eta[row] = (eta[row] ?? 0) + b * (column[row] ?? 0);
  });
  return eta;
}
