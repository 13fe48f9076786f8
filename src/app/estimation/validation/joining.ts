import { foldsOf } from '../../../core/estimate/folds.ts';
import { createRng } from '../../../core/math/rng.ts';
import { joinData } from '../../../core/stages/join-stage.ts';
import { selectRows } from '../../../core/table/select.ts';
import { numberColumn } from '../../../core/table/table.ts';
import { JOINING_TABLES, readJoiningFrame } from '../joining/frame.ts';
import { dataVersions, type EstimationContext } from '../section.ts';
import { decadesOf, forecastsOf, marked, only, predict, type Model, type Split } from './predict.ts';
import { expectedOfOthers, STRUCTURE, type JoinRows } from './structure.ts';
import { aucFacts, calibrationTable, decadeTable, equationTable, scoreTable } from './tables.ts';
import type { Validation } from './validation.ts';

const INTEREST = 'war + ln_km_side + ln_km_opponent + ln_cinc + major + major:ln_km_side + border_side + border_opponent + rival_opponent';
const PROMISES = 'restrained + owed + bilateral + bases + conditional + secret + unmet + unmet:war';

/** @param since what came with 1945, and is told only where years after it are fitted */
const models = (since: string, join: JoinRows): Model[] => [
  { id: 'few', words: 'few columns', regressors: 'war + ln_km_side + ln_cinc + major + pact' },
  { id: 'reduced', words: 'plain logit without promises', regressors: `${INTEREST}${since} + delta_alone` },
  { id: 'plain', words: 'plain logit', regressors: `${INTEREST}${since} + ${PROMISES} + delta_alone` },
  {
    id: 'structure',
    words: 'with the crisis game',
    regressors: `${INTEREST}${since} + ${PROMISES} + ${STRUCTURE.gain} + ${STRUCTURE.company}`,
    columns: (train) => expectedOfOthers(join, train),
  },
];

const FOLDS = 10;

/** Who joins the target's side of a dispute, with disputes and wars held out. */
export async function validateJoining(context: EstimationContext): Promise<Validation> {
  const { table: whole } = await readJoiningFrame(context);
  const side = numberColumn(whole, 'target_side').values;
  const table = selectRows(
    whole,
    Array.from({ length: whole.rows }, (_, row) => row).filter((row) => side[row] === 1),
  );
  const [disputes, wars, war, years] = ['dispnum', 'warnum', 'war', 'year'].map((name) => numberColumn(table, name).values);
  if (disputes === undefined || wars === undefined || war === undefined || years === undefined) throw new RangeError('a column is lacking');
  // Disputes of one war lie in one fold: a war is held out whole.
  const groups = Int32Array.from(disputes, (dispute, row) => ((wars[row] ?? 0) > 0 ? -(wars[row] ?? 0) : dispute));
  const { draws, seed } = context;
  const join = { data: joinData(whole), dispnum: disputes };
  const [all, early] = [models(' + nuclear_opponent + postwar', join), models('', join)];
  const folds = foldsOf(groups, FOLDS, createRng(seed));
  const held = Array.from({ length: FOLDS }, (_, fold): Split => ({
    train: marked(table.rows, (row) => folds[row] !== fold),
    test: marked(table.rows, (row) => folds[row] === fold),
  }));
  const tenfold = predict(table, 'joined', all, held);
  const forward = predict(table, 'joined', early, [
    { train: marked(table.rows, (row) => (years[row] ?? 0) <= 1945), test: marked(table.rows, (row) => (years[row] ?? 0) > 1945) },
  ]);
  const scoring = { groups, draws, seed };
  const forecasts = [
    ...forecastsOf(all, tenfold, { ...scoring, split: 'disputes', rows: 'disputes held out, tenfold' }),
    ...forecastsOf(
      all,
      only(tenfold, (row) => war[row] === 1),
      { ...scoring, split: 'wars', rows: 'wars held out whole' },
    ),
    ...forecastsOf(early, forward, { ...scoring, split: 'to-1945', rows: 'fitted to 1816-1945, tested on 1946-2010' }),
  ];
  const decades = decadesOf(all, tenfold, years);
  return {
    id: 'joining',
    title: "Joining: does a third state join the target's side?",
    method:
      `States contiguous to an originator, great powers, and states bound by a promise of help, by dispute: ${table.rows.toLocaleString('en-US')} rows. Tenfold by dispute, ` +
      'disputes of one war together. Intervals: the middle 95 % over draws of disputes, or wars.',
    facts: aucFacts(forecasts, { disputes: 0.85, wars: 0.73 }),
    tables: [scoreTable(forecasts), decadeTable(all, decades, 'By decade, disputes held out'), calibrationTable(forecasts), equationTable('joined', all)],
    data: dataVersions(context.store, JOINING_TABLES),
    forecasts,
    decades,
    notes: [
      ...tenfold.faults,
      ...forward.faults,
      'Whether a dispute became a war is taken as known: the question is who comes, given what it is.',
      'The crisis game takes the gain that joining is expected to bring, whoever else is predicted to come, in place of the gain were nobody else to come, and adds the strength that the others are predicted to bring; it is fitted anew to each training.',
    ],
  };
}
