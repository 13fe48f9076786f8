import type { Graph } from './graph.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

/**
 * Eigenvalues of the adjacency matrix, all of them, greatest first: Householder's reduction to tridiagonal form (Wilkinson and
 * Reinsch 1971, contribution II/2), then QL. The greatest lies between the mean and the greatest degree; a second one close to it
 * tells of two blocs of like size. O(n³).
 */
export function spectrum({ size, ties }: Graph): Float64Array {
  const { diagonal, beside } = tridiagonal(
    size,
    Float64Array.from(ties, (bits) => (bits === 0 ? 0 : 1)),
  );
  return tridiagonalEigen(diagonal, beside).values.sort((a, b) => b - a);
}

/** Reduces a symmetric matrix, row by row, in place. */
function tridiagonal(n: number, a: Float64Array): { readonly diagonal: Float64Array; readonly beside: Float64Array } {
  const beside = new Float64Array(n);
  const v = new Float64Array(n);
  const p = new Float64Array(n);
  for (let k = 0; k < n - 2; k++) {
    // The reflection that leaves of column k, below the diagonal, its first entry alone.
    let norm = 0;
    for (let i = k + 1; i < n; i++) {
      v[i] = a[i * n + k] ?? 0;
      norm += (v[i] ?? 0) ** 2;
    }
    norm = Math.sqrt(norm);
    const first = v[k + 1] ?? 0;
    const alpha = first > 0 ? -norm : norm;
    beside[k] = alpha;
    v[k + 1] = first - alpha;
    const square = norm * norm - first * alpha;
    if (square === 0) continue;
    let product = 0;
    for (let i = k + 1; i < n; i++) {
      let sum = 0;
      for (let j = k + 1; j < n; j++) sum += (a[i * n + j] ?? 0) * (v[j] ?? 0);
      p[i] = sum / square;
      product += (p[i] ?? 0) * (v[i] ?? 0);
    }
    const half = product / (2 * square);
    for (let i = k + 1; i < n; i++) p[i] = (p[i] ?? 0) - half * (v[i] ?? 0);
    for (let i = k + 1; i < n; i++) {
      const vi = v[i] ?? 0;
      const pi = p[i] ?? 0;
      for (let j = k + 1; j < n; j++) a[i * n + j] = (a[i * n + j] ?? 0) - vi * (p[j] ?? 0) - pi * (v[j] ?? 0);
    }
  }
  if (n > 1) beside[n - 2] = a[(n - 1) * n + n - 2] ?? 0;
  return { diagonal: Float64Array.from({ length: n }, (_, i) => a[i * n + i] ?? 0), beside };
}
