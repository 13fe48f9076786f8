import { reviewTreaty, type TreatyReview } from '../core/assess/review.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { loadFacts } from './load-catalog.ts';

export type { Standing, TreatyReview } from '../core/assess/review.ts';

/** Pledges and purposes of a treaty on a date, member by member, from the catalog's figures. */
export function review(treaty: Treaty, date: string): TreatyReview {
  return reviewTreaty(treaty, loadFacts(), date);
}
