import type { ErrorType } from './games/looking-ahead.ts';
import type { LinkName } from './links.ts';

export const MODELS = ['egame12', 'egame122', 'egame123', 'ultimatum', 'logit', 'probit', 'hazard'] as const;
export type ModelName = (typeof MODELS)[number];

/** What is to be estimated. */
export interface FitRequest {
  readonly model: ModelName;
  /** `y ~ x1 | 0 | x2 | z`, one part for each equation. */
  readonly formula: string;
  /** Of the games probit when left out; of `hazard` cloglog. */
  readonly link?: LinkName;
  /** Of the games: errors on actions (when left out) or on payoffs. */
  readonly type?: ErrorType;
  /** Utilities held at these values, in the order of the equations; the log scale is estimated in their place. */
  readonly fixedUtilities?: readonly number[];
  /** `~ x - 1`: log σ; one part for each player with `scaleByPlayer`. */
  readonly scaleFormula?: string;
  readonly scaleByPlayer?: boolean;
  /** Of the ultimatum game: Q. */
  readonly maxOffer?: number;
  /** ... and scales that are given rather than estimated. */
  readonly s1?: number;
  readonly s2?: number;
  /** ... and whether acceptance is modeled too (`both`, when left out). */
  readonly outcome?: 'both' | 'offer';
  /** `year >= 1850`. */
  readonly subset?: string;
  /** Levels of columns in an order of one's own; under '' those of the outcome. */
  readonly levels?: ReadonlyMap<string, readonly string[]>;
  /** Further columns that a row must have to be used: what a model that this one is compared with uses. */
  readonly needs?: readonly string[];
}
