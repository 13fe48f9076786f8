import { numberColumn, type Table } from '../table/table.ts';
import { joinData, type JoinData } from './join-stage.ts';

/** What the three stages are fitted to, the last move first. */
export interface ChainData {
  /** Numbers of all disputes, ascending. */
  readonly disputes: Int32Array;
  readonly join: JoinData;
  readonly resist: PairChoice;
  readonly challenge: ChallengeChoice;
  /** Rows of the initiation frame whose odds of a war the stages need, ascending. */
  readonly rows: Int32Array;
  readonly escalation: Escalation;
}

/** A choice made by a pair of states, but for what hangs on the odds of a war. */
export interface PairChoice {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly happened: Int32Array;
  /** Place of each row among `rows`. */
  readonly place: Int32Array;
  /** The dispute, or the pair of states whoever challenges, by its number from 0. */
  readonly cluster: Int32Array;
}

/** The yearly choice to challenge. */
interface ChallengeChoice extends PairChoice {
  /** Regressors of resisting, for every row. */
  readonly resist: readonly Float64Array[];
  /** 1 since 1946. */
  readonly postwar: Float64Array;
  /** How many pairs of states there are. */
  readonly pairs: number;
}

/** Disputes that were resisted, and which became wars. */
export interface Escalation {
  /** Place in `ERAS`. */
  readonly era: Int32Array;
  readonly dispute: Int32Array;
  readonly war: Int32Array;
}

/** Eras that each have a chance of their own that a resisted challenge becomes war. */
export const ERAS = [
  { id: '1816-1913', from: 1816, to: 1913 },
  { id: '1914-1945', from: 1914, to: 1945 },
  { id: '1946-1990', from: 1946, to: 1990 },
  { id: '1991-2010', from: 1991, to: 2010 },
] as const;

type Read = (name: string) => ArrayLike<number>;
type Term = readonly [name: string, of: (read: (name: string) => number) => number];

const POSTWAR = 1946;
const isPostwar = (read: (name: string) => number): number => (read('year') >= POSTWAR ? 1 : 0);

/** The equation of resisting but for the odds. */
const RESIST_TERMS: readonly Term[] = [
  ['resist.intercept', () => 1],
  ['resist.border', (read) => read('land')],
  ['resist.distance', (read) => read('lnkm')],
  ['resist.rivalry', (read) => read('rivalry')],
  ['resist.major-target', (read) => read('major2')],
  ['resist.post-1945', isPostwar],
];

/** What a yearly challenge hangs on beside the odds of a war: the status quo. */
const CHALLENGE_TERMS: readonly Term[] = [
  ['constant', () => 1],
  ...[
    'peace1',
    'peace2',
    'peace3',
    'land',
    'contiguous',
    'lnkm',
    'lncinc1',
    'lncinc2',
    'relative',
    'major1',
    'major2',
    'rivalry',
    'democracy1',
    'democracy2',
    'democracy_missing',
    's',
    'pact',
    'pact_other',
    'worldwar',
  ].map((name): Term => [name, (read) => read(name)]),
  ['wartime pact', (read) => (read('applies') === 1 && read('applies_peace') === 0 ? 1 : 0)],
  ['post-1945', isPostwar],
];

/**
 * The three stages of the crisis from the joining and initiation frames: who joins (state × side × dispute), whether the target resists (disputes
 * begun, by challenger and target), whether there is a challenge (politically relevant directed dyad-years in which one can begin).
 */
export function chainData(joining: Table, initiation: Table): ChainData {
  const join = joinData(joining);
  const known = new Map<string, ArrayLike<number>>();
  const read: Read = (name) => {
    let values = known.get(name);
    if (values === undefined) known.set(name, (values = numberColumn(initiation, name).values));
    return values;
  };
  const where = (test: (row: number) => boolean): Int32Array => {
    const rows: number[] = [];
    for (let row = 0; row < initiation.rows; row++) if (test(row)) rows.push(row);
    return Int32Array.from(rows);
  };
  const [initiated, relevant, atRisk, dispute, dyad] = ['initiated', 'relevant', 'at_risk', 'dispnum', 'dyad'].map(read);
  const begun = where((row) => initiated?.[row] === 1);
  const asked = where((row) => relevant?.[row] === 1 && atRisk?.[row] === 1);
  const rows = where((row) => initiated?.[row] === 1 || (relevant?.[row] === 1 && atRisk?.[row] === 1));
  const placeOf = new Int32Array(initiation.rows).fill(-1);
  rows.forEach((row, place) => (placeOf[row] = place));
  const disputes = Int32Array.from(new Set([...join.disputes, ...Array.from(begun, (row) => dispute?.[row] ?? 0)])).sort();
  const numbers = new Map(Array.from(disputes, (number, index) => [number, index]));
  const pairs = new Map<number, number>();
  const pairOf = (row: number): number => {
    const key = dyad?.[row] ?? 0;
    const index = pairs.get(key) ?? pairs.size;
    pairs.set(key, index);
    return index;
  };
  const resistTerms = termsOf(RESIST_TERMS, asked, read);
  const challengers = Int32Array.from(asked, pairOf);
  return {
    disputes,
    join,
    resist: {
      names: RESIST_TERMS.map(([name]) => name),
      columns: termsOf(RESIST_TERMS, begun, read),
      happened: picked(read('reciprocated'), begun),
      place: picked(placeOf, begun),
      cluster: Int32Array.from(begun, (row) => numbers.get(dispute?.[row] ?? 0) ?? 0),
    },
    challenge: {
      names: CHALLENGE_TERMS.map(([name]) => name),
      columns: termsOf(CHALLENGE_TERMS, asked, read),
      happened: picked(read('initiated'), asked),
      place: picked(placeOf, asked),
      cluster: challengers,
      resist: resistTerms,
      postwar: Float64Array.from(asked, (row) => isPostwar((name) => read(name)[row] ?? 0)),
      pairs: pairs.size,
    },
    rows,
    escalation: escalationOf(joining, numbers, begun, read),
  };
}

const picked = (values: ArrayLike<number>, rows: Int32Array): Int32Array => Int32Array.from(rows, (row) => values[row] ?? 0);

function termsOf(terms: readonly Term[], rows: Int32Array, read: Read): Float64Array[] {
  let at = 0;
  const one = (name: string): number => read(name)[at] ?? 0;
  return terms.map(([, of]) =>
    Float64Array.from(rows, (row) => {
      at = row;
      return of(one);
    }),
  );
}

/** Disputes resisted by any target, of which the joining frame tells whether they became interstate wars. */
function escalationOf(joining: Table, numbers: ReadonlyMap<number, number>, begun: Int32Array, read: Read): Escalation {
  const [dispnum, war] = ['dispnum', 'war'].map((name) => numberColumn(joining, name).values);
  const wars = new Map<number, number>();
  for (let row = 0; row < joining.rows; row++) wars.set(dispnum?.[row] ?? 0, war?.[row] ?? 0);
  const [dispute, reciprocated, years] = ['dispnum', 'reciprocated', 'year'].map(read);
  const resisted = new Map<number, number>();
  for (const row of begun) {
    const number = dispute?.[row] ?? 0;
    if (reciprocated?.[row] === 1 && wars.has(number) && !resisted.has(number)) resisted.set(number, years?.[row] ?? 0);
  }
  return {
    era: Int32Array.from(resisted.values(), (year) => ERAS.findIndex(({ from, to }) => year >= from && year <= to)),
    dispute: Int32Array.from(resisted.keys(), (number) => numbers.get(number) ?? 0),
    war: Int32Array.from(resisted.keys(), (number) => wars.get(number) ?? 0),
  };
}
