/**
 * Eigenvalues of a symmetric tridiagonal matrix by QL with implicit shifts (J. H. Wilkinson and C. Reinsch, Handbook for Automatic
 * Computation II: Linear Algebra (1971), contribution II/4). O(n²), and O(n³) with vectors.
 */
export interface TridiagonalEigen {
  /** In no order. */
  readonly values: Float64Array;
  /** Component `i` of the vector of value `k`, at `i * n + k`; empty unless asked for. */
  readonly vectors: Float64Array;
}

/**
 * @param diagonal n entries
 * @param beside entry `i` couples `i` and `i + 1`; n - 1 are read
 * @throws {RangeError} where an entry is not finite
 */
export function tridiagonalEigen(diagonal: Float64Array, beside: Float64Array, { vectors: wanted = false } = {}): TridiagonalEigen {
  const n = diagonal.length;
  const d = diagonal.slice();
  const e = new Float64Array(n);
  e.set(beside.subarray(0, Math.max(0, n - 1)));
  const z = new Float64Array(wanted ? n * n : 0);
  if (wanted) for (let i = 0; i < n; i++) z[i * n + i] = 1;
  for (let l = 0; l < n; l++) {
    for (let round = 0; ; round++) {
      const m = firstSplit(d, e, l);
      if (m === l) break;
      if (round === 100) throw new RangeError('the eigenvalues of a matrix with entries that are not finite were asked for');
      sweep(d, e, z, l, m);
    }
  }
  return { values: d, vectors: z };
}

/** The first row from `l` on that is not coupled to the next. */
function firstSplit(d: Float64Array, e: Float64Array, l: number): number {
  let m = l;
  while (m < d.length - 1 && Math.abs(e[m] ?? 0) > Number.EPSILON * (Math.abs(d[m] ?? 0) + Math.abs(d[m + 1] ?? 0))) m += 1;
  return m;
}

/** One implicit QL sweep over the rows from `m` up to `l`. */
function sweep(d: Float64Array, e: Float64Array, z: Float64Array, l: number, m: number): void {
  const n = d.length;
  const dl = d[l] ?? 0;
  const el = e[l] ?? 0;
  const half = ((d[l + 1] ?? 0) - dl) / (2 * el);
  const root = Math.hypot(half, 1);
  let g = (d[m] ?? 0) - dl + el / (half + (half >= 0 ? root : -root));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = s * (e[i] ?? 0);
    const b = c * (e[i] ?? 0);
    const r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = (d[i + 1] ?? 0) - p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = (d[i + 1] ?? 0) - p;
    const t = ((d[i] ?? 0) - g) * s + 2 * c * b;
    p = s * t;
    d[i + 1] = g + p;
    g = c * t - b;
    for (let k = 0; k < z.length; k += n) {
      const right = z[k + i + 1] ?? 0;
      const left = z[k + i] ?? 0;
      z[k + i + 1] = s * left + c * right;
      z[k + i] = c * left - s * right;
    }
  }
  d[l] = (d[l] ?? 0) - p;
  e[l] = g;
  e[m] = 0;
}
