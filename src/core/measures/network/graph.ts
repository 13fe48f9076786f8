/**
 * An undirected graph over states 0 to n - 1, without loops or multiple edges, and the directions its ties came with.
 * Neighbors in compressed rows, and as a square of bytes to ask for one pair.
 */
export interface Graph {
  readonly size: number;
  /** Neighbors of `i`: `targets[starts[i]]` up to `targets[starts[i + 1]]`, ascending. */
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  /** Bits at `i * size + j`: 1 where `i` is tied to `j`, 2 where `j` to `i`; 0 where neither. */
  readonly ties: Uint8Array;
  readonly edges: number;
}

/** A graph of directed ties `from[k]` to `to[k]`; two are adjacent if either is tied to the other. */
export function createGraph(size: number, from: ArrayLike<number>, to: ArrayLike<number>): Graph {
  const ties = new Uint8Array(size * size);
  for (let k = 0; k < from.length; k++) {
    const i = from[k] ?? 0;
    const j = to[k] ?? 0;
    if (i === j) continue;
    ties[i * size + j] = (ties[i * size + j] ?? 0) | 1;
    ties[j * size + i] = (ties[j * size + i] ?? 0) | 2;
  }
  return graphOfTies(size, ties);
}

function graphOfTies(size: number, ties: Uint8Array): Graph {
  const starts = new Int32Array(size + 1);
  let arcs = 0;
  for (let at = 0; at < ties.length; at++) if (ties[at] !== 0) arcs += 1;
  const targets = new Int32Array(arcs);
  let next = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) if (ties[i * size + j] !== 0) targets[next++] = j;
    starts[i + 1] = next;
  }
  return { size, starts, targets, ties, edges: arcs / 2 };
}

/** The graph with one of its states gone; those after it move down by one. */
export function without(graph: Graph, gone: number): Graph {
  const size = graph.size - 1;
  const old = (i: number): number => (i < gone ? i : i + 1);
  const ties = Uint8Array.from({ length: size * size }, (_, at) => graph.ties[old(Math.floor(at / size)) * graph.size + old(at % size)] ?? 0);
  return graphOfTies(size, ties);
}

/** Neighbors of a state. */
export function neighborsOf({ starts, targets }: Graph, i: number): Int32Array {
  return targets.subarray(starts[i], starts[i + 1]);
}
