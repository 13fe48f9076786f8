import { cells, CHUNK, type Batch } from '../kernel.ts';
import { createChoices, type Choices, type Link } from '../links.ts';
import { lookAhead, type ErrorType, type LookAhead } from './looking-ahead.ts';
import { decisionsOf, type DecisionNode, type Game } from './tree.ts';

/** A move in the rows of a batch. */
export interface SolvedMove extends DecisionNode {
  /** The index of its log scale; −1 where that is 0. */
  readonly scale: number;
  readonly ahead: LookAhead;
  readonly choices: Choices;
}

export interface SolvedMoves {
  /** From the first move. */
  readonly moves: readonly SolvedMove[];
  /** Solves the game from the last move upward, with derivatives in the utilities and in later chances as far as `order` asks. */
  readonly solve: (batch: Pick<Batch, 'eta' | 'rows' | 'count'>, order: 0 | 1 | 2) => void;
}

export interface GameErrors {
  readonly link: Link;
  readonly type: ErrorType;
  /** How many log scales follow the utilities among the indices: none (all 1), one for all players, or one for each. */
  readonly scales: number;
}

/** The moves of a game, to be solved batch by batch. @param outcome the outcome of each row, from 0 */
export function solvedMoves(game: Game, outcome: Int32Array, { link, type, scales }: GameErrors): SolvedMoves {
  const { nodes, choices } = decisionsOf(game);
  const chosen = nodes.map(createChoices);
  const scaleOf = (player: number): number => (scales === 0 ? -1 : game.utilities.length + (scales === 1 ? 0 : player - 1));
  const works = nodes.map((node, at) => {
    const scale = scaleOf(node.player);
    const shrink = scale < 0 ? undefined : cells();
    const own = chosen[at] ?? createChoices();
    const ahead = lookAhead(node, { type, later: node.later.map((below) => chosen[below] ?? own), shrink });
    return {
      shrink,
      /** By outcome: 1 where this move went right on the way there, −1 left, 0 where it was not reached. */
      turns: Int8Array.from(choices, (way) => {
        const choice = way.find(({ node: number }) => number === at);
        return choice === undefined ? 0 : choice.right ? 1 : -1;
      }),
      move: { ...node, scale, ahead, choices: own },
    };
  });
  const upward = [...works].reverse();
  const taken = new Int8Array(CHUNK);
  return {
    moves: works.map(({ move }) => move),
    solve: ({ eta, rows, count }, order) => {
      for (const { shrink, turns, move } of upward) {
        const log = eta[move.scale];
        if (shrink !== undefined && log !== undefined) for (let at = 0; at < count; at++) shrink[at] = Math.exp(-(log[at] ?? 0));
        const utilities = move.paths.map(({ utility }) => eta[utility]);
        move.ahead.look(utilities, count, order);
        for (let at = 0; at < count; at++) taken[at] = turns[outcome[rows[at] ?? 0] ?? 0] ?? 0;
        link.choose(move.ahead.z, taken, count, move.choices);
      }
    },
  };
}
