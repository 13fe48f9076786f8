import { addDuration } from '../../states/dates.ts';
import { defineRule } from '../rule.ts';

const ANY_DAY = '2001-01-01';

export const termNoReview = defineRule({
  id: 'term/no-review',
  severity: 'warning',
  summary: 'The treaty runs without limit, or for ten years and more, and provides no review.',
  rationale:
    'Over such a time power, threats and governments change. A review set beforehand lets the parties adjust the bargain without first denouncing it; where there is none, the only answers to a shock are breach and exit.',
  source:
    'Koremenos 2001, "Loosening the Ties that Bind: A Learning Model of Agreement Flexibility", International Organization 55(2): 289-325; Vienna Convention on the Law of Treaties (1969), article 62, for how little is left to plead without it.',
  check: ({ treaty: { term } }) => {
    if (term === undefined || term.review !== undefined) return [];
    const long =
      term.kind === 'indefinite' || (term.kind === 'fixed' && term.length !== undefined && addDuration(ANY_DAY, term.length) >= addDuration(ANY_DAY, 'P10Y'));
    return long ? [{ at: ['term'], key: true, message: "No review in a treaty made to last: add 'review'" }] : [];
  },
});
