import { autarky } from './autarky.ts';
import { complementarityOf, residual, solveOnSupport, type Complementarity } from './complementarity.ts';
import { checkGame, type SpendingGame } from './game.ts';
import { lemke } from './lemke.ts';
import { sweep } from './sweep.ts';

/** What members spend where each does what is best for it, given what the others spend. */
export interface NashSpending {
  /** g, in the unit of the incomes. */
  readonly spending: readonly number[];
  readonly total: number;
  readonly method: 'gauss-seidel' | 'lemke';
  readonly converged: boolean;
  /** Rounds of best responses, or pivots. */
  readonly iterations: number;
  /** Largest distance of anybody from its best response, in money. */
  readonly residual: number;
  readonly warnings: readonly string[];
}

export const sumOf = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};

/** Best responses in turn from a start, and the exact solution on the support they end at. */
export function respondFrom(
  problem: Complementarity,
  start: ArrayLike<number>,
): { readonly spending: Float64Array; readonly converged: boolean; readonly iterations: number } {
  const { n, matrix, constant } = problem;
  const { point, converged, iterations } = sweep(
    start,
    (i, spending) => {
      let sum = constant[i] ?? 0;
      for (let j = 0; j < n; j++) if (j !== i) sum += (matrix[i * n + j] ?? 0) * (spending[j] ?? 0);
      return Math.max(0, -sum);
    },
    1e-9 * problem.scale,
  );
  if (!converged) return { spending: point, converged, iterations };
  const support = Array.from(point.keys()).filter((i) => (point[i] ?? 0) > 0);
  const exact = solveOnSupport(problem, support);
  const better = exact !== undefined && residual(problem, exact.spending) < residual(problem, point);
  return { spending: better ? exact.spending.map((value) => Math.max(0, value)) : point, converged, iterations };
}

/** Members for whom no budget buys what the threat requires. */
export function unaffordable(game: SpendingGame, spending: ArrayLike<number>): string[] {
  return game.members.flatMap(({ income }, i) =>
    (spending[i] ?? 0) < income ? [] : [`Member ${i + 1}: what the threat requires is more than its whole income can buy; the model does not hold for it.`],
  );
}

/**
 * The Nash equilibrium that best responses lead to from a start: observed spending where it is known.
 * Where they go round in circles, complementary pivoting finds an equilibrium all the same.
 * @param start autarky unless given
 * @throws {RangeError} for a game that is none
 */
export function nashSpending(game: SpendingGame, start: readonly number[] = autarky(game)): NashSpending {
  checkGame(game);
  const problem = complementarityOf(game);
  const found = respondFrom(problem, start.length === problem.n ? start : autarky(game));
  const pivoted = found.converged ? undefined : lemke(problem);
  const { spending } = pivoted ?? found;
  const distance = residual(problem, spending);
  const converged = distance <= 1e-8 * problem.scale;
  return {
    spending: Array.from(spending),
    total: sumOf(spending),
    method: pivoted === undefined ? 'gauss-seidel' : 'lemke',
    converged,
    iterations: pivoted?.pivots ?? found.iterations,
    residual: distance,
    warnings: [
      ...(pivoted === undefined ? [] : ['Best responses go round in circles from the start given; the equilibrium shown was found by pivoting.']),
      ...(converged ? [] : ['No equilibrium was found to the tolerance; the last point is shown.']),
      ...unaffordable(game, spending),
    ],
  };
}
