import { spendingLedger, type SpendingLedger } from './burden.ts';
import type { PreparedAssessment } from './prepare.ts';

/** A quantity of the contingency at a place among those asked, by its name; undefined where it has none. */
export type Read = (place: number, quantity: string) => number | undefined;

/** What an answer counts: chances from 0 to 1, events a year, % of a state's own GDP a year. */
export type AnswerUnit = 'chance' | 'a year' | '% of GDP';

/** One number that an assessment comes down to, from the quantities of its contingencies: at the central values, in a draw, at any point. */
export interface Answer {
  /** As it is asked for: `spared`, `net:USA`. */
  readonly id: string;
  readonly unit: AnswerUnit;
  /**
   * NaN where the treaty binds nobody, or nothing was asked.
   * @param there the assessment at the point read, where that is not the central one: a net counts what spending saves there
   */
  readonly of: (read: Read, there?: () => PreparedAssessment) => number;
}

/** The answers that are of the treaty as a whole, and what each means. */
export const WHOLE_ANSWERS = {
  spared: 'Challenges a year that the treaty spares, over all contingencies',
  'wars-spared': 'Wars a year that the treaty spares, over all contingencies',
  honors: 'Mean chance of coming, given war, over the states the treaty binds, in the contingencies in which it does',
  difference: 'The same, less what they would do without the treaty',
  prevail: "Mean chance, given war, that the target's side prevails",
  prevails: 'The same, less what it is without the treaty',
  abandonment: 'Mean share of the promised strength that does not come, given war',
  entrapment: 'States a year drawn into a war by the promise and not by interest',
} as const;

export type WholeAnswer = keyof typeof WHOLE_ANSWERS;

/** Answers of one state: its net, and its mean chance of coming. */
export const STATE_ANSWERS = {
  net: 'What the treaty is worth to the state, % of its own GDP a year',
  honors: 'Its mean chance of coming, given war, in the contingencies in which the treaty binds it',
} as const;

interface Bound {
  readonly place: number;
  readonly state: string;
}

/** The states that the assessed treaty binds to come, contingency by contingency. */
export function boundIn({ asked, subject }: PreparedAssessment): readonly Bound[] {
  const { id } = subject.treaty;
  return asked.flatMap(({ prepared }, place) =>
    prepared.allies.flatMap(({ joiner }) =>
      joiner.with.promises.some(({ treaty }) => treaty === id || treaty.startsWith(`${id}--`)) ? [{ place, state: joiner.state }] : [],
    ),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const known = (value: number | undefined): value is number => value !== undefined && !Number.isNaN(value);

/** What of a member's balance does not come from crises: spending saved, less spending pledged above what it would choose; % of its GDP. */
export function spendingParts({ members }: SpendingLedger, state: string): { readonly pooling?: number; readonly burden?: number } {
  const row = members.find((one) => one.state === state);
  if (row === undefined) return {};
  const pooling = (100 * (row.apart - row.nash)) / row.gdp;
  return row.pledge === undefined ? { pooling } : { pooling, burden: (-100 * Math.max(0, row.pledge - row.nash)) / row.gdp };
}

function wholeAnswer(id: WholeAnswer, { asked }: PreparedAssessment, bound: readonly Bound[]): Answer {
  const places = asked.map((_, place) => place);
  const total = (read: Read, name: string): number => places.reduce((sum, place) => sum + (read(place, name) ?? 0), 0);
  const overAsked = (read: Read, name: string): number => mean(places.flatMap((place) => read(place, name) ?? []).filter(known));
  const overBound = (read: Read, name: string): number => mean(bound.map(({ place, state }) => read(place, `${state}.${name}`) ?? Number.NaN));
  switch (id) {
    case 'spared':
      return { id, unit: 'a year', of: (read) => 0 - total(read, 'challenge.difference') };
    case 'wars-spared':
      return { id, unit: 'a year', of: (read) => 0 - total(read, 'war.difference') };
    case 'honors':
      return { id, unit: 'chance', of: (read) => overBound(read, 'honors.with') };
    case 'difference':
      return { id, unit: 'chance', of: (read) => overBound(read, 'honors.difference') };
    case 'prevail':
      return { id, unit: 'chance', of: (read) => overAsked(read, 'prevail.with') };
    case 'prevails':
      return { id, unit: 'chance', of: (read) => overAsked(read, 'prevail.difference') };
    case 'abandonment':
      return { id, unit: 'chance', of: (read) => overAsked(read, 'abandonment') };
    case 'entrapment':
      return { id, unit: 'a year', of: (read) => bound.reduce((sum, { place, state }) => sum + (read(place, `${state}.entrapment`) ?? 0), 0) };
  }
}

const isWhole = (id: string): id is WholeAnswer => Object.hasOwn(WHOLE_ANSWERS, id);

/** Answers of an assessment by their names; what they share is looked up once. */
export interface AnswerSheet {
  /** @throws {RangeError} for a name that is none, or a state that is no member */
  readonly answer: (id: string) => Answer;
}

export function answersOf(prepared: PreparedAssessment): AnswerSheet {
  const bound = boundIn(prepared);
  let ledger: SpendingLedger | undefined;
  const ofState = (id: string, of: string, state: string): Answer => {
    if (!prepared.members.includes(state)) throw new RangeError(`${state} is no member of ${prepared.subject.treaty.id} on ${prepared.options.date}`);
    if (of === 'honors') {
      const own = bound.filter((one) => one.state === state);
      return { id, unit: 'chance', of: (read) => mean(own.map(({ place }) => read(place, `${state}.honors.with`) ?? Number.NaN)) };
    }
    const central = (ledger ??= spendingLedger(prepared));
    const parts = ['deterrence', 'joining'].map((part) => `balance.${state}.${part}`);
    return {
      id,
      unit: '% of GDP',
      of: (read, there) => {
        const { pooling = 0, burden = 0 } = spendingParts(there === undefined ? central : spendingLedger(there()), state);
        return prepared.asked.reduce((sum, _, place) => parts.reduce((partial, name) => partial + (read(place, name) ?? 0), sum), pooling + burden);
      },
    };
  };
  return {
    answer: (id) => {
      if (isWhole(id)) return wholeAnswer(id, prepared, bound);
      const [of = '', state = '', ...more] = id.split(':');
      if (more.length > 0 || state === '' || !Object.hasOwn(STATE_ANSWERS, of)) {
        throw new RangeError(`there is no answer '${id}'; there are ${[...Object.keys(WHOLE_ANSWERS), 'net:STATE', 'honors:STATE'].join(', ')}`);
      }
      return ofState(id, of, state);
    },
  };
}
