import { outOfSample } from '../../../core/estimate/out-of-sample.ts';
import { aucIntervals, calibration, scoresOf } from '../../../core/estimate/scores.ts';
import { createRng } from '../../../core/math/rng.ts';
import type { NumberColumn } from '../../../core/table/column.ts';
import { numberColumn, type Table } from '../../../core/table/table.ts';
import type { DecadeScore, Forecast, ModelId } from './validation.ts';

/** A logit, by its regressors. */
export interface Model {
  readonly id: ModelId;
  readonly words: string;
  readonly regressors: string;
  /** Columns beside those of the table, made from the rows of the training alone. */
  readonly columns?: (train: Uint8Array) => readonly NumberColumn[];
}

/** The rows fitted and those tested, 1 in each. */
export interface Split {
  readonly train: Uint8Array;
  readonly test: Uint8Array;
}

/** Chances by model, for rows that every model predicts. */
export interface Predicted {
  readonly rows: Int32Array;
  readonly happened: Float64Array;
  readonly chances: readonly Float64Array[];
  /** Fits whose search did not end, in words. */
  readonly faults: readonly string[];
}

/** Rows by a test of each. */
export const marked = (rows: number, holds: (row: number) => boolean): Uint8Array => Uint8Array.from({ length: rows }, (_, row) => (holds(row) ? 1 : 0));

/** Fits every model to the rows of the training and predicts those to be tested; several splits must not test a row twice. @throws {EstimateError} as `outOfSample` */
export function predict(table: Table, outcome: string, models: readonly Model[], splits: readonly Split[]): Predicted {
  const faults: string[] = [];
  const all = models.map(({ words, regressors, columns }) => {
    const chances = new Float64Array(table.rows).fill(Number.NaN);
    for (const split of splits) {
      const wider = columns === undefined ? table : { rows: table.rows, columns: [...table.columns, ...columns(split.train)] };
      const found = outOfSample({ model: 'logit', formula: `${outcome} ~ ${regressors}` }, wider, split);
      if (!found.fit.converged) faults.push(`${words}: the search did not end on a training of ${found.fit.n} rows.`);
      found.rows.forEach((row, at) => (chances[row] = found.chances[at] ?? Number.NaN));
    }
    return chances;
  });
  const rows = Int32Array.from(Array.from({ length: table.rows }, (_, row) => row).filter((row) => all.every((chances) => !Number.isNaN(chances[row]))));
  return { ...picked(numberColumn(table, outcome).values, all, rows), rows, faults };
}

const picked = (happened: ArrayLike<number>, chances: readonly Float64Array[], at: Int32Array): Pick<Predicted, 'happened' | 'chances'> => ({
  happened: Float64Array.from(at, (row) => happened[row] ?? 0),
  chances: chances.map((all) => Float64Array.from(at, (row) => all[row] ?? Number.NaN)),
});

/** Those rows of a prediction that meet a test. */
export function only({ rows, happened, chances, faults }: Predicted, holds: (row: number) => boolean): Predicted {
  const kept = Int32Array.from(rows.keys()).filter((at) => holds(rows[at] ?? 0));
  return { ...picked(happened, chances, kept), rows: kept.map((at) => rows[at] ?? 0), faults };
}

export interface Scoring {
  readonly split: string;
  readonly rows: string;
  /** The group of each row of the table: whole groups are drawn. */
  readonly groups: ArrayLike<number>;
  readonly draws: number;
  readonly seed: number;
}

/** The scores of every model on the same rows. @throws {RangeError} where no model is the plain one */
export function forecastsOf(models: readonly Model[], { rows: used, happened, chances }: Predicted, { split, rows, groups, draws, seed }: Scoring): Forecast[] {
  const plain = models.findIndex(({ id }) => id === 'plain');
  const base = chances[plain];
  if (base === undefined) throw new RangeError('there is no plain logit to compare with');
  const numbers = new Map<number, number>();
  const groupOf = (row: number): number => {
    const group = groups[row] ?? 0;
    const known = numbers.get(group) ?? numbers.size;
    numbers.set(group, known);
    return known;
  };
  const { aucs, differences } = aucIntervals([base, ...chances], happened, { draws, rng: createRng(seed), groups: Int32Array.from(used, groupOf) });
  return models.map(({ id, words }, index): Forecast => {
    const scored = { chances: chances[index] ?? base, happened };
    const [auc, beyond] = [aucs[index + 1], differences[index + 1]];
    if (auc === undefined || beyond === undefined) throw new RangeError('a model was not scored');
    return { split, rows, model: id, words, scores: scoresOf(scored), auc, ...(index !== plain && { beyond }), bins: calibration(scored, 8) };
  });
}

/** The fewest events that a decade is scored with. */
const FEWEST = 5;

/** The scores of every model, decade by decade; decades of few events are left out. */
export function decadesOf(models: readonly Model[], predicted: Predicted, years: ArrayLike<number>): DecadeScore[] {
  const decadeOf = (row: number): number => Math.floor((years[row] ?? 0) / 10) * 10;
  const decades = [...new Set(Array.from(predicted.rows, decadeOf))].sort((a, b) => a - b);
  return decades.flatMap((decade) => {
    const those = only(predicted, (row) => decadeOf(row) === decade);
    if (those.happened.reduce((sum, one) => sum + one, 0) < FEWEST) return [];
    return models.map(({ id }, index): DecadeScore => ({
      decade,
      model: id,
      scores: scoresOf({ chances: those.chances[index] ?? new Float64Array(), happened: those.happened }),
    }));
  });
}
