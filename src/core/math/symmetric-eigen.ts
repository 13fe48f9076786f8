/** Eigenvalues of a symmetric matrix, with an orthonormal eigenvector for each, column by column. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** Component `i` of the vector of value `j` at `i * n + j`. */
  readonly vectors: Float64Array;
}

const SWEEPS = 60;

/** The eigenvalues of a symmetric matrix (n × n, row by row) by Jacobi's rotations; O(n³) a sweep, six to ten of which do. */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  const at = (i: number, j: number): number => a[i * n + j] ?? 0;
  const turn = (target: Float64Array, one: number, other: number, sine: number, cosine: number): void => {
    const [x, y] = [target[one] ?? 0, target[other] ?? 0];
    target[one] = cosine * x - sine * y;
    target[other] = sine * x + cosine * y;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0;
    let size = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        if (i === j) size += at(i, j) ** 2;
        else off += at(i, j) ** 2;
    if (off <= 1e-30 * size || off === 0) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const between = at(p, q);
        if (between === 0) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * between);
        const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(1, theta));
        const cosine = 1 / Math.hypot(1, tangent);
        const sine = tangent * cosine;
        for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q, sine, cosine);
        for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k, sine, cosine);
        for (let k = 0; k < n; k++) turn(vectors, k * n + p, k * n + q, sine, cosine);
      }
    }
  }
  return { values: Float64Array.from({ length: n }, (_, i) => at(i, i)), vectors };
}
