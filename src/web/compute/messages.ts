import type { Assessment } from '../../core/assess/assessment.ts';
import type { Bargain } from '../../core/assess/bargain.ts';
import type { BurdenLedger } from '../../core/assess/burden.ts';
import type { Form } from '../../core/assess/forms.ts';
import type { Headline, Influence } from '../../core/assess/influence.ts';
import type { ResponseCurve } from '../../core/assess/response-curve.ts';
import type { SurvivalFan } from '../../core/assess/survival-fan.ts';
import type { Comparison } from '../../core/explore/compare.ts';
import type { Sensitivity } from '../../core/explore/sensitivity/sensitivity.ts';
import type { Cascade, LawEvent } from '../../core/law/types.ts';
import type { Treaty } from '../../core/treaty/schema.ts';

/** A treaty put on trial: everything a page asks of the models. */
export interface AssessQuestion {
  readonly treaty: Treaty;
  readonly date: string;
  readonly contingency: string;
  readonly form: Form;
  readonly gone?: string;
  readonly set?: Readonly<Record<string, number>>;
  readonly draws: number;
  readonly seed: number;
  /** The contingency alone; with it the balance over all of them and the bargain; or also what comes in time and what the answer hangs on. */
  readonly extent: 'case' | 'draft' | 'whole';
}

/** An event, asked for who is likely to come. */
export interface ExpectedQuestion {
  readonly event: LawEvent;
  /** States that stay out whatever they owe. */
  readonly refuses: readonly string[];
  readonly draws: number;
  readonly seed: number;
}

/** A treaty on a day in a form, with others beside it or to be asked what it hangs on. */
export interface SubjectQuestion {
  readonly label: string;
  readonly treaty: Treaty;
  readonly date: string;
  readonly form: Form;
}

/** Treaties side by side. */
export interface CompareQuestion {
  readonly subjects: readonly SubjectQuestion[];
  /** This one alone; all on the date when null. */
  readonly contingency: string | null;
  readonly draws: number;
  readonly seed: number;
}

/** What an answer hangs on; with two subjects, the second's less the first's. */
export interface SensitivityQuestion {
  readonly of: string;
  readonly subjects: readonly SubjectQuestion[];
  readonly contingency: string | null;
  readonly samples: number;
  readonly seed: number;
}

/** What a page tells the worker. A new question stops the one before. */
export type ToWorker =
  | { readonly kind: 'assess'; readonly id: number; readonly question: AssessQuestion }
  | { readonly kind: 'stop'; readonly id: number }
  | { readonly kind: 'survival'; readonly id: number; readonly state: string }
  | { readonly kind: 'burden'; readonly id: number; readonly treaty: Treaty; readonly date: string }
  | { readonly kind: 'expected'; readonly id: number; readonly question: ExpectedQuestion }
  | { readonly kind: 'compare'; readonly id: number; readonly question: CompareQuestion }
  | { readonly kind: 'sensitivity'; readonly id: number; readonly question: SensitivityQuestion };

/** What becomes known of a question that is explored. */
export type Explored =
  | { readonly kind: 'explored'; readonly part: string; readonly done: number; readonly total: number }
  | { readonly kind: 'comparison'; readonly found: Comparison; readonly over: boolean }
  | { readonly kind: 'sensitivity'; readonly found: Sensitivity };

/** What becomes known, piece by piece. */
export type Finding =
  | { readonly kind: 'case'; readonly found: Assessment; readonly done: number; readonly headline?: Headline }
  | { readonly kind: 'whole'; readonly found: Assessment; readonly done: number }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'response'; readonly response: ResponseCurve | undefined }
  | { readonly kind: 'survival'; readonly survival: SurvivalFan | undefined }
  | { readonly kind: 'burden'; readonly ledger: BurdenLedger }
  | { readonly kind: 'expected'; readonly cascade: Cascade }
  | { readonly kind: 'bargain'; readonly bargain: Bargain }
  | { readonly kind: 'influences'; readonly influences: readonly Influence[]; readonly headline: Headline }
  | Explored
  | { readonly kind: 'done'; readonly done: number }
  | { readonly kind: 'failed'; readonly message: string };

export type FromWorker = { readonly id: number } & (Finding | { readonly kind: 'stopped'; readonly done: number });
