import type { Fact, ResultTable } from '../section.ts';
import type { Model } from './predict.ts';
import type { DecadeScore, Forecast, ModelId } from './validation.ts';

/** Scores of every model on every split. */
export const scoreTable = (forecasts: readonly Forecast[]): ResultTable => ({
  id: 'scores',
  title: 'Out of sample',
  columns: ['', 'model', 'AUC', 'from', 'to', 'average precision', 'Brier', 'log score', 'events', 'rows'],
  rows: forecasts.map(({ rows, words, auc, scores }, at) => [
    rows === forecasts[at - 1]?.rows ? '' : rows,
    words,
    auc.value,
    auc.low,
    auc.high,
    scores.averagePrecision,
    scores.brier,
    scores.logScore,
    scores.events,
    scores.n,
  ]),
});

/** AUC and log score of every model by decade. */
export function decadeTable(models: readonly Model[], decades: readonly DecadeScore[], title: string): ResultTable {
  const of = (decade: number, model: ModelId): DecadeScore | undefined => decades.find((one) => one.decade === decade && one.model === model);
  return {
    id: 'decades',
    title,
    columns: ['decade', 'events', ...models.map(({ words }) => `AUC, ${words}`), 'log score, plain logit'],
    rows: [...new Set(decades.map(({ decade }) => decade))].map((decade) => [
      `${decade}s`,
      of(decade, 'plain')?.scores.events ?? null,
      ...models.map(({ id }) => of(decade, id)?.scores.auc ?? null),
      of(decade, 'plain')?.scores.logScore ?? null,
    ]),
  };
}

/** Chances given by the plain logit beside what happened. */
export function calibrationTable(forecasts: readonly Forecast[]): ResultTable {
  return {
    id: 'calibration',
    title: 'Calibration of the plain logit: rows by rising chance, as many events expected in each bin as in the others',
    columns: ['', 'mean chance', 'share of events', 'from', 'to', 'events', 'rows'],
    rows: forecasts
      .filter(({ model }) => model === 'plain')
      .flatMap(({ rows, bins }) =>
        bins.map(({ n, events, meanChance, share, low, high }, bin) => [bin === 0 ? rows : '', meanChance, share, low, high, events, n]),
      ),
  };
}

/** What each model knows. */
export const equationTable = (outcome: string, models: readonly Model[]): ResultTable => ({
  id: 'equations',
  title: 'Equations',
  columns: ['model', 'formula'],
  rows: models.map(({ words, regressors }) => [words, `${outcome} ~ ${regressors}`]),
});

/** The AUC of the plain logit on every split, beside the mark set for it where there is one, and what structure adds. */
export function aucFacts(forecasts: readonly Forecast[], marks: Readonly<Record<string, number>>): Fact[] {
  return forecasts.flatMap(({ split, rows, model, auc, beyond, scores: { n, events } }): Fact[] => {
    const mark = marks[split];
    if (model === 'plain') {
      const expected = mark === undefined ? {} : { expected: { value: mark, source: 'at least' } };
      return [{ id: `auc.${split}`, words: `AUC: ${rows}`, value: auc.value, low: auc.low, high: auc.high, n, events, ...expected }];
    }
    if (model !== 'structure' || beyond === undefined) return [];
    const { value, low, high } = beyond;
    return [{ id: `structure.${split}`, words: '... what structure adds', value, low, high, expected: { value: -0.002, source: 'at least' } }];
  });
}
