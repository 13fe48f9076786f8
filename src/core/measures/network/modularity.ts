import type { Graph } from './graph.ts';

/**
 * Modularity of a partition: share of the ties inside communities, less what it would be if ties fell at random among states of
 * the same degrees. M. E. J. Newman and M. Girvan, "Finding and Evaluating Community Structure in Networks", Physical Review E 69
 * (2004), 026113:
 *
 *     Q = Σ_c (L_c / m - (D_c / 2m)²)
 *
 * L_c ties inside community c, D_c the sum of its degrees. NaN where there is no tie. O(m).
 */
export function modularity({ size, starts, targets }: Graph, community: ArrayLike<number>): number {
  const inside = new Map<number, number>();
  const ends = new Map<number, number>();
  for (let i = 0; i < size; i++) {
    const own = community[i] ?? 0;
    ends.set(own, (ends.get(own) ?? 0) + (starts[i + 1] ?? 0) - (starts[i] ?? 0));
    for (let at = starts[i] ?? 0, end = starts[i + 1] ?? 0; at < end; at++) {
      if (community[targets[at] ?? 0] === own) inside.set(own, (inside.get(own) ?? 0) + 1);
    }
  }
  const total = targets.length;
  let sum = 0;
  for (const [own, degree] of ends) sum += (inside.get(own) ?? 0) / total - (degree / total) ** 2;
  return sum;
}
