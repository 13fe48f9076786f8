import type { YearCoverage } from '../casus/coverage.ts';
import { logistic, logit } from '../math/logistic.ts';
import type { Bonds } from '../record/bonds.ts';
import type { StateYears } from '../record/state-years.ts';
import { numberColumn, type Table } from '../table/table.ts';
import { roundsOf, type FittedJoin, type JoinEquation, type JoinRounds } from './join-stage.ts';
import { JOIN_NAMES, PROMISE_NAMES } from './join-terms.ts';
import { ODDS_PARAMETERS, predictOdds } from './predicted-odds.ts';

/** What the odds of pairs rest on beside the equation of joining. */
export interface PairSources {
  readonly states: StateYears;
  readonly bonds: Bonds;
  readonly coverage: ReadonlyMap<number, YearCoverage>;
}

/** Chances of the target's side, were it war, for some rows of the initiation frame, at an equation of joining and near it. */
export interface PairOdds {
  readonly prevail: Float64Array;
  /** Derivatives in `pointOf` the equation, `ODDS_PARAMETERS` each. */
  readonly slopes: Float64Array;
  readonly point: Float64Array;
}

/** The parameters of an equation of joining as one list. */
export function pointOf({ beta, challengerSide }: JoinEquation): Float64Array {
  const point = new Float64Array(ODDS_PARAMETERS);
  point.set(beta);
  point[ODDS_PARAMETERS - 1] = challengerSide;
  return point;
}

/**
 * Predicts who would join on both sides, and with that the odds of a war, for the rows named of the initiation frame.
 * @param rows whose answers are wanted, ascending
 * @param rounds equations by which joining is predicted; derivatives are in the last
 * @param slopes whether derivatives are wanted too
 */
export function predictPairs(
  { states, bonds, coverage }: PairSources,
  frame: Table,
  rows: Int32Array,
  rounds: JoinRounds,
  slopes: boolean,
  onYear?: (done: number, total: number) => void,
): PairOdds {
  const [ccode1, ccode2, years] = ['ccode1', 'ccode2', 'year'].map((name) => numberColumn(frame, name).values);
  const answers = { prevail: new Float64Array(rows.length), slopes: new Float64Array(slopes ? rows.length * ODDS_PARAMETERS : 0) };
  const places = new Map<number, number[]>();
  rows.forEach((row, place) => {
    const year = years?.[row] ?? 0;
    const list = places.get(year);
    if (list === undefined) places.set(year, [place]);
    else list.push(place);
  });
  let done = 0;
  for (const [year, list] of places) {
    const one = states.of(year);
    const covered = coverage.get(year);
    if (covered === undefined) throw new RangeError(`nothing is known of who covers whom in ${year}`);
    const n = one.codes.length;
    const row = new Int32Array(n * n).fill(-1);
    for (const place of list) row[one.position(ccode1?.[rows[place] ?? 0] ?? 0) * n + one.position(ccode2?.[rows[place] ?? 0] ?? 0)] = place;
    const wanted = { row, slope: slopes ? row : new Int32Array(n * n).fill(-1) };
    predictOdds({ states: one, bonds: bonds.of(year, one.codes), coverage: covered }, rounds, wanted, answers);
    onYear?.((done += 1), places.size);
  }
  return { ...answers, point: pointOf(rounds.at(-1) ?? rounds[0]) };
}

/** Odds of war as they are, and as they would be were nothing promised. */
export interface PromisedOdds<T> {
  readonly promised: T;
  readonly alone: T;
}

/** The odds predicted by a fit of joining, and by the same motives were nothing promised. */
export function predictPromised(
  sources: PairSources,
  frame: Table,
  rows: Int32Array,
  { first, second }: Pick<FittedJoin, 'first' | 'second'>,
  slopes: boolean,
): PromisedOdds<PairOdds> {
  return {
    promised: predictPairs(sources, frame, rows, roundsOf({ first, second }), slopes),
    alone: predictPairs(sources, frame, rows, roundsOf({ first: unpromised(first), second: unpromised(second) }), slopes),
  };
}

/** The same motives without the price of promises. */
export function unpromised({ beta, challengerSide }: JoinEquation): JoinEquation {
  return { beta: beta.map((value, at) => (PROMISE_NAMES.includes(JOIN_NAMES[at] ?? '') ? 0 : value)), challengerSide };
}

/** The odds at another equation of joining, straight on the scale of log odds from where they were predicted. */
export function movedOdds({ prevail, slopes, point }: PairOdds, equation: JoinEquation): Float64Array {
  const moved = pointOf(equation).map((value, k) => value - (point[k] ?? 0));
  return prevail.map((p, place) => {
    const held = Math.min(1 - 1e-9, Math.max(1e-9, p));
    let change = 0;
    for (let k = 0; k < ODDS_PARAMETERS; k++) change += (slopes[place * ODDS_PARAMETERS + k] ?? 0) * (moved[k] ?? 0);
    return logistic(logit(held) + change / (held * (1 - held)));
  });
}
