import type { Kernel } from '../likelihood.ts';
import type { Link } from '../links.ts';
import { lookAhead, type ErrorType } from './looking-ahead.ts';
import { decisionsOf, type Game } from './tree.ts';

export interface GameErrors {
  readonly link: Link;
  readonly type: ErrorType;
  /** How many log scales follow the utilities among the indices: none (all 1), one for all players, or one for each. */
  readonly scales: number;
}

export interface GameModel extends Kernel {
  /** Fills `out` with the chance of each outcome at given indices. */
  readonly chances: (eta: Float64Array, out: Float64Array) => void;
}

/**
 * A game as a likelihood. Indices are the utilities in the game's order, then the log scales. Solved from the last move upward; derivatives
 * go down the same way.
 * @param outcome the outcome of each row, from 0
 */
export function gameKernel(game: Game, outcome: Int32Array, { link, type, scales }: GameErrors): GameModel {
  const { nodes, choices } = decisionsOf(game);
  const U = game.utilities.length;
  const K = U + scales;
  const moves = nodes.map((node) => ({
    ...node,
    ahead: lookAhead(node, type),
    scale: scales === 0 ? -1 : U + (scales === 1 ? 0 : node.player - 1),
    utilities: new Float64Array(node.paths.length),
    utility: Int32Array.from(node.paths, (path) => path.utility),
    q: new Float64Array(node.later.length),
    z: 0,
    /** F, f, f′ at z. */
    chance: new Float64Array(3),
    /** ∂z/∂η and ∂²z/∂η∂η'. */
    one: new Float64Array(K),
    two: new Float64Array(K * K),
  }));
  type Node = (typeof moves)[number];

  function solve(eta: Float64Array, order: 0 | 1 | 2): void {
    for (let at = moves.length - 1; at >= 0; at--) {
      const move = moves[at];
      if (move === undefined) continue;
      const { utility, utilities, q, later, ahead, scale } = move;
      for (let path = 0; path < utility.length; path++) {
        const index = utility[path] ?? -1;
        utilities[path] = index < 0 ? 0 : (eta[index] ?? 0);
      }
      for (let m = 0; m < later.length; m++) q[m] = moves[later[m] ?? 0]?.chance[0] ?? 0;
      ahead.look(utilities, q, order);
      const shrink = scale < 0 ? 1 : Math.exp(-(eta[scale] ?? 0));
      move.z = ahead.z() * shrink;
      if (order > 0) differentiate(move, shrink, order === 2);
      if (at > 0 || order === 0) link.chance(move.z, move.chance);
    }
  }

  function differentiate(move: Node, shrink: number, twice: boolean): void {
    const { ahead, utility, later, one, two, scale } = move;
    one.fill(0);
    for (let path = 0; path < utility.length; path++) {
      const index = utility[path] ?? -1;
      if (index >= 0) one[index] = ahead.slope(path);
    }
    for (let m = 0; m < later.length; m++) {
      const below = moves[later[m] ?? 0];
      if (below === undefined) continue;
      const slope = ahead.byLater(m) * (below.chance[1] ?? 0);
      for (let i = 0; i < K; i++) one[i] = (one[i] ?? 0) + slope * (below.one[i] ?? 0);
    }
    if (twice) {
      two.fill(0);
      for (let m = 0; m < later.length; m++) {
        const below = moves[later[m] ?? 0];
        if (below !== undefined) throughLater(move, below, m);
      }
    }
    if (scale < 0) return;
    // z = z̃ e^(−s): the scale shrinks what stands, and enters once more itself.
    for (let i = 0; i < K; i++) one[i] = (one[i] ?? 0) * shrink;
    if (twice) {
      for (let i = 0; i < K * K; i++) two[i] = (two[i] ?? 0) * shrink;
      for (let i = 0; i < K; i++) {
        two[i * K + scale] = (two[i * K + scale] ?? 0) - (one[i] ?? 0);
        two[scale * K + i] = (two[scale * K + i] ?? 0) - (one[i] ?? 0);
      }
      two[scale * K + scale] = (two[scale * K + scale] ?? 0) + move.z;
    }
    one[scale] = (one[scale] ?? 0) - move.z;
  }

  /** What a later move adds to the second derivatives: with the utilities, with every later move, and by its own curvature. */
  function throughLater({ ahead, utility, later, two }: Node, below: Node, m: number): void {
    const f = below.chance[1] ?? 0;
    for (let path = 0; path < utility.length; path++) {
      const index = utility[path] ?? -1;
      if (index < 0) continue;
      const mixed = ahead.slopeByLater(path, m) * f;
      if (mixed === 0) continue;
      for (let i = 0; i < K; i++) {
        const part = mixed * (below.one[i] ?? 0);
        two[index * K + i] = (two[index * K + i] ?? 0) + part;
        two[i * K + index] = (two[i * K + index] ?? 0) + part;
      }
    }
    for (let n = 0; n < later.length; n++) {
      const other = moves[later[n] ?? 0];
      if (other === undefined) continue;
      const bend = ahead.byLaterTwice(m, n) * f * (other.chance[1] ?? 0) + (n === m ? ahead.byLater(m) * (below.chance[2] ?? 0) : 0);
      if (bend === 0) continue;
      for (let i = 0; i < K; i++) {
        const part = bend * (below.one[i] ?? 0);
        if (part !== 0) for (let j = 0; j < K; j++) two[i * K + j] = (two[i * K + j] ?? 0) + part * (other.one[j] ?? 0);
      }
    }
    if (below.later.length === 0 && below.scale < 0) return;
    const slope = ahead.byLater(m) * f;
    for (let i = 0; i < K * K; i++) two[i] = (two[i] ?? 0) + slope * (below.two[i] ?? 0);
  }

  const choice = new Float64Array(3);
  return {
    indices: K,
    at: (eta, row, order, gradient, hessian) => {
      solve(eta, order);
      if (order > 0) gradient.fill(0);
      if (order > 1) hessian.fill(0);
      const way = choices[outcome[row] ?? 0] ?? [];
      let total = 0;
      for (let step = 0; step < way.length; step++) {
        const taken = way[step];
        const move = moves[taken?.node ?? 0];
        if (move === undefined || taken === undefined) continue;
        link.choice(move.z, taken.right, choice);
        total += choice[0] ?? 0;
        if (order === 0) continue;
        const slope = choice[1] ?? 0;
        const { one, two } = move;
        for (let i = 0; i < K; i++) gradient[i] = (gradient[i] ?? 0) + slope * (one[i] ?? 0);
        if (order === 1) continue;
        const bend = choice[2] ?? 0;
        for (let i = 0; i < K; i++) {
          const part = bend * (one[i] ?? 0);
          for (let j = i; j < K; j++) hessian[i * K + j] = (hessian[i * K + j] ?? 0) + part * (one[j] ?? 0) + slope * (two[i * K + j] ?? 0);
        }
      }
      if (order > 1) for (let i = 0; i < K; i++) for (let j = 0; j < i; j++) hessian[i * K + j] = hessian[j * K + i] ?? 0;
      return total;
    },
    chances: (eta, out) => {
      solve(eta, 0);
      choices.forEach((way, end) => {
        out[end] = way.reduce((product, { node, right }) => {
          const p = moves[node]?.chance[0] ?? 0;
          return product * (right ? p : 1 - p);
        }, 1);
      });
    },
  };
}
