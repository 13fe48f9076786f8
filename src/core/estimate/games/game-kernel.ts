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
 * A game as a likelihood. Indices are the utilities in the game's order, then the log scales. Solved from the last move upward; derivatives go
 * down the other way: z̄ of a move is what its z is worth to the log-likelihood, by its own choice and through earlier ones.
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
    ahead: lookAhead(node, type),
    scale: scaleOf(node.player),
    later: Int32Array.from(node.later),
    utilities: new Float64Array(node.paths.length),
    utility: Int32Array.from(node.paths, (path) => path.utility),
    /** Utilities by which it is differentiated, by path; −1 elsewhere. */
    moving: Int32Array.from(node.paths, (path) => (varies(path.utility) ? path.utility : -1)),
    support: Int32Array.from(supportOf(at)),
    q: new Float64Array(node.later.length),
    z: 0,
    /** e^(−log scale). */
    shrink: 1,
    /** F, f, f′ at z. */
    chance: new Float64Array(3),
    /** First and second derivative of the log-likelihood in z, by this choice; z̄. */
    slope: 0,
    bend: 0,
    worth: 0,
    /** ∂z/∂η. */
    one: new Float64Array(K),
    /** Half of what stands beside ∂z/∂η in the second derivatives. */
    beside: new Float64Array(K),
  }));
  type Node = (typeof moves)[number];
  const M = moves.length;
  /** Second derivatives of the log-likelihood in the z of two moves. */
  const bends = new Float64Array(M * M);
  const outer = new Float64Array(K * K);
  const choice = new Float64Array(3);

  function solve(eta: Float64Array, order: 0 | 1 | 2, whole = false): void {
    for (let at = M - 1; at >= 0; at--) {
      const move = moves[at];
      if (move === undefined) continue;
      const { utility, utilities, q, later, ahead, scale } = move;
      for (let path = 0; path < utility.length; path++) {
        const index = utility[path] ?? -1;
        utilities[path] = index < 0 ? 0 : (eta[index] ?? 0);
      }
      for (let m = 0; m < later.length; m++) q[m] = moves[later[m] ?? 0]?.chance[0] ?? 0;
      ahead.look(utilities, q, order);
      move.shrink = scale < 0 ? 1 : Math.exp(-(eta[scale] ?? 0));
      move.z = (ahead.z[0] ?? 0) * move.shrink;
      // What the first move is likely to be concerns nobody before it.
      if (at > 0 || whole) link.chance(move.z, move.chance);
    }
  }

  /** What the choices made are worth: the log-likelihood, and its derivatives in each z. */
  function observe(end: number): number {
    for (let at = 0; at < M; at++) {
      const move = moves[at];
      if (move !== undefined) move.slope = move.bend = move.worth = 0;
    }
    const way = choices[end] ?? [];
    let total = 0;
    for (let step = 0; step < way.length; step++) {
      const taken = way[step];
      const move = moves[taken?.node ?? 0];
      if (move === undefined || taken === undefined) continue;
      link.choice(move.z, taken.right, choice);
      total += choice[0] ?? 0;
      move.slope = choice[1] ?? 0;
      move.bend = choice[2] ?? 0;
    }
    return total;
  }

  function differentiate(gradient: Float64Array): void {
    clear(gradient);
    for (let at = 0; at < M; at++) {
      const move = moves[at];
      if (move === undefined) continue;
      const { ahead, moving, later, scale, shrink } = move;
      const worth = move.worth + move.slope;
      move.worth = worth;
      for (let path = 0; path < moving.length; path++) {
        const index = moving[path] ?? -1;
        if (index >= 0) gradient[index] = worth * shrink * (ahead.slopes[path] ?? 0);
      }
      if (scale >= 0) gradient[scale] = (gradient[scale] ?? 0) - worth * move.z;
      for (let m = 0; m < later.length; m++) {
        const below = moves[later[m] ?? 0];
        if (below !== undefined) below.worth += worth * shrink * (ahead.byLater[m] ?? 0) * (below.chance[1] ?? 0);
      }
    }
  }

  /** ∂z/∂η of every move, from the last upward. */
  function slopesOfMoves(): void {
    for (let at = M - 1; at >= 0; at--) {
      const move = moves[at];
      if (move === undefined) continue;
      const { ahead, moving, later, one, scale, shrink } = move;
      clear(one);
      for (let path = 0; path < moving.length; path++) {
        const index = moving[path] ?? -1;
        if (index >= 0) one[index] = shrink * (ahead.slopes[path] ?? 0);
      }
      for (let m = 0; m < later.length; m++) {
        const below = moves[later[m] ?? 0];
        if (below === undefined) continue;
        const slope = shrink * (ahead.byLater[m] ?? 0) * (below.chance[1] ?? 0);
        const { support, one: lower } = below;
        for (let i = 0; i < support.length; i++) {
          const index = support[i] ?? 0;
          one[index] = (one[index] ?? 0) + slope * (lower[index] ?? 0);
        }
      }
      if (scale >= 0) one[scale] = (one[scale] ?? 0) - move.z;
    }
  }

  /**
   * The second derivatives, Σ (∂z_m ⊗ b_m + b_m ⊗ ∂z_m) over the moves: b gathers half of what two z do together, and in full what a z does
   * together with a utility or a scale of an earlier move.
   */
  function bend(hessian: Float64Array): void {
    slopesOfMoves();
    clear(bends);
    for (let at = 0; at < M; at++) clear(moves[at]?.beside ?? bends);
    clear(hessian);
    for (let at = 0; at < M; at++) {
      const move = moves[at];
      if (move !== undefined) together(move, at, hessian);
    }
    for (let a = 0; a < M; a++) {
      for (let b = 0; b < M; b++) {
        const half = (bends[a * M + b] ?? 0) / 2;
        const [to, from] = [moves[a], moves[b]];
        if (half === 0 || to === undefined || from === undefined) continue;
        const { support, one } = from;
        for (let i = 0; i < support.length; i++) {
          const index = support[i] ?? 0;
          to.beside[index] = (to.beside[index] ?? 0) + half * (one[index] ?? 0);
        }
      }
    }
    clear(outer);
    for (let at = 0; at < M; at++) {
      const move = moves[at];
      if (move === undefined) continue;
      const { support, one, beside } = move;
      for (let i = 0; i < support.length; i++) {
        const line = (support[i] ?? 0) * K;
        const slope = one[support[i] ?? 0] ?? 0;
        for (let j = 0; j < K; j++) outer[line + j] = (outer[line + j] ?? 0) + slope * (beside[j] ?? 0);
      }
    }
    for (let i = 0; i < K; i++) for (let j = i; j < K; j++) hessian[i * K + j] = (hessian[i * K + j] ?? 0) + (outer[i * K + j] ?? 0) + (outer[j * K + i] ?? 0);
  }

  /** What one move puts together: its z with itself, later moves with each other, with its utilities and with its scale. */
  function together(move: Node, at: number, hessian: Float64Array): void {
    const { ahead, moving, later, scale, shrink, worth } = move;
    const L = later.length;
    bends[at * M + at] = (bends[at * M + at] ?? 0) + move.bend;
    for (let m = 0; m < L; m++) {
      const a = later[m] ?? 0;
      const below = moves[a];
      if (below === undefined) continue;
      const f = below.chance[1] ?? 0;
      for (let path = 0; path < moving.length; path++) {
        const index = moving[path] ?? -1;
        if (index >= 0) below.beside[index] = (below.beside[index] ?? 0) + worth * shrink * (ahead.slopesByLater[path * L + m] ?? 0) * f;
      }
      for (let n = 0; n < L; n++) {
        const b = later[n] ?? 0;
        const own = m === n ? (ahead.byLater[m] ?? 0) * (below.chance[2] ?? 0) : 0;
        bends[a * M + b] = (bends[a * M + b] ?? 0) + worth * shrink * ((ahead.byLaterTwice[m * L + n] ?? 0) * f * (moves[b]?.chance[1] ?? 0) + own);
      }
    }
    if (scale < 0) return;
    move.beside[scale] = (move.beside[scale] ?? 0) - worth;
    hessian[scale * K + scale] = (hessian[scale * K + scale] ?? 0) - worth * move.z;
  }

  return {
    indices: K,
    at: (eta, row, order, gradient, hessian) => {
      solve(eta, order);
      const total = observe(outcome[row] ?? 0);
      if (order > 0) differentiate(gradient);
      if (order > 1) bend(hessian);
      return total;
    },
    chances: (eta, out) => {
      solve(eta, 0, true);
      choices.forEach((way, end) => {
        out[end] = way.reduce((product, { node, right }) => {
          const p = moves[node]?.chance[0] ?? 0;
          return product * (right ? p : 1 - p);
        }, 1);
      });
    },
  };
}

/** Sets all to 0: faster than fill() where there are a few. */
function clear(cells: Float64Array): void {
  for (let i = 0; i < cells.length; i++) cells[i] = 0;
}
