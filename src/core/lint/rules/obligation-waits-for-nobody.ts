import { eventsOf } from '../../treaty/trigger.ts';
import { triggersOf } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const obligationWaitsForNobody = defineRule({
  id: 'obligation/waits-for-nobody',
  severity: 'error',
  summary: 'A duty falls due when another party acts, and none is named.',
  rationale:
    '`event: other-party-acts` asks that the states in `requires` act, and nothing else. With none named the condition is empty and would be met always.',
  source: 'Treaty of Mutual Assistance between Czechoslovakia and the USSR (1935), protocol of signature, article II, as the pattern of the clause.',
  check: ({ treaty }) =>
    triggersOf(treaty).flatMap(({ trigger, path, clause }) =>
      eventsOf(trigger).includes('other-party-acts') && (trigger.requires ?? []).length === 0
        ? [{ at: [...path, 'event'], clause, message: "Falls due when another party acts: name it in 'requires'" }]
        : [],
    ),
});
