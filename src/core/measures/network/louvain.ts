import type { Rng } from '../../math/rng.ts';
import type { Graph } from './graph.ts';
import { modularity } from './modularity.ts';

/**
 * Communities by the Louvain method: each state moves to the neighboring community that raises modularity most, until no move
 * raises it; the communities become the states of a smaller graph, and so on. V. D. Blondel, J.-L. Guillaume, R. Lambiotte and
 * E. Lefebvre, "Fast Unfolding of Communities in Large Networks", Journal of Statistical Mechanics (2008), P10008.
 *
 * A heuristic: the states are visited in an order drawn at random, and different orders can end in different partitions of nearly
 * the same modularity. A state without ties is a community of its own. About O(m) a pass.
 */
export interface Communities {
  /** Community of each state, numbered by its first member. */
  readonly of: Int32Array;
  readonly count: number;
  /** NaN where there is no tie. */
  readonly modularity: number;
}

/** A graph whose ties have weights; `loops` holds twice the weight inside each node. */
interface Weighted {
  readonly size: number;
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
  readonly loops: Float64Array;
}

export function louvain(graph: Graph, rng: Rng): Communities {
  const { size, starts, targets } = graph;
  let level: Weighted = { size, starts, targets, weights: new Float64Array(targets.length).fill(1), loops: new Float64Array(size) };
  const of = Int32Array.from({ length: size }, (_, i) => i);
  for (;;) {
    const moved = localMoves(level, targets.length, rng);
    const count = renumber(moved);
    if (count === level.size) break;
    for (let i = 0; i < size; i++) of[i] = moved[of[i] ?? 0] ?? 0;
    level = contract(level, moved, count);
  }
  const count = renumber(of);
  return { of, count, modularity: modularity(graph, of) };
}

/** Phase one: single nodes move while modularity rises. @param total sum of all degrees */
function localMoves({ size, starts, targets, weights, loops }: Weighted, total: number, rng: Rng): Int32Array {
  const of = Int32Array.from({ length: size }, (_, i) => i);
  const degree = loops.slice();
  for (let i = 0; i < size; i++) for (let at = starts[i] ?? 0, end = starts[i + 1] ?? 0; at < end; at++) degree[i] = (degree[i] ?? 0) + (weights[at] ?? 0);
  const ends = degree.slice();
  const links = new Float64Array(size);
  const near = new Int32Array(size);
  const order = shuffled(size, rng);
  for (let moves = 1; moves > 0;) {
    moves = 0;
    for (const i of order) {
      const start = starts[i] ?? 0;
      const end = starts[i + 1] ?? 0;
      if (start === end) continue;
      const own = of[i] ?? 0;
      const weight = degree[i] ?? 0;
      let found = 0;
      for (let at = start; at < end; at++) {
        const community = of[targets[at] ?? 0] ?? 0;
        if (links[community] === 0) near[found++] = community;
        links[community] = (links[community] ?? 0) + (weights[at] ?? 0);
      }
      ends[own] = (ends[own] ?? 0) - weight;
      // Gain of joining c: links to c less what chance gives; the constant parts are left out.
      let best = own;
      let most = (links[own] ?? 0) - ((ends[own] ?? 0) * weight) / total;
      for (let k = 0; k < found; k++) {
        const community = near[k] ?? 0;
        const gain = (links[community] ?? 0) - ((ends[community] ?? 0) * weight) / total;
        if (gain > most + 1e-10) {
          most = gain;
          best = community;
        }
      }
      for (let k = 0; k < found; k++) links[near[k] ?? 0] = 0;
      ends[best] = (ends[best] ?? 0) + weight;
      if (best !== own) {
        of[i] = best;
        moves += 1;
      }
    }
  }
  return of;
}

/** Phase two: communities become nodes, the ties between them one tie of their summed weight. */
function contract({ size, starts, targets, weights, loops }: Weighted, of: Int32Array, count: number): Weighted {
  const members = Array.from({ length: count }, (): number[] => []);
  for (let i = 0; i < size; i++) members[of[i] ?? 0]?.push(i);
  const nextStarts = new Int32Array(count + 1);
  const nextTargets: number[] = [];
  const nextWeights: number[] = [];
  const nextLoops = new Float64Array(count);
  const links = new Float64Array(count);
  members.forEach((inside, own) => {
    const near: number[] = [];
    for (const i of inside) {
      nextLoops[own] = (nextLoops[own] ?? 0) + (loops[i] ?? 0);
      for (let at = starts[i] ?? 0, end = starts[i + 1] ?? 0; at < end; at++) {
        const community = of[targets[at] ?? 0] ?? 0;
        const weight = weights[at] ?? 0;
        if (community === own) nextLoops[own] = (nextLoops[own] ?? 0) + weight;
        else {
          if (links[community] === 0) near.push(community);
          links[community] = (links[community] ?? 0) + weight;
        }
      }
    }
    for (const community of near) {
      nextTargets.push(community);
      nextWeights.push(links[community] ?? 0);
      links[community] = 0;
    }
    nextStarts[own + 1] = nextTargets.length;
  });
  return { size: count, starts: nextStarts, targets: Int32Array.from(nextTargets), weights: Float64Array.from(nextWeights), loops: nextLoops };
}

/** Numbers communities 0, 1, 2 ... by their first member, in place; their number. */
function renumber(of: Int32Array): number {
  const numbers = new Int32Array(of.length).fill(-1);
  let count = 0;
  for (let i = 0; i < of.length; i++) {
    const old = of[i] ?? 0;
    if (numbers[old] === -1) numbers[old] = count++;
    of[i] = numbers[old] ?? 0;
  }
  return count;
}

/** 0 to n - 1 in an order drawn at random (Fisher and Yates). */
function shuffled(n: number, rng: Rng): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = rng.int(i + 1);
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
  return order;
}
