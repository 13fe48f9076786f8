import type { Game, Move } from '../../src/core/estimate/games/tree.ts';
import { decisionsOf } from '../../src/core/estimate/games/tree.ts';
import type { ErrorType } from '../../src/core/estimate/games/looking-ahead.ts';
import { normalCdf } from '../../src/core/math/normal.ts';
import { logistic } from '../../src/core/math/logistic.ts';
import type { Rng } from '../../src/core/math/rng.ts';

/** A draw of the standard logistic. */
export const logisticDraw = (rng: Rng): number => {
  const u = rng.next() || 0.5;
  return Math.log(u / (1 - u));
};

/**
 * The outcome of one play of a game: players move one after another, each comparing what it expects of either side, with errors drawn on its actions or
 * its payoffs. Written from the story of the game, not from its likelihood.
 */
export function play(
  game: Game,
  utilities: readonly number[],
  { type, link, rng }: { readonly type: ErrorType; readonly link: 'probit' | 'logit'; readonly rng: Rng },
): number {
  const draw = (): number => (link === 'probit' ? rng.normal() : logisticDraw(rng));
  const worth = (player: number, outcome: number): number =>
    utilities[game.utilities.findIndex((one) => one.player === player && one.outcome === outcome)] ?? 0;
  const { nodes } = decisionsOf(game);
  const chances = new Map<Move, number>();
  /** Chances of the outcomes below a move, as others expect them. */
  const expected = (at: Move | number): Map<number, number> => {
    if (typeof at === 'number') return new Map([[at, 1]]);
    const p = chances.get(at) ?? 0;
    const all = new Map<number, number>();
    for (const [side, share] of [
      [at.left, 1 - p],
      [at.right, p],
    ] as const)
      for (const [outcome, chance] of expected(side)) all.set(outcome, share * chance);
    return all;
  };
  const value = (player: number, side: Move | number, payoffError: (outcome: number) => number): number =>
    [...expected(side)].reduce((sum, [outcome, chance]) => sum + chance * (worth(player, outcome) + payoffError(outcome)), 0);
  const solve = (at: Move | number): void => {
    if (typeof at === 'number') return;
    solve(at.left);
    solve(at.right);
    const gain = value(at.player, at.right, () => 0) - value(at.player, at.left, () => 0);
    const squares = [...expected(at.left), ...expected(at.right)].reduce((sum, [, chance]) => sum + chance ** 2, 0);
    const z = gain / Math.sqrt(type === 'agent' ? 2 : squares);
    chances.set(at, link === 'probit' ? normalCdf(z) : logistic(z));
  };
  solve(game.root);
  const errors = nodes.map(() => Array.from({ length: game.outcomes }, draw));
  let at: Move | number = game.root;
  while (typeof at !== 'number') {
    const move: Move = at;
    // A difference of two logistic errors is not logistic: the logit's own error of scale √2 stands for both.
    const own = errors[move.player - 1] ?? [];
    const payoffError = (outcome: number): number => (type === 'private' ? (own[outcome] ?? 0) : 0);
    const [left, right] = [value(move.player, move.left, payoffError), value(move.player, move.right, payoffError)];
    const actionErrors = type === 'private' ? 0 : link === 'probit' ? draw() - draw() : Math.SQRT2 * draw();
    const goes = right + actionErrors > left;
    at = goes ? move.right : move.left;
  }
  return at;
}
