import type { Graph } from './graph.ts';

/** Partners of each state, whichever way the ties run. O(n). */
export function degrees({ size, starts }: Graph): Int32Array {
  return Int32Array.from({ length: size }, (_, i) => (starts[i + 1] ?? 0) - (starts[i] ?? 0));
}

/** States tied to each state, and states it is tied to. O(n²). */
export function directedDegrees({ size, ties }: Graph): { readonly in: Int32Array; readonly out: Int32Array } {
  const incoming = new Int32Array(size);
  const outgoing = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const bits = ties[i * size + j] ?? 0;
      outgoing[i] = (outgoing[i] ?? 0) + (bits & 1);
      incoming[i] = (incoming[i] ?? 0) + (bits >> 1);
    }
  }
  return { in: incoming, out: outgoing };
}

/** States with 0, 1, 2 ... partners. */
export function degreeDistribution(graph: Graph): Int32Array {
  const all = degrees(graph);
  const counts = new Int32Array(all.reduce((most, degree) => Math.max(most, degree), 0) + 1);
  for (const degree of all) counts[degree] = (counts[degree] ?? 0) + 1;
  return counts;
}
