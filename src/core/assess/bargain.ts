import { gatesOn, institutionOn, type Gate } from '../facts/institutions.ts';
import type { Facts } from '../facts/facts.ts';
import { ratification } from '../models/ratification/state.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { Assessment } from './assessment.ts';
import { spendingLedger } from './burden.ts';
import { centralValues } from './parameter-values.ts';
import type { PreparedAssessment } from './prepare.ts';

/** A member at the table: what it would accept of two clauses, automaticity and a floor of spending. */
export interface BargainMember {
  readonly state: string;
  /** What it spends where each does what is best for it, % of GDP; undefined where figures are lacking. */
  readonly unpledged: number | undefined;
  /** What the treaty is worth to it before any floor, % of GDP a year, at each of the points of automaticity. */
  readonly worth: readonly number[];
  /** The least worth at which its gates pass with chance one half. */
  readonly least: number;
  readonly gates: readonly Gate[];
}

/** The bargain over two clauses. */
export interface Bargain {
  /** Automaticity, from 0 (consultation alone) over discretion (what is left of the price) to 1 (automatic): where texts were solved. */
  readonly points: readonly number[];
  readonly members: readonly BargainMember[];
  /** Members whose gates or figures the catalog does not know. */
  readonly missing: readonly string[];
  /** Where the text itself stands. */
  readonly draft: { readonly automaticity: number; readonly floor: number };
}

/** A text with every promise of help left to judgment, fixed, or taken out. */
export function withAutomaticity(treaty: Treaty, to: 'none' | 'discretionary' | 'automatic'): Treaty {
  const helps = ({ kind }: Treaty['obligations'][number]): boolean => kind === 'defense' || kind === 'offense' || kind === 'assistance';
  return {
    ...treaty,
    obligations: treaty.obligations.flatMap((clause) => {
      if (!helps(clause)) return [clause];
      return to === 'none' ? [] : [{ ...clause, response: { ...clause.response, automaticity: to } }];
    }),
  };
}

const FAR = 40;

/**
 * The least value, % of GDP a year, at which a state's gates pass with chance one half; −40 where they do whatever it is, 40 where they never do.
 * @throws {RangeError} as `ratification`
 */
export function leastPassing(gates: readonly Gate[]): number {
  const passes = (value: number): boolean => ratification({ gates, value }, { method: 'normal' }).p >= 0.5;
  let [low, high] = [-FAR, FAR];
  if (passes(low)) return low;
  if (!passes(high)) return high;
  for (let i = 0; i < 16; i++) {
    const middle = (low + high) / 2;
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The gates of a state that every treaty meets. */
export function commonGates(facts: Facts, state: string, date: string): readonly Gate[] {
  const institution = institutionOn(facts.institutions, state, date);
  return institution === undefined ? [] : gatesOn(institution, date).filter(({ when }) => when === undefined);
}

/** The floor a text sets, % of GDP: its greatest pledge of defense spending agreed by the date. */
function floorOf({ burden }: Treaty, date: string): number {
  const floors = (burden?.pledges ?? []).flatMap(({ metric, at_least, agreed }) =>
    metric === 'defense-share-of-gdp' && at_least !== undefined && (agreed ?? '') <= date ? [100 * at_least] : [],
  );
  return Math.max(0, ...floors);
}

/**
 * What each member would accept of automaticity and floor: the value of three texts (no promise of help, each judges, automatic), between which it is
 * read off a straight line, against the least value its gates pass.
 * @param solved the text as it stands, and its variants, each assessed whole
 */
export function bargain(prepared: PreparedAssessment, solved: Readonly<Record<'none' | 'discretionary' | 'automatic', Assessment>>): Bargain {
  const { subject, options, text, members } = prepared;
  const { facts } = subject;
  const left = 1 - Math.min(1, Math.max(0, centralValues(prepared.parameters, options.set).get('join.discretionary')));
  const ledger = spendingLedger(prepared);
  const worthIn = (found: Assessment, state: string): number | undefined => {
    const row = found.balance.find((one) => one.state === state);
    return row === undefined ? undefined : row.deterrence.value + row.joining.value + (row.pooling ?? 0);
  };
  const rows = members.flatMap((state): BargainMember[] => {
    const gates = commonGates(facts, state, options.date);
    const worth = (['none', 'discretionary', 'automatic'] as const).map((name) => worthIn(solved[name], state));
    if (gates.length === 0 || worth.includes(undefined)) return [];
    const row = ledger.members.find((one) => one.state === state);
    return [
      {
        state,
        unpledged: row === undefined ? undefined : (100 * row.nash) / row.gdp,
        worth: worth.map((value) => value ?? 0),
        least: leastPassing(gates),
        gates,
      },
    ];
  });
  const helps = text.obligations.filter(({ kind }) => kind === 'defense' || kind === 'offense' || kind === 'assistance');
  const automaticity =
    helps.length === 0 ? 0 : helps.reduce((sum, { response }) => sum + (response?.automaticity === 'discretionary' ? left : 1), 0) / helps.length;
  return {
    points: [0, left, 1],
    members: rows,
    missing: members.filter((state) => !rows.some((row) => row.state === state)),
    draft: { automaticity, floor: floorOf(text, options.date) },
  };
}

/** A member's worth at an automaticity, between the texts that were solved. */
export function worthAt({ points }: Pick<Bargain, 'points'>, { worth }: Pick<BargainMember, 'worth'>, automaticity: number): number {
  const next = points.findIndex((point, i) => i > 0 && automaticity <= point);
  const i = next === -1 ? points.length - 1 : next;
  const [from = 0, to = 1] = [points[i - 1], points[i]];
  const [low = 0, high = 0] = [worth[i - 1], worth[i]];
  return to === from ? high : low + ((automaticity - from) / (to - from)) * (high - low);
}

/**
 * The highest floor of spending, % of GDP, at which a member's gates pass with chance one half; −Infinity where no floor is low enough.
 */
export function limitAt(of: Pick<Bargain, 'points'>, member: BargainMember, automaticity: number): number {
  const room = worthAt(of, member, automaticity) - member.least;
  return room < 0 ? -Infinity : (member.unpledged ?? 0) + room;
}
