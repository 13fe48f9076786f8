import type { Table } from '../table/table.ts';
import { EstimateError } from './estimate-error.ts';
import { fitPrepared, type Fit } from './fit.ts';
import { columnsOf } from './formula.ts';
import { modelFrame } from './model-frame.ts';
import { modelMatrix } from './model-matrix.ts';
import { prepare } from './prepare.ts';
import type { FitRequest } from './request.ts';
import type { Scored } from './scores.ts';

/** What a model of one choice, fitted to some rows, predicts for others. */
export interface OutOfSample extends Scored {
  readonly fit: Fit;
  /** Rows of the table that were predicted, in order. */
  readonly rows: Int32Array;
  readonly chances: Float64Array;
  readonly happened: Float64Array;
  /** Rows to be tested that lack a value. */
  readonly dropped: number;
}

/** The column by which rows to be fitted are told. */
const TRAIN = '.train';

/**
 * Fits a logit, probit or hazard to the rows of `train` and predicts those of `test`.
 * @param request its formula has columns of numbers alone; `subset` gives way to `train`
 * @throws {EstimateError} as `fit`, or where the outcome or a regressor is no column of numbers
 */
export function outOfSample(request: FitRequest, table: Table, { train, test }: { readonly train: Uint8Array; readonly test: Uint8Array }): OutOfSample {
  const marked: Table = { rows: table.rows, columns: [...table.columns, { name: TRAIN, kind: 'int8', values: Int8Array.from(train) }] };
  const prepared = prepare({ ...request, subset: `${TRAIN} == 1` }, marked);
  const [equation] = prepared.equations;
  const [outcome = ''] = prepared.formula.outcome;
  if (equation === undefined || prepared.equations.length !== 1)
    throw new EstimateError(`${request.model}: only models of one choice are tested on other rows.`);
  const fit = fitPrepared(prepared);
  const frame = modelFrame(table, { columns: [...new Set([outcome, ...columnsOf([equation])])], subset: (row) => test[row] === 1 });
  for (const [name, { kind }] of frame.variables) if (kind !== 'number') throw new EstimateError(`${name}: a column of numbers is needed here, not text.`);
  const { columns } = modelMatrix(equation, frame);
  const index = new Float64Array(frame.rows);
  columns.forEach((column, at) => {
    const slope = fit.beta[at] ?? 0;
    for (let row = 0; row < index.length; row++) index[row] = (index[row] ?? 0) + slope * (column[row] ?? 0);
  });
  const out = new Float64Array(2);
  const eta = new Float64Array(1);
  const chances = index.map((value) => {
    eta[0] = value;
    prepared.predict(eta, out);
    return out[1] ?? Number.NaN;
  });
  const happened = frame.variables.get(outcome)?.values;
  return { fit, rows: frame.used, chances, happened: Float64Array.from(happened ?? []), dropped: frame.dropped };
}
