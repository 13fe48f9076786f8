import { addDuration, compareDates, dateOfDay, dayNumber, daysBetween } from '../states/dates.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { Obligation, Trigger } from '../treaty/obligation-schema.ts';
import type { ObligationKind } from '../treaty/vocabulary.ts';
import { ATOP_KINDS } from './conditions.ts';
import { conditionsInWords, held, IN_EFFECT, JOINED, LAST_CODED, LEFT, MEMBER, NOT_MENTIONED, PROMISED, type Coding, type Condition } from './coding.ts';

/** What a treaty of the catalog says in the terms of ATOP, as far as it had come by the last day that ATOP codes. */
export function codingOfTreaty(treaty: Treaty): Coding {
  const clauses = clausesBy(treaty, LAST_CODED);
  const of = (kind: ObligationKind): readonly Obligation[] => clauses.filter((clause) => kindsOf(clause).includes(kind));
  const kinds = ATOP_KINDS.filter(({ kind }) => of(kind).length > 0);
  return {
    members: new Map(treaty.parties.filter(({ from }) => compareDates(from, LAST_CODED) <= 0).map(({ state }) => [state, MEMBER])),
    obligations: new Map(kinds.map(({ kind }) => [kind, PROMISED])),
    dates: datesOf(treaty),
    conditions: new Map(kinds.filter(({ conditions }) => conditions !== undefined).map(({ kind }) => [kind, conditionsInWords(conditionsOf(of(kind)))])),
    term: termOf(treaty),
    renunciation: new Map([['leaving', leavingOf(treaty)]]),
    secrecy: new Map([['secrecy', treaty.secrecy]]),
    institutions: institutionsOf(treaty),
  };
}

/** Every clause there was by a day, as it stood at first and as amendments set it. */
function clausesBy({ obligations, amendments = [] }: Treaty, day: string): readonly Obligation[] {
  const added = amendments.flatMap(({ date, change }) => ('adds' in change && compareDates(date, day) <= 0 ? [change.adds] : []));
  return [...obligations, ...added].filter(({ from }) => from === undefined || compareDates(from, day) <= 0);
}

/**
 * The kinds of ATOP that a clause belongs to. Defense is aid to one attacked, offense aid otherwise: aid in every war of the ally,
 * whoever began it, is both.
 */
function kindsOf({ kind, trigger }: Obligation): readonly ObligationKind[] {
  const anyWar = kind === 'defense' && trigger?.unprovoked !== true && [trigger?.event].flat().some((event) => event === 'war' || event === 'any-hostility');
  return anyWar ? ['defense', 'offense'] : [kind];
}

const passed = (date: string | undefined): date is string => date !== undefined && compareDates(date, LAST_CODED) <= 0;

const lastDay = (until: string | undefined): string => (!passed(until) ? IN_EFFECT : until.length === 10 ? dateOfDay(dayNumber(until) - 1) : until);

/** Of each party the first day on which it was bound, and the last. */
function datesOf({ ended, parties }: Treaty): ReadonlyMap<string, string> {
  const states = [...new Set(parties.filter(({ from }) => compareDates(from, LAST_CODED) <= 0).map(({ state }) => state))];
  return new Map(
    states.flatMap((state) => {
      const stays = parties.filter((party) => party.state === state);
      const joined = stays.map(({ from }) => from).toSorted(compareDates)[0] ?? '';
      const left = stays.some(({ to }) => to === undefined)
        ? undefined
        : stays
            .map(({ to }) => to ?? '')
            .toSorted(compareDates)
            .at(-1);
      return [
        [`${state}${JOINED}`, joined],
        [`${state}${LEFT}`, lastDay(earlier(left, ended?.date))],
      ];
    }),
  );
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareDates(a, b) <= 0 ? a : b;
}

const DAYS_A_MONTH = 365.2425 / 12;

/** A duration in whole months. */
function monthsOf(duration: string): number {
  return Math.round(daysBetween('2001-01-01', addDuration('2001-01-01', duration)) / DAYS_A_MONTH);
}

/** On what the promises of one kind depend: on all that any of the clauses asks. */
function conditionsOf(clauses: readonly Obligation[]): ReadonlySet<Condition> {
  return new Set(clauses.flatMap(({ kind, trigger }) => (trigger === undefined ? [] : [...conditionsIn(trigger, kind)])));
}

const ANYONE = new Set<unknown>(['any', 'states', 'not-party']);

function* conditionsIn(trigger: Trigger, kind: Obligation['kind']): Generator<Condition> {
  const { against, except, area, attackers_at_least: number = 1, unprovoked, on_request: request, requires = [], event } = trigger;
  const adversaries = against === undefined ? [] : Array.isArray(against) ? against : [against];
  if (adversaries.length > 0 && !adversaries.some((one) => ANYONE.has(one))) yield 'adversary';
  if (except?.when === 'always') yield 'adversary';
  if (except?.when === 'attacked-by-party' || unprovoked === true) yield 'provocation';
  const parts = area === undefined ? [] : (area.parts ?? [area]);
  if (parts.some(({ include, exclude }) => include !== undefined || exclude !== undefined)) yield 'place';
  if (number > 1) yield 'number';
  if (request === true) yield 'request';
  if (requires.length > 0) yield 'other';
  if (kind === 'neutrality' && [event].flat().every((one) => one === 'armed-attack')) yield 'attack';
}

function termOf({ term }: Treaty): ReadonlyMap<string, string> {
  if (term === undefined) return new Map();
  return new Map([
    ['term', term.kind],
    ...(term.kind === 'fixed' ? [['length', String(monthsOf(term.length ?? 'P0D'))] as const] : []),
    ['renewal', term.renewal ?? 'none'],
  ]);
}

/** How a party leaves during the term. What takes effect as a fixed term runs out is no way to leave during it. */
function leavingOf({ exit, term }: Treaty): string {
  if (exit?.allowed === false) return 'forbidden';
  if (exit === undefined || (exit.notice === undefined && exit.earliest === undefined)) return NOT_MENTIONED;
  const opens = monthsOf(exit.earliest ?? 'P0D') + monthsOf(exit.notice ?? 'P0D');
  if (term?.kind === 'fixed' && term.length !== undefined && opens >= monthsOf(term.length)) return NOT_MENTIONED;
  return exit.earliest === undefined ? 'with notice' : 'after a set period';
}

/** What the text provides: what practice or later agreements added is left out. */
function institutionsOf({ institutions = {}, decisions }: Treaty): ReadonlyMap<string, string> {
  const { beyond_text: beyond = [], meetings } = institutions;
  const has = (key: 'integrated_command' | 'permanent_staff' | 'secretariat' | 'bases' | 'dispute_settlement'): boolean =>
    institutions[key] === true && !beyond.includes(key);
  const meet = meetings !== undefined && meetings !== 'none' && meetings !== 'ad-hoc' && !beyond.includes('meetings');
  const body = has('permanent_staff') || has('secretariat') || meet || decisions?.body !== undefined;
  return new Map([
    ['integrated command', held(has('integrated_command'))],
    ['standing body', held(body)],
    ['bases', held(has('bases'))],
    ['dispute settlement', held(has('dispute_settlement'))],
  ]);
}
