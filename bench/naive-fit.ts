import type { Game, Move } from '../src/core/estimate/games/tree.ts';
import { normalCdf } from '../src/core/math/normal.ts';

/** A row: regressors of each utility, and the outcome. */
export interface NaiveRow {
  readonly x: readonly (readonly number[])[];
  readonly outcome: number;
}

/** The log-likelihood of a game with private information as its story tells it: solved anew in every row, with lists. */
function logLik(game: Game, rows: readonly NaiveRow[], beta: readonly number[]): number {
  let total = 0;
  for (const { x, outcome } of rows) {
    let next = 0;
    const utilities = x.map((values) => values.reduce((sum, value) => sum + value * (beta[next++] ?? 0), 0));
    const worth = (player: number, end: number): number => utilities[game.utilities.findIndex((one) => one.player === player && one.outcome === end)] ?? 0;
    const chances = (at: Move | number): [number, number][] => {
      if (typeof at === 'number') return [[at, 1]];
      const [left, right] = [chances(at.left), chances(at.right)];
      const value = (side: readonly [number, number][]): number => side.reduce((sum, [end, chance]) => sum + chance * worth(at.player, end), 0);
      const spread = Math.sqrt([...left, ...right].reduce((sum, [, chance]) => sum + chance ** 2, 0));
      const p = normalCdf((value(right) - value(left)) / spread);
      return [...left.map(([end, chance]): [number, number] => [end, chance * (1 - p)]), ...right.map(([end, chance]): [number, number] => [end, chance * p])];
    };
    total += Math.log(Math.max(chances(game.root).find(([end]) => end === outcome)?.[1] ?? 0, 1e-300));
  }
  return total;
}

/** Fits a game by BFGS from zero, gradients by differences, as one would write it in an hour. @returns the log-likelihood */
export function naiveFit(game: Game, rows: readonly NaiveRow[], size: number): number {
  const gradientAt = (at: readonly number[]): number[] =>
    at.map((_, index) => {
      const moved = (by: number): number[] => at.map((value, other) => (other === index ? value + by : value));
      return (logLik(game, rows, moved(1e-6)) - logLik(game, rows, moved(-1e-6))) / 2e-6;
    });
  let beta: number[] = Array.from({ length: size }, () => 0);
  let value = logLik(game, rows, beta);
  let gradient = gradientAt(beta);
  let inverse = beta.map((_, i) => beta.map((__, j) => (i === j ? 1 / rows.length : 0)));
  for (let iteration = 0; iteration < 200; iteration++) {
    const step = inverse.map((line) => line.reduce((sum, cell, j) => sum + cell * (gradient[j] ?? 0), 0));
    let share = 1;
    let next = beta;
    let found = value;
    for (let halving = 0; halving < 30; halving++, share /= 2) {
      next = beta.map((at, i) => at + share * (step[i] ?? 0));
      found = logLik(game, rows, next);
      if (found > value) break;
    }
    if (!(found > value + 1e-9)) break;
    const slope = gradientAt(next);
    const s = next.map((at, i) => at - (beta[i] ?? 0));
    const y = slope.map((at, i) => (gradient[i] ?? 0) - at);
    const sy = s.reduce((sum, at, i) => sum + at * (y[i] ?? 0), 0);
    if (sy > 0) {
      const hy = inverse.map((line) => line.reduce((sum, cell, j) => sum + cell * (y[j] ?? 0), 0));
      const yhy = y.reduce((sum, at, i) => sum + at * (hy[i] ?? 0), 0);
      inverse = inverse.map((line, i) =>
        line.map((cell, j) => cell + ((1 + yhy / sy) * (s[i] ?? 0) * (s[j] ?? 0)) / sy - ((hy[i] ?? 0) * (s[j] ?? 0) + (s[i] ?? 0) * (hy[j] ?? 0)) / sy),
      );
    }
    [beta, value, gradient] = [next, found, slope];
  }
  return value;
}
