import { degrees } from './degree.ts';
import type { Graph } from './graph.ts';

/**
 * Coreness: the greatest k such that a state belongs to a set in which everybody has k partners or more. S. B. Seidman, "Network
 * Structure and Minimum Degree", Social Networks 5 (1983), 269-287; by taking away a state of least degree again and again
 * (V. Batagelj and M. Zaversnik, "An O(m) Algorithm for Cores Decomposition of Networks", 2003). O(n² + m) here, with a plain search
 * for the least.
 */
export function coreness(graph: Graph): Int32Array {
  const { size, starts, targets } = graph;
  const left = degrees(graph);
  const core = new Int32Array(size);
  const gone = new Uint8Array(size);
  let k = 0;
  for (let round = 0; round < size; round++) {
    let least = -1;
    for (let i = 0; i < size; i++) if (gone[i] === 0 && (least === -1 || (left[i] ?? 0) < (left[least] ?? 0))) least = i;
    k = Math.max(k, left[least] ?? 0);
    core[least] = k;
    gone[least] = 1;
    for (let at = starts[least] ?? 0, end = starts[least + 1] ?? 0; at < end; at++) {
      const other = targets[at] ?? 0;
      left[other] = (left[other] ?? 0) - 1;
    }
  }
  return core;
}
