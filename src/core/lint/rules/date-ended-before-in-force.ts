import { isBefore } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const dateEndedBeforeInForce = defineRule({
  id: 'date/ended-before-in-force',
  severity: 'error',
  summary: 'The treaty ends on or before the day on which it begins to bind.',
  rationale: 'Such a treaty never binds anybody, so no question about it has an answer. One that never entered into force is written without `in_force`.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 24, 42 and 54.',
  check: ({ treaty: { in_force, ended, signed } }) => {
    const start = in_force ?? signed;
    return ended !== undefined && !isBefore(start, ended.date)
      ? [
          {
            at: ['ended', 'date'],
            message: `Ends on ${ended.date}, which is not after ${in_force === undefined ? 'signature' : 'entry into force'} on ${start}`,
          },
        ]
      : [];
  },
});
