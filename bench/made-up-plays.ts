import type { FitRequest } from '../src/core/estimate/request.ts';
import { gameKernel } from '../src/core/estimate/games/game-kernel.ts';
import type { Game } from '../src/core/estimate/games/tree.ts';
import { probit } from '../src/core/estimate/links.ts';
import { createRng } from '../src/core/math/rng.ts';
import type { NumberColumn } from '../src/core/table/column.ts';
import type { Table } from '../src/core/table/table.ts';
import type { NaiveRow } from './naive-fit.ts';

/** Made-up plays of a game whose utilities have a constant (or not) and so many regressors of their own each, all with coefficients of ±.4. */
export function madeUpPlays(game: Game, rows: number, shape: readonly (readonly [constant: number | undefined, regressors: number])[]) {
  const rng = createRng('bench', game.name, rows);
  const kernel = gameKernel(game, new Int32Array(1), { link: probit, type: 'private', scales: 0 });
  const parts = shape.map(([constant, regressors], part) => ({ constant, names: Array.from({ length: regressors }, (_, index) => `x${part}_${index}`) }));
  const columns = parts.flatMap(({ names }) => names).map((name) => ({ name, values: Float64Array.from({ length: rows }, () => rng.normal()) }));
  const y = new Float64Array(rows);
  const chances = new Float64Array(game.outcomes);
  const naive: NaiveRow[] = [];
  for (let row = 0; row < rows; row++) {
    const x = parts.map(({ constant, names }) => [
      ...(constant === undefined ? [] : [1]),
      ...names.map((name) => columns.find((column) => column.name === name)?.values[row] ?? 0),
    ]);
    const eta = Float64Array.from(
      x,
      (values, part) =>
        (shape[part]?.[0] ?? 0) + values.slice(shape[part]?.[0] === undefined ? 0 : 1).reduce((sum, value, at) => sum + (at % 2 === 0 ? 0.4 : -0.4) * value, 0),
    );
    kernel.chances(eta, chances);
    let u = rng.next();
    let outcome = 0;
    while (outcome < game.outcomes - 1 && u > (chances[outcome] ?? 0)) u -= chances[outcome++] ?? 0;
    y[row] = outcome;
    naive.push({ x, outcome });
  }
  const right = parts.map(({ constant, names }) =>
    names.length === 0 ? (constant === undefined ? '0' : '1') : `${names.join(' + ')}${constant === undefined ? ' - 1' : ''}`,
  );
  const table: Table = { rows, columns: [...columns, { name: 'y', values: y }].map((column): NumberColumn => ({ ...column, kind: 'float64' })) };
  const request: FitRequest = {
    model: game.name === 'egame12' ? 'egame12' : game.name === 'egame122' ? 'egame122' : 'egame123',
    type: 'private',
    formula: `y ~ ${right.join(' | ')}`,
  };
  return { table, request, naive, size: parts.reduce((sum, { constant, names }) => sum + names.length + (constant === undefined ? 0 : 1), 0) };
}
