import { dominates } from './dominance.ts';

type Point = readonly number[];

/**
 * The volume that a set of points dominates within a reference point: the one measure of a front that grows whenever the front gets better
 * (Zitzler and Thiele 1999). Objectives are to be made small; points that do not lie below the reference everywhere add nothing. Exact:
 * a sweep in two objectives, else the recursion of While, Bradstreet and Barone (2012, IEEE Transactions on Evolutionary Computation 16: 86-95).
 */
export function hypervolume(points: readonly Point[], reference: Point): number {
  const inside = points.filter((point) => point.every((value, i) => value < (reference[i] ?? Infinity)));
  return volume(undominated(inside), reference);
}

/** Each of several alike once. */
function undominated(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    if (kept.some((other) => dominates(other, point) || other.every((value, i) => value === point[i]))) continue;
    for (let k = kept.length - 1; k >= 0; k--) if (dominates(point, kept[k] ?? [])) kept.splice(k, 1);
    kept.push(point);
  }
  return kept;
}

function volume(front: readonly Point[], reference: Point): number {
  const width = reference.length;
  if (front.length === 0) return 0;
  if (width === 1) return (reference[0] ?? 0) - Math.min(...front.map(([value = 0]) => value));
  if (width === 2) return area(front, reference);
  // The last objective descends: every point is limited to those after it, which are lower there, so that one dimension falls away.
  const last = width - 1;
  const order = front.toSorted((a, b) => (b[last] ?? 0) - (a[last] ?? 0));
  return order.reduce((sum, point, i) => sum + exclusive(point, order.slice(i + 1), reference), 0);
}

/** What a point dominates that none of the others does. */
function exclusive(point: Point, others: readonly Point[], reference: Point): number {
  const own = point.reduce((product, value, i) => product * ((reference[i] ?? 0) - value), 1);
  const last = reference.length - 1;
  // Others are lower in the last objective: limited to the point they all stand at its height there.
  const limited = undominated(others.map((other) => point.slice(0, last).map((value, i) => Math.max(value, other[i] ?? 0))));
  return own - ((reference[last] ?? 0) - (point[last] ?? 0)) * volume(limited, reference.slice(0, last));
}

function area(front: readonly Point[], [right = 0, top = 0]: Point): number {
  let sum = 0;
  let ceiling = top;
  for (const [x = 0, y = 0] of front.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))) {
    if (y >= ceiling) continue;
    sum += (right - x) * (ceiling - y);
    ceiling = y;
  }
  return sum;
}
