import { selectRows } from '../../../core/table/select.ts';
import { numberColumn, type Table } from '../../../core/table/table.ts';
import { readPairSources } from '../crisis/data.ts';
import { INITIATION_TABLES, readInitiationFrame } from '../deterrence/initiation-frame.ts';
import { readJoiningFrame } from '../joining/frame.ts';
import { dataVersions, type EstimationContext } from '../section.ts';
import { decadesOf, forecastsOf, marked, predict, type Model, type Split } from './predict.ts';
import { STRUCTURE, warValues } from './structure.ts';
import { aucFacts, calibrationTable, decadeTable, equationTable, scoreTable } from './tables.ts';
import type { DecadeScore, Forecast, Validation } from './validation.ts';

const PEACE = 'peace1 + peace2 + peace3';
const FEW = `${PEACE} + contiguous + lnkm + relative + pact + s`;
const POWER_AND_PLACE = `${PEACE} + land + contiguous + lnkm + lncinc1 + lncinc2 + major1 + major2 + relative`;
const REGIMES_AND_TIES = 'democracy1 + democracy2 + democracy1:democracy2 + democracy_missing + s + pact + strength_filtered';

const logits = (regressors: string): Model[] => [
  { id: 'few', words: 'few columns', regressors: FEW },
  { id: 'reduced', words: 'plain logit without rivalry', regressors },
  { id: 'plain', words: 'plain logit', regressors: `${regressors} + rivalry` },
];

const ONSET = logits(`${POWER_AND_PLACE} + past`);
const INITIATION = `${POWER_AND_PLACE} + past + ${REGIMES_AND_TIES}`;

/** Years fitted, and those tested. */
const SPLITS = [
  { id: 'to-1990', rows: 'fitted to 1816-1990, tested on 1991-2010', train: [1816, 1990], test: [1991, 2010] },
  { id: 'to-1944', rows: 'fitted to 1816-1944, tested on 1946-1970', train: [1816, 1944], test: [1946, 1970] },
] as const;

type Years = readonly [first: number, last: number];

const DECADES = Array.from({ length: 15 }, (_, index) => 1860 + 10 * index);

const splitOf = (years: ArrayLike<number>, train: Years, test: Years): Split => {
  const within = ([first, last]: Years): Uint8Array => marked(years.length, (row) => (years[row] ?? 0) >= first && (years[row] ?? 0) <= last);
  return { train: within(train), test: within(test) };
};

interface Tested {
  readonly forecasts: readonly Forecast[];
  readonly decades: readonly DecadeScore[];
  readonly faults: readonly string[];
}

function test(table: Table, outcome: string, models: readonly Model[], { draws, seed }: { readonly draws: number; readonly seed: number }): Tested {
  const [years, groups] = [numberColumn(table, 'year').values, numberColumn(table, 'dyad').values];
  const parts = SPLITS.map(({ id, rows, train, test: tested }) => ({ id, rows, predicted: predict(table, outcome, models, [splitOf(years, train, tested)]) }));
  const forecasts = parts.flatMap(({ id, rows, predicted }) => forecastsOf(models, predicted, { split: id, rows, groups, draws, seed }));
  const ahead = models.filter(({ columns }) => columns === undefined);
  const byDecade = predict(
    table,
    outcome,
    ahead,
    DECADES.map((decade) => splitOf(years, [1816, decade - 1], [decade, decade + 9])),
  );
  return { forecasts, decades: decadesOf(ahead, byDecade, years), faults: [...parts.flatMap(({ predicted }) => predicted.faults), ...byDecade.faults] };
}

const BY_DECADE = 'By decade, each fitted to all years before it';
const CLUSTERS = 'Intervals: the middle 95 % over draws of undirected pairs of states.';

/** Disputes that begin, among all directed pairs of states. */
export async function validateOnset(context: EstimationContext): Promise<Validation> {
  const { table } = await readInitiationFrame(context);
  const { forecasts, decades, faults } = test(table, 'onset', ONSET, context);
  return {
    id: 'onset',
    title: 'Onset: does a dispute between the two begin?',
    method: `All directed pairs of members of the system by year, ${table.rows.toLocaleString('en-US')} rows; disputes of GML, joiners included. ${CLUSTERS}`,
    facts: aucFacts(forecasts, { 'to-1990': 0.965, 'to-1944': 0.935 }),
    tables: [scoreTable(forecasts), decadeTable(ONSET, decades, BY_DECADE), calibrationTable(forecasts), equationTable('onset', ONSET)],
    data: dataVersions(context.store, INITIATION_TABLES),
    forecasts,
    decades,
    notes: [...faults, RIVALRY, 'The crisis game has no part in it: it is about who challenges whom, among those who can reach each other.'],
  };
}

const RIVALRY = 'Rivalry was coded by historians who knew what came after: the logit without it says what hangs on that.';

/** Disputes begun by one of two against the other, among the politically relevant. */
export async function validateInitiation(context: EstimationContext): Promise<Validation> {
  const { table: whole } = await readInitiationFrame(context);
  const [relevant, atRisk] = [numberColumn(whole, 'relevant').values, numberColumn(whole, 'at_risk').values];
  const rows = Int32Array.from(Array.from({ length: whole.rows }, (_, row) => row).filter((row) => relevant[row] === 1 && atRisk[row] === 1));
  const table = selectRows(whole, rows);
  const [{ table: joiners }, sources] = [await readJoiningFrame(context), await readPairSources(context)];
  const models: readonly Model[] = [
    ...logits(INITIATION),
    {
      id: 'structure',
      words: 'with the crisis game',
      regressors: `${INITIATION} + rivalry + ${STRUCTURE.warValue}`,
      columns: (train) => [warValues(joiners, whole, rows, sources, train)],
    },
  ];
  const { forecasts, decades, faults } = test(table, 'initiated', models, context);
  return {
    id: 'initiation',
    title: 'Initiation: does the one begin a dispute with the other?',
    method: `Directed pairs contiguous by land or up to 400 miles of water, or with a major power among them, by year, ${table.rows.toLocaleString('en-US')} rows, but for years in which a dispute goes on; originators on both sides, in wars whoever began them by COW. ${CLUSTERS}`,
    facts: aucFacts(forecasts, { 'to-1990': 0.915, 'to-1944': 0.855 }),
    tables: [
      scoreTable(forecasts),
      decadeTable(
        models.filter(({ columns }) => columns === undefined),
        decades,
        BY_DECADE,
      ),
      calibrationTable(forecasts),
      equationTable('initiated', models),
    ],
    data: dataVersions(context.store, INITIATION_TABLES),
    forecasts,
    decades,
    notes: [
      ...faults,
      RIVALRY,
      'The crisis game adds what a challenge is worth: the predicted chance of being resisted times that of prevailing over all who are predicted to come; joining and resisting are fitted anew to each training.',
    ],
  };
}
