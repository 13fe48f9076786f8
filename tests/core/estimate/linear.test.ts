import { describe, expect, it } from 'vitest';
import { EstimateError } from '../../../src/core/estimate/estimate-error.ts';
import { linear, withinGroups } from '../../../src/core/estimate/linear.ts';

// Anscombe, "Graphs in Statistical Analysis", The American Statistician 27 (1973): the first of his four sets.
const X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
const alone = X.map((_, row) => row);

describe('least squares', () => {
  it("gives Anscombe's line", () => {
    const fit = linear({ outcome: Y, regressors: [{ name: 'x', values: X }], clusters: alone });
    expect(fit.slopes[0]?.estimate).toBeCloseTo(0.500_090_9, 6);
    expect(fit.r2).toBeCloseTo(0.666_542, 5);
    expect(fit).toMatchObject({ n: 11, clusters: 11 });
    expect(fit.ssr).toBeCloseTo(13.762_69, 4);
  });

  it('with every row its own cluster has the errors of White, by hand', () => {
    const mean = X.reduce((sum, x) => sum + x, 0) / X.length;
    const { slopes, residuals } = linear({ outcome: Y, regressors: [{ name: 'x', values: X }], clusters: alone });
    const squares = X.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    const meat = X.reduce((sum, x, row) => sum + ((x - mean) * (residuals[row] ?? 0)) ** 2, 0);
    expect(slopes[0]?.error).toBeCloseTo(Math.sqrt((11 / 10) * (10 / 10) * meat) / squares, 12);
  });

  it('has the same clustered errors, but for the correction, when every row is told twice in its cluster', () => {
    const one = linear({ outcome: Y, regressors: [{ name: 'x', values: X }], clusters: alone });
    const twice = linear({ outcome: [...Y, ...Y], regressors: [{ name: 'x', values: [...X, ...X] }], clusters: [...alone, ...alone] });
    expect(twice.slopes[0]?.estimate).toBeCloseTo(one.slopes[0]?.estimate ?? 0, 12);
    expect((twice.slopes[0]?.error ?? 0) / (one.slopes[0]?.error ?? 1)).toBeCloseTo(Math.sqrt(21 / 21), 12);
  });

  it('takes off the effects of states and years: a slope hidden by both is found', () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({ state: i % 6, year: Math.floor(i / 6), x: Math.sin(i * 7) + (i % 6) })).filter(
      ({ state, year }) => state + year !== 7,
    );
    const outcome = rows.map(({ state, year, x }) => 0.25 * x - 3 * state + 2 * year ** 2);
    const fit = linear({
      outcome,
      regressors: [{ name: 'x', values: rows.map(({ x }) => x) }],
      within: [rows.map(({ state }) => state), rows.map(({ year }) => year)],
      clusters: rows.map(({ state }) => state),
    });
    expect(fit.slopes[0]?.estimate).toBeCloseTo(0.25, 9);
    expect(fit.r2).toBeCloseTo(1, 9);
  });

  it('leaves a column without a mean in any level', () => {
    const [states, years] = [
      [1, 1, 1, 2, 2, 3],
      [1, 2, 3, 2, 3, 3],
    ];
    const column = withinGroups([5, 1, 4, 2, 9, 7], [states, years]);
    for (const factor of [states, years]) {
      for (const level of new Set(factor)) expect(column.reduce((sum, value, row) => sum + (factor[row] === level ? value : 0), 0)).toBeCloseTo(0, 9);
    }
  });

  it('refuses regressors that others or the levels make up, and one cluster', () => {
    const x = { name: 'x', values: X };
    expect(() => linear({ outcome: Y, regressors: [x, { name: 'twice x', values: X.map((value) => 2 * value) }], clusters: alone })).toThrow(EstimateError);
    expect(() => linear({ outcome: Y, regressors: [x, { name: 'one', values: X.map(() => 1) }], clusters: alone })).toThrow(
      'one: the levels leave nothing of it',
    );
    expect(() => linear({ outcome: Y, regressors: [x], clusters: X.map(() => 1) })).toThrow('two clusters');
  });
});
