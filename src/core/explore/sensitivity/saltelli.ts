import type { Cancel, Steps } from '../progress.ts';

/** From which of two independent samples the inputs of a group are taken. */
export type Source = 'A' | 'B';

/**
 * A model to be taken apart: its inputs in independent groups, two samples of all of them, and its value on a row with every group taken from the
 * one or the other.
 */
export interface Design {
  readonly rows: number;
  readonly groups: number;
  readonly evaluate: (row: number, from: (group: number) => Source) => number;
}

/** f(A), f(B), and f(A with one group of B), row by row. */
export interface Evaluations {
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** One for each group; undefined where no row of the first few moved at all. */
  readonly mixed: readonly (Float64Array | undefined)[];
  readonly evaluations: number;
}

/** Rows on which a group that does nothing is found out. */
const LOOKED_AT = 8;

/**
 * Evaluates a model on the radial design of Saltelli and others (2010, Computer Physics Communications 181, 259-270): n (k + 2) runs for n rows and
 * k groups, less those of groups that moved nothing on the first rows. Canceled, it holds the rows that were finished.
 */
export function* saltelli({ rows, groups, evaluate }: Design, cancel?: Cancel): Steps<Evaluations> {
  const [a, b] = [new Float64Array(rows), new Float64Array(rows)];
  const mixed = Array.from({ length: groups }, () => new Float64Array(rows));
  const moved = mixed.map(() => false);
  let [finished, evaluations] = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (cancel?.aborted === true) break;
    a[row] = evaluate(row, () => 'A');
    b[row] = evaluate(row, () => 'B');
    evaluations += 2;
    mixed.forEach((values, group) => {
      if (row >= LOOKED_AT && moved[group] === false) return;
      values[row] = evaluate(row, (other) => (other === group ? 'B' : 'A'));
      evaluations += 1;
      if (values[row] !== a[row]) moved[group] = true;
    });
    finished = row + 1;
    yield { part: 'Sobol', done: finished, total: rows };
  }
  const kept = (values: Float64Array): Float64Array => values.slice(0, finished);
  return { a: kept(a), b: kept(b), mixed: mixed.map((values, group) => (moved[group] === true ? kept(values) : undefined)), evaluations };
}
