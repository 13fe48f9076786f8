import { logistic } from '../../../core/math/logistic.ts';
import { fitJoin, joinData, predictExpected, roundsOf, type JoinData } from '../../../core/stages/join-stage.ts';
import { predictPairs, type PairSources } from '../../../core/stages/pair-odds.ts';
import { indexOf, weightedLogit } from '../../../core/stages/weighted-logit.ts';
import type { NumberColumn } from '../../../core/table/column.ts';
import { selectRows } from '../../../core/table/select.ts';
import { numberColumn, type Table } from '../../../core/table/table.ts';

/** What the crisis game, fitted to the training alone, says of each row; columns of the logit beside it. */

/** What a challenger expects of a challenge: the chance of being resisted times that of prevailing over all who are predicted to come. */
const WAR_VALUE = 'war_value';
/** What a state's joining is expected to add to its side's chance, whoever else comes. */
const GAIN = 'gain';
/** The strength that the others are expected to bring to its side. */
const COMPANY = 'company';

export const STRUCTURE = { warValue: WAR_VALUE, gain: GAIN, company: COMPANY } as const;

const RESIST = ['land', 'lnkm', 'rivalry', 'major2'] as const;

/**
 * The value of a challenge for every row of the initiation frame: joining fitted to the disputes of the years of the training, resistance to the
 * disputes begun in its rows.
 * @param rows of `frame` that are wanted in a table of their own, ascending
 */
export function warValues(joining: Table, frame: Table, rows: Int32Array, pairs: PairSources, train: Uint8Array): NumberColumn {
  const wanted = selectRows(frame, rows);
  const read = (name: string): ArrayLike<number> => numberColumn(wanted, name).values;
  const [years, initiated, reciprocated] = ['year', 'initiated', 'reciprocated'].map(read);
  let last = 0;
  for (let row = 0; row < wanted.rows; row++) if (train[row] === 1) last = Math.max(last, years?.[row] ?? 0);
  const when = numberColumn(joining, 'year').values;
  const before = Array.from({ length: joining.rows }, (_, row) => row).filter((row) => (when[row] ?? 0) <= last);
  const join = fitJoin(joinData(selectRows(joining, before)));
  const { prevail } = predictPairs(pairs, frame, rows, roundsOf(join), false);
  const columns = [new Float64Array(wanted.rows).fill(1), ...RESIST.map((name) => Float64Array.from(read(name))), prevail];
  const begun = Int32Array.from(Array.from({ length: wanted.rows }, (_, row) => row).filter((row) => train[row] === 1 && initiated?.[row] === 1));
  const picked = (values: ArrayLike<number> | undefined): Float64Array => Float64Array.from(begun, (row) => values?.[row] ?? 0);
  const { beta } = weightedLogit({ names: ['constant', ...RESIST, 'prevail'], columns: columns.map(picked), happened: Int32Array.from(picked(reciprocated)) });
  const resisted = indexOf(columns, beta).map(logistic);
  return { name: WAR_VALUE, kind: 'float64', values: resisted.map((chance, row) => chance * (1 - (prevail[row] ?? 0.5))) };
}

/** The joining frame as the stage reads it, and where the rows of the target's side stand in a table of theirs. */
export interface JoinRows {
  readonly data: JoinData;
  /** Dispute of each of those rows, in the same order. */
  readonly dispnum: ArrayLike<number>;
}

/** What every row of the target's side expects of the others, gain and company, joining fitted to the disputes of the training. */
export function expectedOfOthers({ data, dispnum }: JoinRows, train: Uint8Array): readonly NumberColumn[] {
  const fitted = new Set<number>();
  train.forEach((one, row) => {
    if (one === 1) fitted.add(dispnum[row] ?? 0);
  });
  const weights = Float64Array.from(data.disputes, (dispute) => (fitted.has(dispute) ? 1 : 0));
  const { gains, company } = predictExpected(data, fitJoin(data, undefined, weights));
  return [
    { name: GAIN, kind: 'float64', values: gains.target },
    { name: COMPANY, kind: 'float64', values: company.target },
  ];
}
