import { defineRule } from '../rule.ts';

export const termTacitRenewal = defineRule({
  id: 'term/tacit-renewal',
  severity: 'advice',
  summary: 'The treaty renews itself, and neither notice nor review reminds anybody.',
  rationale:
    'A renewal nobody has to decide on happens by default. A date by which to give notice, or a review before each renewal, makes each government look at the bargain once a term.',
  source: 'Koremenos 2001, "Loosening the Ties that Bind: A Learning Model of Agreement Flexibility", International Organization 55(2): 289-325.',
  check: ({ treaty: { term, exit } }) =>
    term?.renewal === 'tacit' && term.review === undefined && exit?.notice === undefined
      ? [{ at: ['term', 'renewal'], message: 'Renews itself without a reminder: set a period of notice, or a review' }]
      : [],
});
