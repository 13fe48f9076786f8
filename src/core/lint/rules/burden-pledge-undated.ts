import { defineRule } from '../rule.ts';

export const burdenPledgeUndated = defineRule({
  id: 'burden/pledge-undated',
  severity: 'warning',
  summary: 'A pledge without a day by which it is due.',
  rationale: 'A pledge that is due some day is never overdue. A date gives parliaments a budget year and allies a day on which to ask.',
  source:
    'Wales Summit Declaration (2014), paragraph 14: "within a decade"; Abbott, Keohane, Moravcsik, Slaughter and Snidal 2000, "The Concept of Legalization", International Organization 54(3): 401-419, on precision.',
  check: ({ treaty }) =>
    (treaty.burden?.pledges ?? []).flatMap(({ id, by }, i) =>
      by === undefined ? [{ at: ['burden', 'pledges', i, 'id'], clause: id, message: "The pledge has no date: write 'by'" }] : [],
    ),
});
