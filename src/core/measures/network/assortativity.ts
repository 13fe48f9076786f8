import { degrees } from './degree.ts';
import type { Graph } from './graph.ts';

/**
 * Degree assortativity: correlation of the degrees at the two ends of a tie, each tie taken both ways. M. E. J. Newman,
 * "Assortative Mixing in Networks", Physical Review Letters 89 (2002), 208701. NaN where all ends have one degree. O(m).
 */
export function degreeAssortativity(graph: Graph): number {
  const { size, starts, targets } = graph;
  const degree = degrees(graph);
  let ends = 0;
  let sum = 0;
  let squares = 0;
  let products = 0;
  for (let i = 0; i < size; i++) {
    const own = degree[i] ?? 0;
    ends += own;
    sum += own * own;
    squares += own * own * own;
    for (let at = starts[i] ?? 0, end = starts[i + 1] ?? 0; at < end; at++) products += own * (degree[targets[at] ?? 0] ?? 0);
  }
  const variance = ends * squares - sum * sum;
  return variance === 0 ? Number.NaN : (ends * products - sum * sum) / variance;
}
