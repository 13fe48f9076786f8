import { gaussLegendre } from '../../math/gauss-legendre.ts';
import { merged, shared, type Interval } from './intervals.ts';

/** A body of voters with ideal points, so many of whom must prefer a proposal to the status quo, or be indifferent. A veto player is a body of one. */
export interface SpatialBody<Point> {
  readonly ideals: readonly Point[];
  /** How many must accept. */
  readonly needed: number;
}

/** Clause values on two issues. */
export type Point2 = readonly [x: number, y: number];

/** Where at least so many of the intervals lie over each other. */
function covered(intervals: readonly Interval[], needed: number): readonly Interval[] {
  if (needed <= 0) return [[-Infinity, Infinity]];
  // Of ends at one place, those that open come first: the intervals are closed.
  const ends = intervals.flatMap(([low, high]) => [
    { at: low, step: 1 },
    { at: high, step: -1 },
  ]);
  ends.sort((a, b) => a.at - b.at || b.step - a.step);
  const found: Interval[] = [];
  let depth = 0;
  let from: number | undefined;
  for (const { at, step } of ends) {
    depth += step;
    if (from === undefined && depth >= needed) from = at;
    else if (from !== undefined && depth < needed) {
      found.push([from, at]);
      from = undefined;
    }
  }
  return merged(found);
}

/**
 * The win-set on one issue: all values that every body accepts. A voter with ideal x accepts what is no farther from x than the status quo q:
 * the interval between q and 2x − q. Exact. Bodies may be those of several states: the overlap of their win-sets (Putnam 1988).
 */
export function winSet(bodies: readonly SpatialBody<number>[], statusQuo: number): readonly Interval[] {
  const accepted = bodies.map(({ ideals, needed }) =>
    covered(
      ideals.map((ideal): Interval => {
        const mirrored = 2 * ideal - statusQuo;
        return [Math.min(statusQuo, mirrored), Math.max(statusQuo, mirrored)];
      }),
      needed,
    ),
  );
  return accepted.reduce((all, one) => shared(all, one), [[-Infinity, Infinity]]);
}

export interface Box {
  readonly x: Interval;
  readonly y: Interval;
}

export interface WinSetArea {
  readonly area: number;
  /** Area over that of the box. */
  readonly share: number;
  readonly method: string;
  /** Difference from the same rule with fewer points. */
  readonly error: number;
}

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

const POINTS = 24;
const FEWER = 16;
const fine = gaussLegendre(POINTS);
const coarse = gaussLegendre(FEWER);

/** Whether every body accepts a point rather than the status quo. */
export function inWinSet(bodies: readonly SpatialBody<Point2>[], statusQuo: Point2, point: Point2): boolean {
  const distance = (a: Point2, b: Point2): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
  return bodies.every(({ ideals, needed }) => ideals.filter((ideal) => distance(ideal, point) <= distance(ideal, statusQuo)).length >= needed);
}

/** Abscissas between which the length of a slice is smooth: ends of the discs, where circles meet each other and the edges of the box. */
function breaks(discs: readonly Disc[], box: Box): readonly number[] {
  const found = [...box.x];
  discs.forEach((a, i) => {
    found.push(a.x - a.r, a.x + a.r);
    for (const edge of box.y) {
      const half = a.r ** 2 - (edge - a.y) ** 2;
      if (half > 0) found.push(a.x - Math.sqrt(half), a.x + Math.sqrt(half));
    }
    for (const b of discs.slice(0, i)) {
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const d = Math.hypot(dx, dy);
      if (d === 0 || d > a.r + b.r || d < Math.abs(a.r - b.r)) continue;
      const along = (d ** 2 + a.r ** 2 - b.r ** 2) / (2 * d);
      const across = Math.sqrt(Math.max(0, a.r ** 2 - along ** 2));
      found.push(a.x + (along * dx - across * dy) / d, a.x + (along * dx + across * dy) / d);
    }
  });
  const inside = found.filter((x) => x >= box.x[0] && x <= box.x[1]).sort((a, b) => a - b);
  return inside.filter((x, k) => k === 0 || x - (inside[k - 1] ?? 0) > 1e-12);
}

/**
 * Area of the win-set on two issues within a box, preferences Euclidean: each voter accepts the disc about its ideal whose edge runs through
 * the status quo. Vertical slices are exact; between the abscissas where circles meet, their length is integrated by Gauss-Legendre in θ,
 * x = a + (b − a) sin²(θ/2), which takes the square roots at the ends of a disc.
 */
export function winSetArea(bodies: readonly SpatialBody<Point2>[], statusQuo: Point2, box: Box = { x: [0, 1], y: [0, 1] }): WinSetArea {
  const discsOf = bodies.map(({ ideals, needed }) => ({
    needed,
    discs: ideals.map(([x, y]): Disc => ({ x, y, r: Math.hypot(x - statusQuo[0], y - statusQuo[1]) })),
  }));
  const slice = (x: number): number => {
    const accepted = discsOf.map(({ discs, needed }) =>
      covered(
        discs.flatMap((disc): Interval[] => {
          const half = disc.r ** 2 - (x - disc.x) ** 2;
          return half < 0 ? [] : [[disc.y - Math.sqrt(half), disc.y + Math.sqrt(half)]];
        }),
        needed,
      ),
    );
    return accepted.reduce((all, one) => shared(all, one), [box.y]).reduce((sum, [low, high]) => sum + high - low, 0);
  };
  const at = breaks(
    discsOf.flatMap(({ discs }) => discs),
    box,
  );
  const integrate = ({ nodes, weights }: typeof fine): number => {
    let area = 0;
    for (let panel = 1; panel < at.length; panel++) {
      const low = at[panel - 1] ?? 0;
      const width = (at[panel] ?? 0) - low;
      nodes.forEach((u, k) => {
        const theta = Math.PI * u;
        area += (weights[k] ?? 0) * width * (Math.PI / 2) * Math.sin(theta) * slice(low + width * Math.sin(theta / 2) ** 2);
      });
    }
    return area;
  };
  const area = integrate(fine);
  const whole = (box.x[1] - box.x[0]) * (box.y[1] - box.y[0]);
  return { area, share: area / whole, method: 'exact slices, Gauss-Legendre between the points where circles meet', error: Math.abs(area - integrate(coarse)) };
}
