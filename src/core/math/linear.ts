/**
 * Solves A x = b by elimination with partial pivoting, in place: A (n × n, row by row) is destroyed and b becomes x.
 * @returns the determinant's sign, or 0 where A is singular to working precision and b is left undefined
 */
export function solveInPlace(a: Float64Array, b: Float64Array, n: number): -1 | 0 | 1 {
  let sign: -1 | 1 = 1;
  let scale = 0;
  for (const value of a) scale = Math.max(scale, Math.abs(value));
  const tiny = scale * n * Number.EPSILON;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k] ?? 0) > Math.abs(a[pivot * n + k] ?? 0)) pivot = i;
    const top = a[pivot * n + k] ?? 0;
    if (Math.abs(top) <= tiny) return 0;
    if (top < 0) sign = sign === 1 ? -1 : 1;
    if (pivot !== k) {
      sign = sign === 1 ? -1 : 1;
      for (let j = k; j < n; j++) {
        const swap = a[k * n + j] ?? 0;
        a[k * n + j] = a[pivot * n + j] ?? 0;
        a[pivot * n + j] = swap;
      }
      const swap = b[k] ?? 0;
      b[k] = b[pivot] ?? 0;
      b[pivot] = swap;
    }
    for (let i = k + 1; i < n; i++) {
      const factor = (a[i * n + k] ?? 0) / top;
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++) a[i * n + j] = (a[i * n + j] ?? 0) - factor * (a[k * n + j] ?? 0);
      b[i] = (b[i] ?? 0) - factor * (b[k] ?? 0);
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] ?? 0;
    for (let j = i + 1; j < n; j++) sum -= (a[i * n + j] ?? 0) * (b[j] ?? 0);
    b[i] = sum / (a[i * n + i] ?? 1);
  }
  return sign;
}

/** The inverse of A (n × n, row by row), which is left as it is; undefined where A is singular to working precision. */
export function invert(a: Float64Array, n: number): Float64Array | undefined {
  const left = a.slice();
  const right = new Float64Array(n * n);
  for (let i = 0; i < n; i++) right[i * n + i] = 1;
  let scale = 0;
  for (const value of a) scale = Math.max(scale, Math.abs(value));
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(left[i * n + k] ?? 0) > Math.abs(left[pivot * n + k] ?? 0)) pivot = i;
    const top = left[pivot * n + k] ?? 0;
    if (Math.abs(top) <= scale * n * Number.EPSILON) return undefined;
    for (let j = 0; j < n; j++) {
      const l = left[pivot * n + j] ?? 0;
      left[pivot * n + j] = left[k * n + j] ?? 0;
      left[k * n + j] = l / top;
      const r = right[pivot * n + j] ?? 0;
      right[pivot * n + j] = right[k * n + j] ?? 0;
      right[k * n + j] = r / top;
    }
    for (let i = 0; i < n; i++) {
      const factor = i === k ? 0 : (left[i * n + k] ?? 0);
      if (factor === 0) continue;
      for (let j = k; j < n; j++) left[i * n + j] = (left[i * n + j] ?? 0) - factor * (left[k * n + j] ?? 0);
      for (let j = 0; j < n; j++) right[i * n + j] = (right[i * n + j] ?? 0) - factor * (right[k * n + j] ?? 0);
    }
  }
  return right;
}

/** A x, for A n × n row by row. */
export function multiply(a: Float64Array, x: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (a[i * n + j] ?? 0) * (x[j] ?? 0);
    product[i] = sum;
  }
  return product;
}
