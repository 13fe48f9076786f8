import { add, addProduct, clear, copy, multiply } from '../columns.ts';
import { cells, createBatch, type Batch, type Kernel } from '../kernel.ts';
import { curvature } from './curvature.ts';
import { solvedMoves, type GameErrors } from './solved-moves.ts';
import { decisionsOf, type Game } from './tree.ts';

export interface GameModel extends Kernel {
  /** Fills `out` with the chance of each outcome at given indices. */
  readonly chances: (eta: Float64Array, out: Float64Array) => void;
}

/**
 * A game as a likelihood. Indices are the utilities in the game's order, then the log scales. Solved from the last move upward; derivatives go
 * down the other way.
 * @param outcome the outcome of each row, from 0
 * @param errors and in `varying` which indices have coefficients; the others are constants, and nothing is differentiated by them. All when left out.
 */
export function gameKernel(game: Game, outcome: Int32Array, errors: GameErrors & { readonly varying?: readonly boolean[] }): GameModel {
  const { moves, solve } = solvedMoves(game, outcome, errors);
  const indices = game.utilities.length + errors.scales;
  const varies = (index: number): boolean => index >= 0 && (errors.varying?.[index] ?? true);
  const worth = moves.map(cells);
  const through = moves.map(({ later }) => later.map(cells));
  const bend = curvature(moves, indices, varies, { worth, through });
  const none = cells();

  /** From the first move down: what each z is worth, and with it each utility and each scale. */
  function differentiate({ slopes, count }: Batch): void {
    for (const slope of slopes) clear(slope, count);
    moves.forEach(({ choices }, at) => copy(worth[at] ?? none, choices.slope, count));
    moves.forEach(({ paths, later, scale, ahead }, at) => {
      const own = worth[at] ?? none;
      paths.forEach(({ utility }, path) => varies(utility) && addProduct(slopes[utility] ?? none, 1, own, ahead.slopes[path] ?? none, count));
      if (varies(scale)) addProduct(slopes[scale] ?? none, -1, own, ahead.z, count);
      later.forEach((below, m) => {
        const way = through[at]?.[m] ?? none;
        multiply(way, ahead.byLater[m] ?? none, moves[below]?.choices.density ?? none, count);
        addProduct(worth[below] ?? none, 1, own, way, count);
      });
    });
  }

  const alone = createBatch(indices);
  const ways = decisionsOf(game).choices;
  return {
    indices,
    fill: (batch, order) => {
      const { values, count } = batch;
      solve(batch, order);
      clear(values, count);
      for (const { choices } of moves) add(values, choices.value, count);
      if (order > 0) differentiate(batch);
      if (order > 1) bend(batch.bends, count);
    },
    chances: (eta, out) => {
      alone.eta.forEach((index, i) => (index[0] = eta[i] ?? 0));
      alone.count = 1;
      solve(alone, 0);
      ways.forEach((way, end) => {
        out[end] = way.reduce((product, { node, right }) => {
          const chosen = moves[node]?.choices;
          return product * ((right ? chosen?.right[0] : chosen?.left[0]) ?? 0);
        }, 1);
      });
    },
  };
}
