import { defineRule } from '../rule.ts';

export const burdenNoIncentive = defineRule({
  id: 'burden/no-incentive',
  severity: 'advice',
  summary: 'Nothing follows from meeting or missing a pledge.',
  rationale:
    'Where missing a pledge costs nothing, each party leaves the effort to the others. A share in command, access to common funds, or a public report is enough to change the sum.',
  source:
    'Olson and Zeckhauser 1966, "An Economic Theory of Alliances", Review of Economics and Statistics 48(3): 266-279; Sandler and Hartley 2001, Journal of Economic Literature 39(3): 869-896.',
  check: ({ treaty }) =>
    (treaty.burden?.pledges ?? []).flatMap(({ id, incentive }, i) =>
      incentive === undefined
        ? [{ at: ['burden', 'pledges', i, 'id'], clause: id, message: "What follows from meeting or missing it? Write 'incentive'" }]
        : [],
    ),
});
