import type { Graph } from './graph.ts';

/** Share of the pairs that are tied; NaN of fewer than two states. */
export function density({ size, edges }: Graph): number {
  return size < 2 ? Number.NaN : (2 * edges) / (size * (size - 1));
}
