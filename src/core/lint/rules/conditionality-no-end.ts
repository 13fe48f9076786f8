import { defineRule } from '../rule.ts';

export const conditionalityNoEnd = defineRule({
  id: 'conditionality/no-end',
  severity: 'advice',
  summary: 'A demand on a party that has no end.',
  rationale: 'A string attached for ever is a price paid for ever: it is resented longest after its reason is gone. Say until when, or until what, it holds.',
  source: 'Lake 2009, Hierarchy in International Relations (Cornell University Press); Koremenos 2005, American Political Science Review 99(4): 549-565.',
  check: ({ treaty }) =>
    (treaty.conditionality ?? []).flatMap(({ id, until }, i) =>
      until === undefined ? [{ at: ['conditionality', i, 'id'], clause: id, message: "Until when does it hold? Write 'until', a date or a condition" }] : [],
    ),
});
