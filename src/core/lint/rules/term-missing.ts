import { defineRule } from '../rule.ts';

export const termMissing = defineRule({
  id: 'term/missing',
  severity: 'warning',
  summary: 'The file says nothing of how long the treaty lasts.',
  rationale:
    "Duration is the first instrument for coping with an uncertain future, and decides what leaving, review and renewal mean. A text that sets none is written `kind: unspecified`, so that the silence is the treaty's and not the file's.",
  source: 'Koremenos 2005, "Contracting around International Uncertainty", American Political Science Review 99(4): 549-565.',
  check: ({ treaty: { term } }) => (term === undefined ? [{ at: ['id'], message: "No 'term': say how long the treaty lasts, or 'kind: unspecified'" }] : []),
});
