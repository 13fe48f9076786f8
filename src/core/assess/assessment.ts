import type { Influence } from './influence.ts';
import type { Outlook, RatificationOutlook } from './outlook.ts';

/** A central value with its 90 % range over the draws; the ends are absent where nothing was drawn. */
export interface Interval {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** Ends of the 50 % range. */
  readonly half?: readonly [low: number, high: number];
}

/** A quantity in the world with the treaty and in that without it. */
export interface WithWithout {
  readonly with: Interval;
  readonly without: Interval;
  readonly difference: Interval;
}

export interface AllyAssessment {
  readonly state: string;
  readonly side: 'target' | 'challenger';
  /** Clauses that bind it to come, with the treaty. */
  readonly promises: readonly { readonly treaty: string; readonly article: string; readonly action: string }[];
  readonly party: boolean;
  /** h: chance of joining, given war. */
  readonly honors: WithWithout;
  /** h⁰: what its interest alone would make it do, the others' play held. */
  readonly interest?: Interval;
  /** h − h⁰: given war, the joining that the promise explains. */
  readonly entrapmentGivenWar?: Interval;
  /** The same times the chance of war, per year. */
  readonly entrapment?: Interval;
  /** h with the tripwire at the ends of its declared range, where forces stand in the way. */
  readonly tripwire?: { readonly low: number; readonly high: number };
  /** Where the central chance comes from, in logits. */
  readonly derivation: readonly { readonly parameter: string; readonly value: number }[];
}

export interface ContingencyAssessment {
  readonly id: string;
  readonly title: string;
  readonly challenger: string;
  readonly target: string;
  readonly domain: string;
  /** Challenges a year under the treaties in force. */
  readonly rate: { readonly value: number; readonly low: number; readonly high: number; readonly basis: string };
  readonly challenge: WithWithout;
  readonly resist: WithWithout;
  readonly war: WithWithout;
  /** Chance that a challenge becomes war. */
  readonly warGivenChallenge: WithWithout;
  /** Chance that the target's side prevails, given war. */
  readonly prevail: WithWithout;
  /** Expected share of the promised strength that does not come, given war. */
  readonly abandonment: Interval | undefined;
  readonly allies: readonly AllyAssessment[];
  readonly notAssessed: readonly string[];
}

/** What the treaty is worth to a member, in % of its own GDP a year; the parts add up to the net. */
export interface MemberAssessment {
  readonly state: string;
  /** Mean chance of coming over the contingencies in which the treaty binds it; undefined where it binds it in none. */
  readonly honors?: WithWithout;
  /** Losses spared: as target, and as ally of one. */
  readonly deterrence: Interval;
  /** What fighting for others costs it more; negative. */
  readonly joining: Interval;
  /** The part of joining that the promise and not the interest explains. */
  readonly entrapment: Interval;
  /** Spending saved: Nash without the treaty less Nash with it; undefined where figures are lacking. */
  readonly pooling?: number;
  /** Spending pledged above what it would choose; negative. */
  readonly burden?: number;
  /** The sum of deterrence, joining, pooling and burden; lock-in is told apart. */
  readonly net: Interval;
  /** Whether it would ratify the treaty today, by its own gates; undefined where the catalog does not know them. */
  readonly ratification?: RatificationOutlook;
  /** What becomes of its promise, and what the terms of exit cost; undefined where it promises nothing. */
  readonly outlook?: Outlook;
}

/** How fast the treaty's body decides, and how much of each member's strength is in place in time. */
export interface ResponseAssessment {
  readonly rule: string;
  readonly members: number;
  readonly expectedDays: number;
  /** Chance of a decision by each of these days. */
  readonly decided: readonly { readonly day: number; readonly chance: number }[];
}

export interface Assessment {
  readonly treaty: string;
  readonly date: string;
  readonly inForce: boolean;
  readonly members: readonly string[];
  readonly contingencies: readonly ContingencyAssessment[];
  readonly balance: readonly MemberAssessment[];
  readonly response: ResponseAssessment;
  /** Chance that every member would ratify today, shocks correlated; undefined where the gates of one are not known. */
  readonly allRatify?: number;
  /** Every assumption with what it does to the answer at the ends of its range, the weightiest first; where it was asked for. */
  readonly influences?: readonly Influence[];
  /** Contingencies that could not be asked, with the reason. */
  readonly notAsked: readonly { readonly id: string; readonly reason: string }[];
  readonly capabilities: { readonly method: string; readonly year: number } & { readonly shares: Readonly<Record<string, number>> };
  readonly method: string;
  readonly draws: number;
  readonly seed: number;
  readonly converged: boolean;
  readonly versions: { readonly facts: string; readonly parameters: string };
}
