/** Arithmetic on the first `count` numbers of columns, place by place: the loops that fits spend their time in. */

export function clear(target: Float64Array, count: number): void {
  for (let at = 0; at < count; at++) target[at] = 0;
}

export function copy(target: Float64Array, from: Float64Array, count: number): void {
  for (let at = 0; at < count; at++) target[at] = from[at] ?? 0;
}

/** target += a. */
export function add(target: Float64Array, a: Float64Array, count: number): void {
  for (let at = 0; at < count; at++) target[at] = (target[at] ?? 0) + (a[at] ?? 0);
}

/** target += factor · a. */
export function addScaled(target: Float64Array, factor: number, a: Float64Array, count: number): void {
  for (let at = 0; at < count; at++) target[at] = (target[at] ?? 0) + factor * (a[at] ?? 0);
}

/** target += factor · a · b. */
export function addProduct(target: Float64Array, factor: number, a: Float64Array, b: Float64Array, count: number): void {
  for (let at = 0; at < count; at++) target[at] = (target[at] ?? 0) + factor * (a[at] ?? 0) * (b[at] ?? 0);
}

/** target = a · b. */
export function multiply(target: Float64Array, a: Float64Array, b: Float64Array, count: number): void {
  for (let at = 0; at < count; at++) target[at] = (a[at] ?? 0) * (b[at] ?? 0);
}
