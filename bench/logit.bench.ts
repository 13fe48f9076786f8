import { fit } from '../src/core/estimate/fit.ts';
import { invert, multiply } from '../src/core/math/linear.ts';
import { logistic } from '../src/core/math/logistic.ts';
import { createRng } from '../src/core/math/rng.ts';
import type { NumberColumn } from '../src/core/table/column.ts';
import type { Table } from '../src/core/table/table.ts';
import type { Suite } from './suite.ts';

const ROWS = 1_500_000;
const rng = createRng('bench', 'logit');
const columns = Array.from({ length: 9 }, (_, index): NumberColumn => ({
  name: `x${index}`,
  kind: 'float64',
  values: Float64Array.from({ length: ROWS }, () => rng.normal()),
}));
const y = Float64Array.from({ length: ROWS }, (_, row) =>
  rng.next() < logistic(columns.reduce((sum, { values }) => sum + 0.2 * (values[row] ?? 0), -2)) ? 1 : 0,
);
const table: Table = { rows: ROWS, columns: [...columns, { name: 'y', kind: 'float64', values: y }] };
const formula = `y ~ ${columns.map(({ name }) => name).join(' + ')}`;

const SHARE = 20;
const lists = Array.from({ length: ROWS / SHARE }, (_, row) => [1, ...columns.map(({ values }) => values[row * SHARE] ?? 0)]);

/** Iteratively reweighted least squares on lists of numbers, from zero. */
function plain(): Float64Array {
  const n = columns.length + 1;
  let beta = new Float64Array(n);
  for (let iteration = 0; iteration < 25; iteration++) {
    const gram = new Float64Array(n * n);
    const slope = new Float64Array(n);
    lists.forEach((x, row) => {
      const p = logistic(x.reduce((sum, value, index) => sum + value * (beta[index] ?? 0), 0));
      const rest = (y[row * SHARE] ?? 0) - p;
      x.forEach((value, i) => {
        slope[i] = (slope[i] ?? 0) + value * rest;
        x.forEach((other, j) => (gram[i * n + j] = (gram[i * n + j] ?? 0) + p * (1 - p) * value * other));
      });
    });
    const step = multiply(invert(gram, n) ?? gram, slope, n);
    beta = beta.map((value, index) => value + (step[index] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  return beta;
}

export const suite: Suite = {
  title: 'A logit of 1.5 million rows by 10 columns',
  cases: {
    'reweighted least squares on lists (a twentieth of the rows)': { body: () => void plain(), times: SHARE },
    'fit()': () => void fit({ model: 'logit', formula }, table),
  },
};
