import { isBefore } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const dateInForceBeforeSigned = defineRule({
  id: 'date/in-force-before-signed',
  severity: 'error',
  summary: 'The treaty enters into force before it is signed.',
  rationale:
    'A state is bound by what it has consented to, and a treaty does not reach back before its entry into force unless it says so; an earlier day is almost always two dates exchanged.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 24 and 28.',
  check: ({ treaty: { signed, in_force } }) =>
    in_force !== undefined && isBefore(in_force, signed) ? [{ at: ['in_force'], message: `In force on ${in_force}, before it was signed on ${signed}` }] : [],
});
