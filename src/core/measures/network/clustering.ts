import type { Graph } from './graph.ts';

/**
 * Clustering: how often two partners of a state are partners themselves.
 *
 * Local, of a state of degree d ≥ 2: ties among its partners over d(d - 1)/2 (D. J. Watts and S. H. Strogatz, "Collective dynamics
 * of 'small-world' networks", Nature 393 (1998), 440-442); undefined below that. Average: over the states where it is defined, as
 * igraph has it; others count undefined as zero. Transitivity: closed over all paths of length two (M. E. J. Newman, "The structure
 * and function of complex networks", SIAM Review 45 (2003), 167-256). O(Σ d²).
 */
export interface Clustering {
  /** NaN for states of fewer than two partners. */
  readonly local: Float64Array;
  /** NaN where no state has two partners. */
  readonly average: number;
  /** NaN where there is no path of length two. */
  readonly transitivity: number;
  readonly triangles: number;
}

export function clustering({ size, starts, targets, ties }: Graph): Clustering {
  const local = new Float64Array(size).fill(Number.NaN);
  let closed = 0;
  let paths = 0;
  let sum = 0;
  let defined = 0;
  for (let i = 0; i < size; i++) {
    const start = starts[i] ?? 0;
    const end = starts[i + 1] ?? 0;
    const possible = ((end - start) * (end - start - 1)) / 2;
    if (possible === 0) continue;
    let found = 0;
    for (let a = start; a < end; a++) {
      const row = (targets[a] ?? 0) * size;
      for (let b = a + 1; b < end; b++) if (ties[row + (targets[b] ?? 0)] !== 0) found += 1;
    }
    local[i] = found / possible;
    sum += found / possible;
    defined += 1;
    closed += found;
    paths += possible;
  }
  return { local, average: sum / defined, transitivity: closed / paths, triangles: closed / 3 };
}
