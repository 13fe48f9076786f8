import { isBefore } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const burdenDueBeforeAgreed = defineRule({
  id: 'burden/due-before-agreed',
  severity: 'error',
  summary: 'A pledge falls due on or before the day on which it was agreed.',
  rationale: 'A pledge speaks of what is yet to be done. One that is due before it was made was missed from the start, which nobody meant.',
  source: 'Vienna Convention on the Law of Treaties (1969), article 28.',
  check: ({ treaty }) =>
    (treaty.burden?.pledges ?? []).flatMap(({ id, agreed, by }, i) =>
      agreed !== undefined && by !== undefined && !isBefore(agreed, by)
        ? [{ at: ['burden', 'pledges', i, 'by'], clause: id, message: `Due by ${by}, which is not after the day it was agreed, ${agreed}` }]
        : [],
    ),
});
