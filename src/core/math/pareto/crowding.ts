/**
 * Crowding distances (Deb and others 2002, section III-B): for each point of a front, the sum over the objectives of how far apart its
 * neighbors are, as a share of the front's range; infinite at the ends.
 */
export function crowdingDistances(front: readonly (readonly number[])[]): number[] {
  const distances = front.map(() => 0);
  const width = front[0]?.length ?? 0;
  for (let m = 0; m < width; m++) {
    const order = front.map((_, i) => i).toSorted((a, b) => (front[a]?.[m] ?? 0) - (front[b]?.[m] ?? 0) || a - b);
    const at = (k: number): number => front[order[k] ?? -1]?.[m] ?? 0;
    const range = at(order.length - 1) - at(0);
    order.forEach((i, k) => {
      if (k === 0 || k === order.length - 1) distances[i] = Infinity;
      else if (range > 0) distances[i] = (distances[i] ?? 0) + (at(k + 1) - at(k - 1)) / range;
    });
  }
  return distances;
}
