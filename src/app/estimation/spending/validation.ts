import { bestShare } from '../../../core/estimate/best-response.ts';
import { thinned } from '../../../core/record/spending.ts';
import { numberColumn, textColumn, type Table } from '../../../core/table/table.ts';
import { dataVersions, type DataVersion, type EstimationContext } from '../section.ts';
import { readSpendingFrames, SPENDING_TABLES } from './frame.ts';
import { bestThinning, fitResponse, MAIN, responseRows, type ResponseQuestion } from './response.ts';

/** How far one way of predicting shares of GDP was off. */
export interface SpendingScore {
  /** `one-year.response`: unique in the validation. */
  readonly id: string;
  readonly method: string;
  /** What it knows of the years predicted: the share of the year before, or nothing since the training ended. */
  readonly ahead: 'one year' | 'from the last year of training';
  readonly n: number;
  /** Mean absolute error, root of the mean squared error and mean error (predicted less observed), percentage points of GDP. */
  readonly mae: number;
  readonly rmse: number;
  readonly bias: number;
}

export interface SpendingValidation {
  readonly title: string;
  readonly method: string;
  readonly train: readonly [first: number, last: number];
  readonly test: readonly [first: number, last: number];
  readonly states: number;
  readonly rows: readonly SpendingScore[];
  readonly data: readonly DataVersion[];
  readonly notes: readonly string[];
}

const TRAIN_LAST = 2013;
/** The last era of the training: who was no member in it has no weight of security. */
const LAST_ERA = 2;
const ERA_FIRST = 1991;
/** Decades from the middle of that era to its end. */
const HELD_TREND = (TRAIN_LAST - ERA_FIRST) / 20;

interface Case {
  readonly state: string;
  readonly year: number;
  readonly share: number;
  readonly before: number;
  readonly given: number;
  readonly part: number;
  readonly controls: readonly number[];
}

interface Trained {
  readonly spillin: number;
  readonly stays: number;
  readonly thinning: number;
  readonly weights: ReadonlyMap<string, number>;
  readonly controls: readonly number[];
}

/** Fitted on the years of training. Nobody knows a trend to go on: it is held at its last year. */
function train(frame: Table, { answering = true, trends = true }: { readonly answering?: boolean; readonly trends?: boolean } = {}): Trained {
  const years = numberColumn(frame, 'year').values;
  const question: ResponseQuestion = { ...MAIN, answering, trends, rows: (row) => (years[row] ?? 0) <= TRAIN_LAST };
  const thinning = answering ? bestThinning((value) => responseRows(frame, { ...question, thinning: value }).panel) : 1;
  const fit = fitResponse(frame, { ...question, thinning });
  const { groups } = responseRows(frame, question);
  return {
    spillin: fit.spillin,
    stays: 1 - fit.adjustment,
    thinning,
    weights: new Map(groups.flatMap(({ state, era }, g) => (era === LAST_ERA ? [[state, fit.weights[g] ?? Number.NaN] as const] : []))),
    controls: Array.from(fit.controls),
  };
}

/** The share of a year from that of the year before. */
function next({ spillin, stays, thinning, weights, controls }: Trained, one: Case, before: number, given: number): number {
  const best = bestShare(weights.get(one.state) ?? Number.NaN, spillin, thinned({ given, part: one.part }, thinning));
  return stays * before + (1 - stays) * best + controls.reduce((sum, slope, j) => sum + slope * (one.controls[j] ?? 0), 0);
}

function casesOf(frame: Table): Case[] {
  const states = textColumn(frame, 'state');
  const at = (name: string, row: number): number => numberColumn(frame, name).values[row] ?? Number.NaN;
  return Array.from({ length: frame.rows }, (_, row) => ({
    state: states.levels[states.values[row] ?? 0] ?? '',
    year: at('year', row),
    share: at('share', row),
    before: at('share_before', row),
    given: at('given_before', row),
    part: at('part_before', row),
    // In the order of the fit: threat, growth, the trends of the two eras, of which the second is held where the training ends.
    controls: [at('threat_before', row), at('growth', row), 0, HELD_TREND],
  }));
}

/** Paths from the last year of training: each year from the one predicted before; allies' spending as it was, or as it is predicted. */
function paths(trained: Trained, cases: readonly Case[], foreseen: boolean): number[] {
  const last = new Map<string, number>();
  const out = new Map<Case, number>();
  for (const year of [...new Set(cases.map((one) => one.year))].toSorted((a, b) => a - b)) {
    const now = cases.filter((one) => one.year === year);
    // What a member is given is the others' shares by their parts: where those were predicted otherwise, so is what it is given.
    const off = now.map((one) => one.part * ((last.get(one.state) ?? one.before) - one.before));
    const all = off.reduce((sum, value) => sum + value, 0);
    const made = now.map((one, i) => next(trained, one, last.get(one.state) ?? one.before, foreseen ? one.given + all - (off[i] ?? 0) : one.given));
    now.forEach((one, i) => {
      out.set(one, made[i] ?? Number.NaN);
      last.set(one.state, made[i] ?? Number.NaN);
    });
  }
  return cases.map((one) => out.get(one) ?? Number.NaN);
}

