export interface Arc {
  readonly key: string;
  readonly d: string;
}

/** An arc between two points of the map, bent to the left, its end held back for the arrowhead. Null where they nearly meet. */
export function arcPath(from: readonly [number, number], to: readonly [number, number]): string | null {
  const [ax, ay] = from;
  const [bx, by] = to;
  const length = Math.hypot(bx - ax, by - ay);
  if (length < 10) return null;
  const bend = Math.min(60, length * 0.2);
  const mx = (ax + bx) / 2 + ((by - ay) / length) * bend;
  const my = (ay + by) / 2 - ((bx - ax) / length) * bend;
  const t = Math.max(0.5, 1 - 9 / length);
  const end = (a: number, m: number, b: number): number => (1 - t) * (1 - t) * a + 2 * (1 - t) * t * m + t * t * b;
  const fix = (value: number): string => value.toFixed(1);
  return `M${fix(ax)} ${fix(ay)}Q${fix((1 - t) * ax + t * mx)} ${fix((1 - t) * ay + t * my)} ${fix(end(ax, mx, bx))} ${fix(end(ay, my, by))}`;
}
