/** A move: who chooses between what lies left and what lies right. Ends are numbers of outcomes, from 0. */
export interface Move {
  readonly player: 1 | 2 | 3;
  readonly left: Move | number;
  readonly right: Move | number;
}

/** A utility that is estimated: of which player, in which outcome. A player's utilities that are not listed are 0. */
export interface Utility {
  /** As the R package calls it: `u11`. */
  readonly label: string;
  readonly player: 1 | 2 | 3;
  readonly outcome: number;
}

/** A recursive game of binary moves with complete knowledge of what others are likely to do. */
export interface Game {
  readonly name: string;
  readonly players: 2 | 3;
  readonly outcomes: number;
  readonly root: Move;
  readonly utilities: readonly Utility[];
}

/** A later move on the way to an outcome: its place among the later moves of the one that looks ahead, and which way it goes. */
interface Step {
  readonly later: number;
  readonly right: boolean;
}

/** An outcome as the mover sees it: on which side, worth which utility (−1: worth 0), reached by which steps. */
export interface Path {
  readonly right: boolean;
  readonly utility: number;
  readonly steps: readonly Step[];
}

/** A move with what it looks ahead to. Moves are numbered from the first. */
export interface DecisionNode {
  readonly player: 1 | 2 | 3;
  /** Numbers of the moves below it. */
  readonly later: readonly number[];
  readonly paths: readonly Path[];
}

/** A choice on the way to an outcome: which move, and whether it went right. */
export interface Choice {
  readonly node: number;
  readonly right: boolean;
}

/** A game taken apart: its moves from the first, and the choices that lead to each outcome. */
export interface Decisions {
  readonly nodes: readonly DecisionNode[];
  readonly choices: readonly (readonly Choice[])[];
}

/** The moves of a game, each with every outcome below it. */
export function decisionsOf({ root, utilities, outcomes }: Game): Decisions {
  const moves: Move[] = [];
  const list = (at: Move | number): void => {
    if (typeof at === 'number') return;
    moves.push(at);
    list(at.left);
    list(at.right);
  };
  list(root);
  const choices: (readonly Choice[])[] = Array.from({ length: outcomes }, () => []);
  const ends = (at: Move | number, way: readonly Choice[]): void => {
    if (typeof at === 'number') choices[at] = way;
    else for (const right of [false, true]) ends(right ? at.right : at.left, [...way, { node: moves.indexOf(at), right }]);
  };
  ends(root, []);
  const nodes = moves.map(({ player }, node): DecisionNode => {
    const below = choices.flatMap((way, outcome) => {
      const from = way.findIndex((choice) => choice.node === node);
      return from === -1 ? [] : [{ outcome, right: way[from]?.right ?? false, rest: way.slice(from + 1) }];
    });
    const later = [...new Set(below.flatMap(({ rest }) => rest.map((choice) => choice.node)))];
    const paths = below.map(({ outcome, right, rest }) => ({
      right,
      utility: utilities.findIndex((one) => one.player === player && one.outcome === outcome),
      steps: rest.map((choice) => ({ later: later.indexOf(choice.node), right: choice.right })),
    }));
    return { player, later, paths };
  });
  return { nodes, choices };
}
