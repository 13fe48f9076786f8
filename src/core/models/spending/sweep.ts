/** Where repeated best responses lead. */
export interface Swept {
  readonly point: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
}

/** Gauss-Seidel: members respond in turn, each to the others' latest, until nobody moves by more than the tolerance. */
export function sweep(start: ArrayLike<number>, respond: (i: number, point: Float64Array) => number, tolerance: number, most = 5000): Swept {
  const point = Float64Array.from(start);
  for (let iterations = 1; iterations <= most; iterations++) {
    let moved = 0;
    for (let i = 0; i < point.length; i++) {
      const next = respond(i, point);
      moved = Math.max(moved, Math.abs(next - (point[i] ?? 0)));
      point[i] = next;
    }
    if (moved <= tolerance) return { point, converged: true, iterations };
  }
  return { point, converged: false, iterations: most };
}
