import { foldsOf } from '../../../core/estimate/folds.ts';
import { createRng } from '../../../core/math/rng.ts';
import { selectRows } from '../../../core/table/select.ts';
import { numberColumn } from '../../../core/table/table.ts';
import { EXIT_TABLES, readExitFrames } from '../exit/frame.ts';
import { dataVersions, type EstimationContext } from '../section.ts';
import { decadesOf, forecastsOf, marked, predict, type Model, type Split } from './predict.ts';
import { aucFacts, calibrationTable, decadeTable, equationTable, scoreTable } from './tables.ts';
import type { Validation } from './validation.ts';

const CLAUSES = 'withdrawal + log_members + no_major + conditional + offense + asymmetric + expiring';
const KNOWN = 'regime_change_before + member_at_war_before + capability_change_before + outside_alliance_before';

/** An era can be told apart only where both are fitted. */
const models = (era: string): Model[] => [
  { id: 'few', words: 'few columns', regressors: `log_age + multilateral${era}` },
  { id: 'reduced', words: 'plain logit of clauses alone', regressors: `${CLAUSES}${era}` },
  { id: 'plain', words: 'plain logit', regressors: `${CLAUSES} + ${KNOWN}${era}` },
];

const FOLDS = 10;
const OF_ALL = models(' + after_1945');
const OF_ONE = models('');

/** Which defense pacts end in a year, from what was known as it began. */
export async function validateExit({ store, draws, seed }: EstimationContext): Promise<Validation> {
  const { treaties } = await readExitFrames(store);
  const promised = numberColumn(treaties, 'defense_ever').values;
  const table = selectRows(
    treaties,
    Array.from({ length: treaties.rows }, (_, row) => row).filter((row) => promised[row] === 1),
  );
  const [years, groups] = [numberColumn(table, 'year').values, numberColumn(table, 'atopid').values];
  const folds = foldsOf(groups, FOLDS, createRng(seed));
  const held = Array.from({ length: FOLDS }, (_, fold): Split => ({
    train: marked(table.rows, (row) => folds[row] !== fold),
    test: marked(table.rows, (row) => folds[row] === fold),
  }));
  const tenfold = predict(table, 'ended', OF_ALL, held);
  const forward = predict(table, 'ended', OF_ONE, [
    { train: marked(table.rows, (row) => (years[row] ?? 0) <= 1944), test: marked(table.rows, (row) => (years[row] ?? 0) >= 1946) },
  ]);
  const forecasts = [
    ...forecastsOf(OF_ALL, tenfold, { split: 'tenfold', rows: 'treaties held out, tenfold', groups, draws, seed }),
    ...forecastsOf(OF_ONE, forward, { split: 'to-1944', rows: 'fitted to 1815-1944, tested on 1946-2018', groups, draws, seed }),
  ];
  const decades = decadesOf(OF_ALL, tenfold, years);
  return {
    id: 'exit',
    title: 'Exit: does a defense pact end in the year?',
    method: 'Years of the defense pacts of ATOP 5.1 in which they could end. Tenfold by treaty. Intervals: the middle 95 % over draws of treaties.',
    facts: aucFacts(forecasts, { tenfold: 0.72 }),
    tables: [scoreTable(forecasts), decadeTable(OF_ALL, decades, 'By decade, treaties held out'), calibrationTable(forecasts), equationTable('ended', OF_ALL)],
    data: dataVersions(store, EXIT_TABLES),
    forecasts,
    decades,
    notes: [...tenfold.faults, ...forward.faults, 'No game is solved for the end of a pact: there is nothing structural to compare.'],
  };
}
