import { bootstrap } from '../src/core/estimate/bootstrap.ts';
import { fit } from '../src/core/estimate/fit.ts';
import { gameKernel } from '../src/core/estimate/games/game-kernel.ts';
import { egame12 } from '../src/core/estimate/games/egame12.ts';
import { egame122 } from '../src/core/estimate/games/egame122.ts';
import { egame123 } from '../src/core/estimate/games/egame123.ts';
import type { Game } from '../src/core/estimate/games/tree.ts';
import { probit } from '../src/core/estimate/links.ts';
import type { FitRequest } from '../src/core/estimate/request.ts';
import { createRng } from '../src/core/math/rng.ts';
import type { NumberColumn } from '../src/core/table/column.ts';
import type { Table } from '../src/core/table/table.ts';
import { naiveFit, type NaiveRow } from './naive-fit.ts';
import type { Suite } from './suite.ts';

/** Made-up plays of a game whose utilities have a constant (or not) and so many regressors of their own each, all with coefficients of ±.4. */
function made(game: Game, rows: number, shape: readonly (readonly [constant: number | undefined, regressors: number])[]) {
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

/** The size and shape of Leblang's currency crises: attacks are rare. */
const crises = made(egame12, 7240, [
  [undefined, 8],
  [-3.6, 0],
  [-3.1, 0],
  [0.4, 8],
]);
const four = made(egame122, 1000, [
  [0.5, 2],
  [-0.5, 3],
  [undefined, 0],
  [0.5, 2],
  [1, 2],
  [-1, 3],
]);
const three = made(egame123, 1000, [
  [0.5, 2],
  [undefined, 0],
  [0.5, 1],
  [-0.5, 2],
  [undefined, 0],
  [0.5, 1],
  [-0.5, 1],
  [0.5, 1],
]);
const best = fit(crises.request, crises.table);

const REFITS = 10;
const SHARE = 20;

export const suite: Suite = {
  title: 'Fits of games: 12 on 7,240 rows with 19 coefficients, 122 and 123 on 1,000 rows',
  cases: {
    'egame12, differences and BFGS (a twentieth of the rows)': {
      body: () =>
        void naiveFit(
          egame12,
          crises.naive.filter((_, row) => row % SHARE === 0),
          crises.size,
        ),
      times: SHARE,
    },
    egame12: () => void fit(crises.request, crises.table),
    'egame12, a hundred refits of a bootstrap (ten run)': { body: () => void bootstrap(best, { draws: REFITS, rng: createRng(1) }), times: 100 / REFITS },
    egame122: () => void fit(four.request, four.table),
    egame123: () => void fit(three.request, three.table),
  },
};
