import { describe, expect, it } from 'vitest';
import { decadesOf, forecastsOf, marked, only, predict, type Model } from '../../../../src/app/estimation/validation/predict.ts';
import { calibrationTable, aucFacts, decadeTable, scoreTable } from '../../../../src/app/estimation/validation/tables.ts';
import { createRng } from '../../../../src/core/math/rng.ts';
import { tableFromRows } from '../../../../src/core/table/from-rows.ts';
import { numberColumn } from '../../../../src/core/table/table.ts';

/** Pairs of states by year, made up: `strong` moves the outcome, `weak` hardly, `unknown` is missing in every seventh row. */
const rng = createRng(5);
const made = tableFromRows(
  { year: 'int16', pair: 'int16', strong: 'float64', weak: 'float64', unknown: 'float64', happened: 'int8' },
  Array.from({ length: 1200 }, (_, row) => {
    const [strong, weak] = [rng.next() * 4 - 2, rng.next()];
    const chance = 1 / (1 + Math.exp(-(2 * strong + 0.1 * weak - 1)));
    return { year: 1900 + (row % 60), pair: row % 97, strong, weak, unknown: row % 7 === 0 ? null : weak, happened: rng.next() < chance ? 1 : 0 };
  }),
);
const years = numberColumn(made, 'year').values;
const pairs = numberColumn(made, 'pair').values;

const MODELS: readonly Model[] = [
  { id: 'few', words: 'few columns', regressors: 'weak' },
  { id: 'plain', words: 'plain logit', regressors: 'weak + strong' },
  {
    id: 'structure',
    words: 'with the crisis game',
    regressors: 'weak + square',
    // The mean of the training's years: made from those rows alone.
    columns: (train) => {
      const known = Array.from(years).filter((_, row) => train[row] === 1);
      return [{ name: 'square', kind: 'float64', values: numberColumn(made, 'strong').values.map((value) => value * Math.max(...known)) }];
    },
  },
];

const split = { train: marked(made.rows, (row) => (years[row] ?? 0) < 1940), test: marked(made.rows, (row) => (years[row] ?? 0) >= 1940) };
const scoring = { split: 'to-1939', rows: 'fitted to 1900-1939, tested on 1940-1959', groups: pairs, draws: 50, seed: 1 };

describe('rows predicted from others', () => {
  const predicted = predict(made, 'happened', MODELS, [split]);
  const forecasts = forecastsOf(MODELS, predicted, scoring);

  it('are those to be tested alone', () => {
    expect(predicted.rows).toHaveLength(400);
    expect(Math.min(...Array.from(predicted.rows, (row) => years[row] ?? 0))).toBe(1940);
  });

  it('are scored for every model on the same rows', () => {
    expect(forecasts.map(({ model, scores: { n, events } }) => [model, n, events])).toEqual(
      ['few', 'plain', 'structure'].map((model) => [model, 400, forecasts[0]?.scores.events]),
    );
    const [few, plain] = forecasts;
    expect(few?.auc.value).toBeLessThan(0.6);
    expect(plain?.auc.value).toBeGreaterThan(0.85);
    expect(plain?.scores.auc).toBe(plain?.auc.value);
    expect(plain?.auc.low).toBeLessThan(plain?.auc.value ?? 0);
    expect(plain?.auc.high).toBeGreaterThan(plain?.auc.value ?? 1);
  });

  it('say how much each model exceeds the plain one', () => {
    const [few, plain, structure] = forecasts;
    expect(plain).not.toHaveProperty('beyond');
    expect(few?.beyond?.value).toBeCloseTo((few?.auc.value ?? 0) - (plain?.auc.value ?? 0), 12);
    expect(few?.beyond?.high).toBeLessThan(0);
    // The same column in another scale: the same order of rows.
    expect(structure?.beyond?.value).toBeCloseTo(0, 3);
  });

  it('with a value missing are left out for every model', () => {
    const [, plain] = MODELS;
    const lacking = predict(made, 'happened', [...(plain === undefined ? [] : [plain]), { id: 'few', words: 'few columns', regressors: 'unknown' }], [split]);
    expect(lacking.rows.every((row) => row % 7 !== 0)).toBe(true);
    expect(lacking.chances.map(({ length }) => length)).toEqual([lacking.rows.length, lacking.rows.length]);
  });

  it('may be asked for in part', () => {
    const late = only(predicted, (row) => (years[row] ?? 0) >= 1950);
    expect(late.rows).toHaveLength(200);
    const at = predicted.rows.indexOf(late.rows[0] ?? -1);
    expect(late.chances.map((chances) => chances[0])).toEqual(predicted.chances.map((chances) => chances[at]));
  });

  it('need a plain logit to compare with', () => {
    expect(() => forecastsOf(MODELS.slice(0, 1), { ...predicted, chances: predicted.chances.slice(0, 1) }, scoring)).toThrow(RangeError);
  });

  it('are scored by decade, decades of few events left out', () => {
    const decades = decadesOf(MODELS, predicted, years);
    expect([...new Set(decades.map(({ decade }) => decade))]).toEqual([1940, 1950]);
    const quiet = decadesOf(
      MODELS,
      { ...predicted, happened: predicted.happened.map((one, at) => ((years[predicted.rows[at] ?? 0] ?? 0) < 1950 ? 0 : one)) },
      years,
    );
    expect([...new Set(quiet.map(({ decade }) => decade))]).toEqual([1950]);
    const table = decadeTable(MODELS, decades, 'By decade');
    expect(table.rows.map(([decade]) => decade)).toEqual(['1940s', '1950s']);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });

  it('are told as facts, with the mark beside them', () => {
    const facts = aucFacts(forecasts, { 'to-1939': 0.8 });
    expect(facts.map(({ id, expected }) => [id, expected?.value])).toEqual([
      ['auc.to-1939', 0.8],
      ['structure.to-1939', -0.002],
    ]);
    expect(aucFacts(forecasts, {})[0]).not.toHaveProperty('expected');
  });

  it('are told as tables', () => {
    for (const table of [scoreTable(forecasts), calibrationTable(forecasts)]) {
      expect(table.rows.length).toBeGreaterThan(2);
      expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    }
    const bins = calibrationTable(forecasts).rows.map(([, , , , , , n]) => Number(n));
    expect(bins.reduce((sum, n) => sum + n, 0)).toBe(400);
  });
});

it('Several splits together test every row once', () => {
  const folds = [0, 1, 2].map((fold) => ({ train: marked(made.rows, (row) => row % 3 !== fold), test: marked(made.rows, (row) => row % 3 === fold) }));
  expect(predict(made, 'happened', MODELS.slice(0, 2), folds).rows).toHaveLength(made.rows);
});
