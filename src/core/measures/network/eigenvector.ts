import { degrees } from './degree.ts';
import type { Graph } from './graph.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

/**
 * Eigenvector centrality: a state is central as its partners are, λx_i = Σ_{j ~ i} x_j for the greatest λ. P. Bonacich,
 * "Factoring and Weighting Approaches to Status Scores and Clique Identification", Journal of Mathematical Sociology 2 (1972),
 * 113-120. Scaled so that the greatest is 1. Zero outside the component (or components) whose λ is the greatest: of blocs that have
 * nothing to do with each other the measure sees the densest alone.
 *
 * By C. Lanczos's method (Journal of Research of the National Bureau of Standards 45 (1950), 255-282) from the degrees, every new
 * direction made orthogonal to all before it; where several components share λ this gives each the part the degrees give it.
 * O(k(m + kn)) for k steps, 10 to 40 here.
 */
export interface EigenvectorCentrality {
  /** All NaN where there is no tie. */
  readonly values: Float64Array;
  /** λ; 0 where there is no tie. */
  readonly eigenvalue: number;
  readonly iterations: number;
  /** Norm of Ax - λx over λ, x of length 1, as estimated. */
  readonly residual: number;
  readonly converged: boolean;
}

const FIRST_CHECK = 8;
const CHECK_EVERY = 4;
/** Entries below this share of the greatest are zeros that rounding has moved. */
const ROUNDING = 1e-14;

export function eigenvectorCentrality(graph: Graph, { tolerance = 1e-15 } = {}): EigenvectorCentrality {
  const { size, edges } = graph;
  if (edges === 0) return { values: new Float64Array(size).fill(Number.NaN), eigenvalue: 0, iterations: 0, residual: 0, converged: true };
  const basis: Float64Array[] = [scaled(Float64Array.from(degrees(graph)))];
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  for (let k = 0; ; k++) {
    const direction = basis[k] ?? new Float64Array(size);
    const next = times(graph, direction);
    diagonal[k] = dot(direction, next);
    // Twice is enough (Kahan and Parlett): rounding then leaves nothing of the earlier directions.
    for (let round = 0; round < 2; round++) for (const earlier of basis) subtract(next, earlier, dot(earlier, next));
    const length = Math.sqrt(dot(next, next));
    beside[k] = length;
    const steps = k + 1;
    const exhausted = steps === size || length < 1e-13 * Math.abs(diagonal[0] ?? 1);
    if (exhausted || (steps >= FIRST_CHECK && (steps - FIRST_CHECK) % CHECK_EVERY === 0)) {
      const { value, weights } = leading(diagonal.subarray(0, steps), beside);
      const residual = (length * Math.abs(weights[steps - 1] ?? 0)) / value;
      if (exhausted || residual < tolerance) {
        return { values: combined(basis, weights, size), eigenvalue: value, iterations: steps, residual, converged: residual < 1e-12 };
      }
    }
    for (let i = 0; i < size; i++) next[i] = (next[i] ?? 0) / length;
    basis.push(next);
  }
}

/** The greatest eigenvalue of a tridiagonal matrix, and its vector. */
function leading(diagonal: Float64Array, beside: Float64Array): { readonly value: number; readonly weights: Float64Array } {
  const { values, vectors } = tridiagonalEigen(diagonal, beside, { vectors: true });
  const n = values.length;
  let top = 0;
  for (let k = 1; k < n; k++) if ((values[k] ?? 0) > (values[top] ?? 0)) top = k;
  return { value: values[top] ?? 0, weights: Float64Array.from({ length: n }, (_, i) => vectors[i * n + top] ?? 0) };
}

/** The sum of the basis by weights, without sign and with greatest entry 1: the leading vector has no negative entries. */
function combined(basis: readonly Float64Array[], weights: Float64Array, size: number): Float64Array {
  const sum = new Float64Array(size);
  weights.forEach((weight, k) => subtract(sum, basis[k] ?? sum, -weight));
  const most = sum.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0);
  return sum.map((value) => (Math.abs(value) < ROUNDING * most ? 0 : Math.abs(value) / most));
}

function times({ size, starts, targets }: Graph, vector: Float64Array): Float64Array {
  const product = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let at = starts[i] ?? 0, end = starts[i + 1] ?? 0; at < end; at++) sum += vector[targets[at] ?? 0] ?? 0;
    product[i] = sum;
  }
  return product;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function subtract(from: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < from.length; i++) from[i] = (from[i] ?? 0) - factor * (vector[i] ?? 0);
}

function scaled(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}
