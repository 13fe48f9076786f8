import type { Graph } from './graph.ts';

/** Sets of states that ties connect, whichever way they run. */
export interface Components {
  /** Component of each state, numbered by its first member. */
  readonly of: Int32Array;
  readonly sizes: readonly number[];
  /** Of the largest one; 0 of no states. */
  readonly largest: number;
  /** States without a tie. */
  readonly isolates: number;
}

/** Connected components, by depth-first search. O(n + m). */
export function components({ size, starts, targets }: Graph): Components {
  const of = new Int32Array(size).fill(-1);
  const sizes: number[] = [];
  const stack = new Int32Array(size);
  for (let root = 0; root < size; root++) {
    if (of[root] !== -1) continue;
    const number = sizes.length;
    let found = 1;
    let depth = 1;
    stack[0] = root;
    of[root] = number;
    while (depth > 0) {
      const state = stack[--depth] ?? 0;
      for (let at = starts[state] ?? 0, end = starts[state + 1] ?? 0; at < end; at++) {
        const other = targets[at] ?? 0;
        if (of[other] !== -1) continue;
        of[other] = number;
        found += 1;
        stack[depth++] = other;
      }
    }
    sizes.push(found);
  }
  return { of, sizes, largest: sizes.reduce((most, one) => Math.max(most, one), 0), isolates: sizes.filter((one) => one === 1).length };
}
