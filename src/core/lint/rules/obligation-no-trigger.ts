import { defineRule } from '../rule.ts';

export const obligationNoTrigger = defineRule({
  id: 'obligation/no-trigger',
  severity: 'warning',
  summary: 'A duty to act that does not say when it falls due.',
  rationale:
    'The casus foederis is the heart of a promise to act: what must have happened, to whom, at whose hands. A clause without a trigger is read as one on armed attack; it deters less and is disputed more than one that says what it means.',
  source:
    'Leeds, Long and Mitchell 2000, "Reevaluating Alliance Reliability: Specific Threats, Specific Promises", Journal of Conflict Resolution 44(5): 686-699.',
  check: ({ clauses }) =>
    clauses.flatMap(({ obligation: { id, kind, trigger }, path }) =>
      kind !== 'nonaggression' && trigger === undefined
        ? [{ at: [...path, 'id'], clause: id, message: `This ${kind} has no trigger: say what must happen before it falls due` }]
        : [],
    ),
});
