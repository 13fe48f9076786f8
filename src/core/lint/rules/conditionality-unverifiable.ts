import { defineRule } from '../rule.ts';

export const conditionalityUnverifiable = defineRule({
  id: 'conditionality/unverifiable',
  severity: 'warning',
  summary: 'A demand on a party that nobody verifies.',
  rationale:
    'A condition that no one can find met or unmet is either a pretext, to be used when wanted, or a dead letter. Name the body or the report that finds it.',
  source:
    'Chayes and Chayes 1993, "On Compliance", International Organization 47(2): 175-205; Abbott, Keohane, Moravcsik, Slaughter and Snidal 2000, International Organization 54(3): 401-419, on delegation.',
  check: ({ treaty }) =>
    (treaty.conditionality ?? []).flatMap(({ id, verified_by }, i) =>
      verified_by === undefined ? [{ at: ['conditionality', i, 'id'], clause: id, message: "Who finds it met? Name it in 'verified_by'" }] : [],
    ),
});
