import type { IsoDate, Place, StateId } from '../states/types.ts';
import type { AttackObject, Automaticity, Domain } from '../treaty/vocabulary.ts';

export const EVENT_KINDS = ['armed-attack', 'war', 'threat', 'mobilization', 'cyber-attack'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const INTENSITIES = ['armed-attack', 'below-threshold'] as const;
export type Intensity = (typeof INTENSITIES)[number];

/** An attacker that is no state. */
export const NONSTATE = 'NONSTATE';

export interface Fighting {
  readonly attacker: StateId;
  readonly target: StateId;
}

/** What happens, where and when: the question put to the law. */
export interface LawEvent {
  readonly kind: EventKind;
  readonly attackers: readonly (StateId | typeof NONSTATE)[];
  readonly target: StateId;
  readonly date: IsoDate;
  readonly place: Place;
  readonly domain: Domain;
  readonly intensity: Intensity;
  readonly object: AttackObject;
  /** Who fired first or provoked it; the attackers where not said. */
  readonly beganBy: readonly string[];
  /** Wars already under way: each attacker is fighting its target. */
  readonly atWar: readonly Fighting[];
  /** Set in a cascade: the attackers came into a war that others had begun. */
  readonly joined?: true;
}

export const ACTIONS = ['defend', 'join-offense', 'assist', 'stay-neutral', 'not-attack', 'consult'] as const;
export type Action = (typeof ACTIONS)[number];

export const REASONS = [
  'not-in-force',
  'not-a-party',
  'suspended',
  'out-of-area',
  'domain-not-covered',
  'attacker-excluded',
  'beneficiary-began-it',
  'attacker-is-party',
  'too-few-attackers',
  'condition-unmet',
  'reservation',
  'below-threshold',
] as const;
export type Reason = (typeof REASONS)[number];

export interface Duty {
  readonly state: StateId;
  readonly action: Action;
  /** Whom it is owed. */
  readonly toward: StateId;
  /** Against whom it is to be done; empty for consultation and non-aggression. */
  readonly against: readonly string[];
  readonly treaty: string;
  readonly article: string;
  readonly obligation: string;
  readonly automaticity: Automaticity;
  /** The facts and articles that led here, each a sentence. */
  readonly because: readonly string[];
  /** Set where another reading is held; the sentence says which. */
  readonly contested?: string;
  /** Set where the beneficiary must ask first. */
  readonly onRequest?: true;
}

export interface NotOwed {
  readonly state: StateId;
  readonly toward: StateId;
  readonly treaty: string;
  readonly article: string;
  readonly obligation: string;
  readonly reason: Reason;
  /** Every condition that failed, the first being `reason`. */
  readonly reasons: readonly Reason[];
  readonly because: readonly string[];
  readonly contested?: string;
}

export interface Conflict {
  readonly state: StateId;
  /** Indices into `duties`. */
  readonly duties: readonly number[];
  readonly because: string;
}

export const CASCADE_MODES = ['letter', 'chosen', 'expected'] as const;
export type CascadeMode = (typeof CASCADE_MODES)[number];

export interface CascadeStep {
  readonly state: StateId;
  readonly side: 'attacker' | 'target';
  /** The duties that made it join; empty for a choice nobody owed. */
  readonly duties: readonly Duty[];
}

export interface BrokenPromise {
  readonly state: StateId;
  readonly action: Action;
  readonly toward: StateId;
  readonly treaty: string;
  readonly article: string;
  readonly because: readonly string[];
}

/** How likely a state is to come into the war, given that there is one. */
export interface Expectation {
  readonly state: StateId;
  readonly side: 'attacker' | 'target';
  /** 0 to 1, with the ends of its 90 % range, and of its 50 % range, where draws were made. */
  readonly chance: { readonly value: number; readonly low?: number; readonly high?: number; readonly half?: readonly [number, number] };
  /** What binds it to that side; empty where it would come of its own accord. */
  readonly bound: readonly { readonly treaty: string; readonly article: string }[];
}

export interface Cascade {
  readonly mode: CascadeMode;
  readonly steps: readonly CascadeStep[];
  readonly belligerents: readonly string[];
  readonly sides: { readonly attacker: readonly string[]; readonly target: readonly string[] };
  readonly neutrals: readonly StateId[];
  readonly broken: readonly BrokenPromise[];
  /** Indices into this cascade's own `duties`. */
  readonly conflicts: readonly Conflict[];
  /** Every duty that arose, the event's own first. */
  readonly duties: readonly Duty[];
  /** Mode `expected`: every state that might come, the likeliest first. */
  readonly expected?: readonly Expectation[];
  /** ... bound states whose power is not known: they are not asked, and no step is theirs. */
  readonly expected_not_assessed?: readonly StateId[];
  /** ... how the chances were come by. */
  readonly expected_method?: string;
}

export interface Verdict {
  readonly event: LawEvent;
  readonly duties: readonly Duty[];
  readonly notOwed: readonly NotOwed[];
  readonly conflicts: readonly Conflict[];
  readonly cascade?: Cascade;
}