/** Shares of GDP of NATO's members from 2014 on, predicted from the years to 2013, beside last year's share and the mean. */
export function scoreSpending(frame: Table): Omit<SpendingValidation, 'data'> {
  const cases = casesOf(frame);
  const known = cases.filter(({ year }) => year <= TRAIN_LAST);
  const [trained, blind, level] = [train(frame), train(frame, { answering: false }), train(frame, { trends: false })];
  const eraFirst = known.filter(({ year }) => year >= ERA_FIRST);
  const meanOf = (state: string): number => {
    const shares = eraFirst.filter((one) => one.state === state).map(({ share }) => share);
    return shares.reduce((sum, one) => sum + one, 0) / shares.length;
  };
  const lastOf = new Map(known.filter(({ year }) => year === TRAIN_LAST).map(({ state, share }) => [state, share]));
  const test = cases.filter(
    ({ state, year, controls }) => year > TRAIN_LAST && trained.weights.has(state) && lastOf.has(state) && controls.every(Number.isFinite),
  );
  const means = new Map([...lastOf.keys()].map((state) => [state, meanOf(state)]));
  const score = (id: string, method: string, ahead: SpendingScore['ahead'], predicted: readonly number[]): SpendingScore => {
    const off = test.map(({ share }, i) => 100 * ((predicted[i] ?? Number.NaN) - share));
    const mean = (of: (value: number) => number): number => off.reduce((sum, value) => sum + of(value), 0) / off.length;
    return { id, method, ahead, n: test.length, mae: mean(Math.abs), rmse: Math.sqrt(mean((value) => value * value)), bias: mean((value) => value) };
  };
  const each = (of: (one: Case) => number): number[] => test.map(of);
  const ahead = 'from the last year of training';
  return {
    title: 'Spending: shares of GDP of NATO members',
    method:
      'Fitted to the years to 2013, tested on 2014 to 2024: members with a weight of security of the years 1991 to 2013. Mean absolute error in percentage points of GDP. Growth of GDP and what Russia spends are taken as known.',
    train: [Math.min(...known.map(({ year }) => year)), TRAIN_LAST],
    test: [TRAIN_LAST + 1, Math.max(...test.map(({ year }) => year))],
    states: new Set(test.map(({ state }) => state)).size,
    rows: [
      score(
        'one-year.last',
        "last year's share",
        'one year',
        each(({ before }) => before),
      ),
      score(
        'one-year.response',
        'best response, part of the way a year',
        'one year',
        each((one) => next(trained, one, one.before, one.given)),
      ),
      score(
        'one-year.no-allies',
        'the same without allies',
        'one year',
        each((one) => next(blind, one, one.before, one.given)),
      ),
      score(
        'one-year.no-trends',
        'the same with allies and without trends',
        'one year',
        each((one) => next(level, one, one.before, one.given)),
      ),
      score(
        'path.last',
        "the last year's share of the training",
        ahead,
        each(({ state }) => lastOf.get(state) ?? Number.NaN),
      ),
      score(
        'path.mean',
        "the state's mean from 1991 on",
        ahead,
        each(({ state }) => means.get(state) ?? Number.NaN),
      ),
      score('path.allies-as-were', "best responses to allies' spending as it was", ahead, paths(trained, test, false)),
      score('path.response', 'best responses of all to each other', ahead, paths(trained, test, true)),
      score('path.no-allies', 'the same without allies', ahead, paths(blind, test, false)),
      score('path.no-trends', 'the same with allies and without trends', ahead, paths(level, test, true)),
    ],
    notes: [
      `In the training the spill-in is ${trained.spillin.toFixed(3)} at a thinning of ${trained.thinning.toFixed(2)}, and ${(100 * (1 - trained.stays)).toFixed(0)} % of the way is gone in a year; without a trend for each era the spill-in is ${level.spillin.toFixed(3)}.`,
      'Weights of security are those of 1991 to 2013: nothing in the model foresees that threat and pledges of 2014 and 2022 raise them, and the mean errors say by how much.',
    ],
  };
}

/** Shares of GDP predicted out of sample: for the page of validation. @throws {DataError} where a table is lacking */
export async function validateSpending(context: Pick<EstimationContext, 'store' | 'catalog'>): Promise<SpendingValidation> {
  const { nato } = await readSpendingFrames(context);
  return { ...scoreSpending(nato), data: dataVersions(context.store, SPENDING_TABLES) };
}
