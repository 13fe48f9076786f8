import type { Action } from '../../law/types.ts';
import type { DecisionRule } from '../../models/response/decision-time.ts';

/** What a run of decades starts from, as plain data: nothing in it is looked up again. Places in lists stand for states. */
export interface DecadesStart {
  /** The first year that is simulated. */
  readonly year: number;
  readonly states: readonly StartState[];
  readonly pairs: StartPairs;
  /** Count of disputes with anybody, each halved every five years, by state. */
  readonly activity: readonly number[];
  readonly treaties: readonly StartTreaty[];
  /** Forces of a guest on a host's land, and what standing aside would lose where the host is attacked, logits. */
  readonly presence: readonly StartPresence[];
  /** Pacts of defense that are known, as a share of those the record has: new ones are made at the record's rate times this. */
  readonly coverage: number;
  /** Where the figures come from, a sentence each. */
  readonly basis: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
}

export interface StartState {
  readonly id: string;
  readonly name: string;
  /** Share of the world's power, 0 to 1. */
  readonly share: number;
  /** First and last simulated year in which it exists; those of the run where left out. */
  readonly enters?: number;
  readonly leaves?: number;
  readonly major: boolean;
  readonly nuclear: boolean;
  /** Growth of output, % a year, where known. */
  readonly growth?: number;
  /** Billion current US dollars, where known. */
  readonly gdp?: number;
  /** Defense, share of GDP, where known. */
  readonly defense?: number;
}

export interface StartPresence {
  readonly guest: number;
  readonly host: number;
  /** Thousands. */
  readonly troops: number;
  readonly tripwire: number;
  readonly low: number;
  readonly high: number;
  /** The treaty under which they stand, where one does. */
  readonly treaty?: string;
}

/** What stands between two states, n × n, row by row. */
export interface StartPairs {
  /** Between their lands. */
  readonly km: readonly number[];
  readonly capitalKm: readonly number[];
  /** 1 by land, 2 by up to 400 miles of water, 0 not. */
  readonly touching: readonly number[];
  readonly rivals: readonly number[];
  /** Disputes between the two, each halved every ten years. */
  readonly past: readonly number[];
}

export interface StartTreaty {
  readonly id: string;
  readonly name: string;
  readonly members: readonly number[];
  /** Year it came into force. */
  readonly since: number;
  /** Holds a promise of defense. */
  readonly defense: boolean;
  readonly conditional: boolean;
  readonly offense: boolean;
  readonly asymmetric: boolean;
  readonly term?: { readonly article: string; readonly until: number; readonly renewal: number };
  readonly review?: { readonly article: string; readonly first: number; readonly every?: number };
  /** Undefined article: the text does not say how one leaves. */
  readonly exit: { readonly article?: string; readonly allowed: boolean; readonly earliest: number; readonly notice: number };
  readonly pledge?: { readonly id: string; readonly article: string; readonly atLeast: number; readonly by: number; readonly bound: readonly number[] };
  readonly rule: DecisionRule;
  readonly clauses: readonly StartClause[];
}

/** What some states owe one state against others: one clause, one beneficiary. */
export interface StartClause {
  readonly action: Action;
  readonly article: string;
  readonly toward: number;
  /** Owed where it is attacked, or where it attacks. */
  readonly role: 'target' | 'attacker';
  readonly bound: readonly number[];
  /** The adversaries against whom it is owed. */
  readonly against: readonly number[];
  readonly conditional: boolean;
  readonly secret: boolean;
  readonly bases: boolean;
  readonly institutions: boolean;
  readonly discretionary: boolean;
  readonly consultFirst: boolean;
}

/** What happens in a world, with its reasons. States are places in the start's list. */
export interface DecadeEvent {
  readonly year: number;
  readonly kind: EventKind;
  readonly states: readonly number[];
  /** Id and name of the treaty it turns on. */
  readonly treaty?: string;
  readonly treatyName?: string;
  readonly article?: string;
  /** The chance it had. */
  readonly p?: number;
  /** What moved the chance, or a figure of the event. */
  readonly because?: readonly string[];
  readonly others?: readonly number[];
  /** A hand did it: a scenario or an inject. */
  readonly byHand?: true;
}

export const EVENT_KINDS = [
  'challenge',
  'conceded',
  'war',
  'peace',
  'honored',
  'broken',
  'rivalry-begins',
  'rivalry-ends',
  'government',
  'regime',
  'review',
  'renewed',
  'expired',
  'treaty-ends',
  'notice',
  'left',
  'formed',
  'joined',
  'pledge-met',
  'pledge-missed',
  'downturn',
  'rise',
  'hybrid',
  'state-enters',
  'state-leaves',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** The numbers followed from year to year. */
export const SERIES = ['pacts', 'crises', 'wars', 'ended', 'formed', 'left', 'joined', 'rivalries', 'honored', 'broken', 'pledges', 'spending'] as const;
export type SeriesName = (typeof SERIES)[number];

export const SERIES_MEANING: Readonly<Record<SeriesName, string>> = {
  pacts: 'defense pacts in force at the end of the year',
  crises: 'challenges of the year: a state threatens or uses force first',
  wars: 'wars that begin in the year',
  ended: 'defense pacts that end in the year',
  formed: 'defense pacts made in the year',
  left: 'members that leave a defense pact that goes on',
  joined: 'states that join a defense pact',
  rivalries: 'strategic rivalries at the end of the year',
  honored: 'promises of help kept in wars of the year',
  broken: 'promises of help broken in wars of the year',
  pledges: 'share of the members that pledged spending that spend so much, %',
  spending: 'defense spending of all states with figures, % of their output',
};

/** Members of one treaty in one year: `start + joined − left − ended = end`. */
export interface MemberYear {
  readonly treaty: string;
  readonly year: number;
  readonly start: number;
  readonly joined: number;
  readonly left: number;
  readonly ended: number;
  readonly end: number;
}

export interface Audit {
  /** Treaty-years looked at, and member-years in them. */
  readonly treatyYears: number;
  readonly memberYears: number;
  readonly joined: number;
  readonly left: number;
  readonly ended: number;
  /** Those in which something changed. */
  readonly changes: readonly MemberYear[];
  /** Those that do not add up: none in a sound world. */
  readonly faults: readonly MemberYear[];
}

/** One simulated world. */
export interface DecadesWorld {
  readonly world: number;
  /** By name, one number a year. A series without figures is left out. */
  readonly series: Readonly<Partial<Record<SeriesName, readonly number[]>>>;
  /** How much went wrong: see `wrongOf`. */
  readonly wrong: number;
  readonly events: readonly DecadeEvent[];
  readonly audit: Audit;
}
