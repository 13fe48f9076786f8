import type { Graph } from './graph.ts';

/**
 * What shortest paths tell of states, in one breadth-first search from each.
 *
 * Betweenness: over pairs of other states, the share of their shortest paths that pass through a state; each unordered pair counted
 * once, not normalized (L. C. Freeman, "A Set of Measures of Centrality Based on Betweenness", Sociometry 40 (1977), 35-41), by the
 * accumulation of U. Brandes, "A Faster Algorithm for Betweenness Centrality", Journal of Mathematical Sociology 25 (2001), 163-177:
 * with σ the numbers of shortest paths from s, δ(v) = Σ σ(v)/σ(w) · (1 + δ(w)) over the w that v precedes.
 *
 * Closeness: 1 over the sum of distances to the states that can be reached; NaN where there is none (Freeman, "Centrality in Social
 * Networks", Social Networks 1 (1978/79), 215-239, within the component). Mean distance: over connected pairs. O(n·m).
 */
export interface ShortestPaths {
  readonly betweenness: Float64Array;
  readonly closeness: Float64Array;
  /** NaN where no two states are connected. */
  readonly meanDistance: number;
}

export function shortestPaths({ size, starts, targets }: Graph): ShortestPaths {
  const betweenness = new Float64Array(size);
  const closeness = new Float64Array(size).fill(Number.NaN);
  const distance = new Int32Array(size);
  const sigma = new Float64Array(size);
  const delta = new Float64Array(size);
  const queue = new Int32Array(size);
  let sum = 0;
  let pairs = 0;
  for (let source = 0; source < size; source++) {
    if (starts[source] === starts[source + 1]) continue;
    distance.fill(-1);
    sigma.fill(0);
    delta.fill(0);
    distance[source] = 0;
    sigma[source] = 1;
    queue[0] = source;
    let reached = 1;
    let total = 0;
    for (let head = 0; head < reached; head++) {
      const v = queue[head] ?? 0;
      const next = (distance[v] ?? 0) + 1;
      const paths = sigma[v] ?? 0;
      for (let at = starts[v] ?? 0, end = starts[v + 1] ?? 0; at < end; at++) {
        const w = targets[at] ?? 0;
        const known = distance[w] ?? 0;
        if (known === -1) {
          distance[w] = next;
          sigma[w] = paths;
          total += next;
          queue[reached++] = w;
        } else if (known === next) sigma[w] = (sigma[w] ?? 0) + paths;
      }
    }
    for (let tail = reached - 1; tail > 0; tail--) {
      const w = queue[tail] ?? 0;
      const before = (distance[w] ?? 0) - 1;
      const dependency = delta[w] ?? 0;
      betweenness[w] = (betweenness[w] ?? 0) + dependency / 2;
      // The source itself gathers nothing that is asked for.
      if (before === 0) continue;
      const share = (1 + dependency) / (sigma[w] ?? 1);
      for (let at = starts[w] ?? 0, end = starts[w + 1] ?? 0; at < end; at++) {
        const v = targets[at] ?? 0;
        if (distance[v] === before) delta[v] = (delta[v] ?? 0) + (sigma[v] ?? 0) * share;
      }
    }
    closeness[source] = 1 / total;
    sum += total;
    pairs += reached - 1;
  }
  return { betweenness, closeness, meanDistance: sum / pairs };
}
