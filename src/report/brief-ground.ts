import type { Assessment } from '../core/assess/assessment.ts';
import type { Bargain } from '../core/assess/bargain.ts';
import type { Headline, Influence } from '../core/assess/influence.ts';
import type { ResponseCurve } from '../core/assess/response-curve.ts';
import type { PledgeReview } from '../core/assess/review.ts';
import type { SurvivalFan } from '../core/assess/survival-fan.ts';
import type { Contingency } from '../core/facts/contingencies.ts';
import type { Facts } from '../core/facts/facts.ts';
import type { Treaty } from '../core/treaty/schema.ts';

/** Everything a brief tells of, computed. */
export interface BriefGround {
  readonly treaty: Treaty;
  readonly date: string;
  readonly contingency: Contingency;
  /** Every contingency of the day, with draws. */
  readonly whole: Assessment;
  /** What the answer for the contingency hangs on, the weightiest first. */
  readonly influences: readonly Influence[];
  readonly headline: Headline;
  readonly bargain: Bargain;
  readonly response: ResponseCurve | undefined;
  readonly survival: SurvivalFan | undefined;
  /** The first pledge that can be read, where there is one. */
  readonly pledge: { readonly review: PledgeReview; readonly agreed: string | undefined } | undefined;
  readonly facts: Facts;
  readonly catalog: string;
  readonly program: string;
  /** Of a state on the day. */
  readonly nameOf: (state: string) => string;
}
