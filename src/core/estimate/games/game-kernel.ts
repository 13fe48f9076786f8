import type { Kernel } from '../likelihood.ts';
import type { Link } from '../links.ts';
import { lookAhead, type ErrorType } from './looking-ahead.ts';
import { decisionsOf, type Game } from './tree.ts';

export interface GameErrors {
  readonly link: Link;
  readonly type: ErrorType;
  /** How many log scales follow the utilities among the indices: none (all 1), one for all players, or one for each. */
  readonly scales: number;
  /** Which indices have coefficients; the others are constants, and nothing is differentiated by them. All when left out. */
  readonly varying?: readonly boolean[];
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
export function gameKernel(game: Game, outcome: Int32Array, { link, type, scales, varying }: GameErrors): GameModel {
  const { nodes, choices } = decisionsOf(game);
  const U = game.utilities.length;
  const K = U + scales;
  const varies = (index: number): boolean => index >= 0 && (varying?.[index] ?? true);
  const scaleOf = (player: number): number => (scales === 0 ? -1 : U + (scales === 1 ? 0 : player - 1));
  /** The varying indices on which a move depends. */
  const supportOf = (node: number): number[] => {
    const { player, paths, later } = nodes[node] ?? { player: 1, paths: [], later: [] };
    const own = [...paths.map(({ utility }) => utility), scaleOf(player)].filter(varies);
    return [...new Set([...own, ...later.flatMap(supportOf)])].sort((a, b) => a - b);
  };
  const moves = nodes.map((node, at) => ({
    ...node,
    ahead: lookAhead(node, type),
    scale: scaleOf(node.player),
    utilities: new Float64Array(node.paths.length),
    utility: Int32Array.from(node.paths, (path) => path.utility),
    /** Utilities by which it is differentiated, by path; −1 elsewhere. */
    moving: Int32Array.from(node.paths, (path) => (varies(path.utility) ? path.utility : -1)),
    support: Int32Array.from(supportOf(at)),
    /** Whether z bends in the indices: not where it is linear in utilities. */
    bends: node.later.length > 0 || scales > 0,
    q: new Float64Array(node.later.length),
    z: 0,
    /** F, f, f′ at z. */
    chance: new Float64Array(3),
    /** ∂z/∂η, and ∂²z/∂η∂η' (both triangles). */
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
      move.z = (ahead.z[0] ?? 0) * shrink;
      if (order > 0) differentiate(move, shrink, order === 2);
      if (at > 0 || order === 0) link.chance(move.z, move.chance);
    }
  }

  function differentiate(move: Node, shrink: number, twice: boolean): void {
    const { ahead, moving, later, one, two, scale, support, bends } = move;
    const S = support.length;
    for (let i = 0; i < S; i++) one[support[i] ?? 0] = 0;
    for (let path = 0; path < moving.length; path++) {
      const index = moving[path] ?? -1;
      if (index >= 0) one[index] = ahead.slopes[path] ?? 0;
    }
    for (let m = 0; m < later.length; m++) {
      const below = moves[later[m] ?? 0];
      if (below === undefined) continue;
      const slope = (ahead.byLater[m] ?? 0) * (below.chance[1] ?? 0);
      const lower = below.support;
      for (let i = 0; i < lower.length; i++) one[lower[i] ?? 0] = (one[lower[i] ?? 0] ?? 0) + slope * (below.one[lower[i] ?? 0] ?? 0);
    }
    if (twice && bends) {
      for (let i = 0; i < S; i++) for (let j = 0; j < S; j++) two[(support[i] ?? 0) * K + (support[j] ?? 0)] = 0;
      for (let m = 0; m < later.length; m++) {
        const below = moves[later[m] ?? 0];
        if (below !== undefined) throughLater(move, below, m);
      }
    }
    if (scale < 0) return;
    // z = z̃ e^(−s): the scale shrinks what stands, and enters once more itself.
    for (let i = 0; i < S; i++) one[support[i] ?? 0] = (one[support[i] ?? 0] ?? 0) * shrink;
    if (twice) for (let i = 0; i < S; i++) for (let j = 0; j < S; j++) scaleCell(two, (support[i] ?? 0) * K + (support[j] ?? 0), shrink);
    if (!varies(scale)) return;
    if (twice) {
      for (let i = 0; i < S; i++) {
        const index = support[i] ?? 0;
        two[index * K + scale] = (two[index * K + scale] ?? 0) - (one[index] ?? 0);
        two[scale * K + index] = (two[scale * K + index] ?? 0) - (one[index] ?? 0);
      }
      two[scale * K + scale] = (two[scale * K + scale] ?? 0) + move.z;
    }
    one[scale] = (one[scale] ?? 0) - move.z;
  }

  /** What a later move adds to the second derivatives: with the utilities, with every later move, and by its own curvature. */
  function throughLater({ ahead, moving, later, two }: Node, below: Node, m: number): void {
    const f = below.chance[1] ?? 0;
    const lower = below.support;
    for (let path = 0; path < moving.length; path++) {
      const index = moving[path] ?? -1;
      if (index < 0) continue;
      const mixed = (ahead.slopesByLater[path * later.length + m] ?? 0) * f;
      if (mixed === 0) continue;
      for (let i = 0; i < lower.length; i++) {
        const by = lower[i] ?? 0;
        const part = mixed * (below.one[by] ?? 0);
        two[index * K + by] = (two[index * K + by] ?? 0) + part;
        two[by * K + index] = (two[by * K + index] ?? 0) + part;
      }
    }
    for (let n = 0; n < later.length; n++) {
      const other = moves[later[n] ?? 0];
      if (other === undefined) continue;
      const bend = (ahead.byLaterTwice[m * later.length + n] ?? 0) * f * (other.chance[1] ?? 0) + (n === m ? (ahead.byLater[m] ?? 0) * (below.chance[2] ?? 0) : 0);
      if (bend !== 0) addOuter(two, bend, below, other);
    }
    if (!below.bends) return;
    const slope = (ahead.byLater[m] ?? 0) * f;
    for (let i = 0; i < lower.length; i++) {
      for (let j = 0; j < lower.length; j++) {
        const at = (lower[i] ?? 0) * K + (lower[j] ?? 0);
        two[at] = (two[at] ?? 0) + slope * (below.two[at] ?? 0);
      }
    }
  }

  /** Adds the product of two moves' slopes, times a factor. */
  function addOuter(two: Float64Array, factor: number, a: Node, b: Node): void {
    for (let i = 0; i < a.support.length; i++) {
      const line = a.support[i] ?? 0;
      const part = factor * (a.one[line] ?? 0);
      for (let j = 0; j < b.support.length; j++) {
        const column = b.support[j] ?? 0;
        two[line * K + column] = (two[line * K + column] ?? 0) + part * (b.one[column] ?? 0);
      }
    }
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
        const { one, two, support, bends } = move;
        for (let i = 0; i < support.length; i++) gradient[support[i] ?? 0] = (gradient[support[i] ?? 0] ?? 0) + slope * (one[support[i] ?? 0] ?? 0);
        if (order === 1) continue;
        const bend = choice[2] ?? 0;
        for (let i = 0; i < support.length; i++) {
          const line = support[i] ?? 0;
          const part = bend * (one[line] ?? 0);
          for (let j = i; j < support.length; j++) {
            const cell = line * K + (support[j] ?? 0);
            hessian[cell] = (hessian[cell] ?? 0) + part * (one[support[j] ?? 0] ?? 0) + (bends ? slope * (two[cell] ?? 0) : 0);
          }
        }
      }
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

function scaleCell(cells: Float64Array, at: number, factor: number): void {
  cells[at] = (cells[at] ?? 0) * factor;
}
