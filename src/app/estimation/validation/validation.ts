import type { CalibrationBin, Interval, Scores } from '../../../core/estimate/scores.ts';
import type { Section } from '../section.ts';

/** How well a model predicts rows that it was not fitted to. */
export interface Forecast {
  /** Names the rows fitted and those tested: `to-1990`. */
  readonly split: string;
  /** ... in words. */
  readonly rows: string;
  readonly model: ModelId;
  readonly words: string;
  readonly scores: Scores;
  /** With the middle 95 % of draws of whole groups of rows. */
  readonly auc: Interval;
  /** The same less that of the plain logit, on the same draws; left out for the plain logit itself. */
  readonly beyond?: Interval;
  readonly bins: readonly CalibrationBin[];
}

/** `few`: a few columns that are always at hand; `plain`: a logit; `structure`: the same with what the crisis game says; others leave columns out. */
export type ModelId = 'few' | 'reduced' | 'plain' | 'structure';

/** Rows of one decade, predicted from other rows. */
export interface DecadeScore {
  /** Its first year. */
  readonly decade: number;
  readonly model: ModelId;
  readonly scores: Scores;
}

/** How well one question is answered out of sample. */
export interface Validation extends Section {
  readonly forecasts: readonly Forecast[];
  readonly decades: readonly DecadeScore[];
}
