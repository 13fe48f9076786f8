import { defineRule } from '../rule.ts';

export const termIncomplete = defineRule({
  id: 'term/incomplete',
  severity: 'error',
  summary: 'A fixed term without a length, or a term until a condition that is not given.',
  rationale:
    'From `kind: fixed` the calendar of expiry, renewal and notice is computed, and from a condition the reader learns when the treaty ends. Without them the term cannot be executed.',
  source: 'Vienna Convention on the Law of Treaties (1969), article 54(a): a treaty ends "in conformity with the provisions of the treaty".',
  check: ({ treaty: { term } }) => {
    if (term?.kind === 'fixed' && term.length === undefined && term.until === undefined)
      return [{ at: ['term', 'kind'], message: "A fixed term needs its 'length' or its last day, 'until'" }];
    return term?.kind === 'until-condition' && term.condition === undefined
      ? [{ at: ['term', 'kind'], message: "Lasts until a condition: give it in 'condition'" }]
      : [];
  },
});
