import { defineRule } from '../rule.ts';

export const burdenNoReading = defineRule({
  id: 'burden/no-reading',
  severity: 'advice',
  summary: 'A pledge that does not say where its figure is published.',
  rationale:
    'Members reckon their own contributions kindly. One published reading by one definition settles who met the pledge; without it the quarrel over the figure takes the place of the quarrel over the effort.',
  source:
    'Chayes and Chayes 1993, "On Compliance", International Organization 47(2): 175-205, on transparency; NATO, Defence Expenditure of NATO Countries (yearly), as an example of a reading.',
  check: ({ treaty }) =>
    (treaty.burden?.pledges ?? []).flatMap(({ id, reading }, i) =>
      reading === undefined ? [{ at: ['burden', 'pledges', i, 'id'], clause: id, message: "Where is the figure published? Write 'reading'" }] : [],
    ),
});
