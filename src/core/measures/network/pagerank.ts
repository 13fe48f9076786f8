import type { Graph } from './graph.ts';

/**
 * PageRank: where a walker is found that follows a random tie, or, one time in 1/(1 - d), jumps to any state; from a state
 * without ties it always jumps. S. Brin and L. Page, "The Anatomy of a Large-Scale Hypertextual Web Search Engine", Computer
 * Networks 30 (1998), 107-117, d = .85:
 *
 *     x_i = (1 - d)/n + d · (Σ_{j ~ i} x_j / deg_j + Σ_{deg_j = 0} x_j / n)
 *
 * The jumps reach every state alike, so the equations are solved with 1 in their place (Gauss-Seidel) and the values scaled to sum
 * to 1. O(m) a round.
 */
export interface PageRank {
  readonly values: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

const MOST_ITERATIONS = 1000;

export function pageRank({ size, starts, targets }: Graph, { damping = 0.85, tolerance = 1e-15 } = {}): PageRank {
  const values = new Float64Array(size).fill(1);
  // What each state passes on along each of its ties.
  const passed = new Float64Array(size).fill(1);
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < MOST_ITERATIONS) {
    let change = 0;
    for (let i = 0; i < size; i++) {
      const start = starts[i] ?? 0;
      const end = starts[i + 1] ?? 0;
      if (start === end) continue;
      let inflow = 0;
      for (let at = start; at < end; at++) inflow += passed[targets[at] ?? 0] ?? 0;
      const value = 1 + damping * inflow;
      change = Math.max(change, Math.abs(value - (values[i] ?? 0)) / value);
      values[i] = value;
      passed[i] = value / (end - start);
    }
    iterations += 1;
    converged = change <= tolerance;
  }
  const sum = values.reduce((total, value) => total + value, 0);
  return { values: values.map((value) => value / sum), iterations, converged };
}
