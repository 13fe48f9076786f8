import type { Interval } from '../../assess/assessment.ts';
import type { ProposedChange } from './proposal.ts';
import type { Objective, ObjectiveId } from './objectives.ts';

/** A value for each objective compared; those that cannot be told are missing. */
export type ObjectiveNumbers = Readonly<Partial<Record<ObjectiveId, number>>>;
export type ObjectiveIntervals = Readonly<Partial<Record<ObjectiveId, Interval>>>;

export interface DesignPoint {
  /** `1`, `2` ...; `given` for the text as it stands. */
  readonly id: string;
  /** What it is, in words: "strongest deterrence". */
  readonly title: string;
  readonly changes: readonly ProposedChange[];
  /** The difference to the given text, in sentences. */
  readonly sentences: readonly string[];
  readonly objectives: ObjectiveIntervals;
  /** Chance, over the draws, that it is better than the given text in each objective. */
  readonly better?: ObjectiveNumbers;
  /** Share of the draws in which it meets every demand. */
  readonly holds?: number;
  /** Demands it does not meet, at the central values. */
  readonly misses: readonly string[];
  /** Net of each member, % of own GDP a year. */
  readonly members: readonly { readonly state: string; readonly net: number }[];
  readonly challenges: number;
  readonly wars: number;
  /** Which value each clause has, by its place among them; as in `clauses`. */
  readonly choices: readonly number[];
  /** The treaty as a file. */
  readonly text: string;
}

/** One way to write one clause, all others as they stand. */
export interface ValueEffect {
  readonly id: string;
  readonly words: string;
  readonly given: boolean;
  readonly objectives: ObjectiveNumbers;
}

export interface DesignedClause {
  readonly id: string;
  readonly title: string;
  /** Held by the user at its one value. */
  readonly held: boolean;
  readonly values: readonly ValueEffect[];
}

/** What it costs to have the best of one objective. */
export interface Payoff {
  readonly objective: ObjectiveId;
  /** All objectives at the point of the front that is best in it. */
  readonly objectives: ObjectiveNumbers;
}

/** How two objectives go together along the front: Spearman's rank correlation of how good points are in each; below 0 they conflict. */
export interface Conflict {
  readonly a: ObjectiveId;
  readonly b: ObjectiveId;
  readonly correlation: number;
}

/** Why no treaty meets all demands. */
export interface Infeasible {
  /** The nearest to it of all looked at. */
  readonly closest: DesignPoint;
  /** Demands or held clauses each of which alone, given up, lets some treaty meet the rest; with how far that goes. */
  readonly binding: readonly { readonly id: string; readonly words: string; readonly reaches: string }[];
  /** Members whom the closest costs more than it is worth to them. */
  readonly worseOff: readonly string[];
}

/** How much of what there is to be had each search found: the volume dominated, as a share of the box from the worst to the best found. */
export interface SearchComparison {
  readonly found: number;
  readonly random: number;
  /** Ways to write the treaty that each looked at. */
  readonly evaluations: number;
}

export interface DesignResult {
  readonly treaty: string;
  readonly name: string;
  readonly date: string;
  readonly fresh: boolean;
  readonly members: readonly string[];
  readonly seed: number;
  readonly draws: number;
  readonly method: 'exhaustive' | 'nsga2' | 'random';
  readonly methodWords: string;
  /** Ways there are to write it, and ways looked at. */
  readonly space: number;
  readonly evaluations: number;
  readonly stopped: boolean;
  readonly objectives: readonly Objective[];
  readonly demands: readonly { readonly id: string; readonly words: string }[];
  readonly clauses: readonly DesignedClause[];
  readonly given: DesignPoint;
  /** Points of the front that are shown; none where no treaty meets the demands. */
  readonly points: readonly DesignPoint[];
  /** Every point of the front: its objectives, and the id of the point where it is shown. */
  readonly front: readonly { readonly objectives: ObjectiveNumbers; readonly choices: readonly number[]; readonly id?: string }[];
  readonly payoffs: readonly Payoff[];
  readonly conflicts: readonly Conflict[];
  readonly comparison?: SearchComparison;
  readonly infeasible?: Infeasible;
  readonly contingencies: readonly string[];
  readonly notAsked: readonly { readonly id: string; readonly reason: string }[];
  readonly notes: readonly string[];
  readonly versions: { readonly facts: string; readonly parameters: string };
}
