import { isHelp } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const burdenNoPledge = defineRule({
  id: 'burden/no-pledge',
  severity: 'advice',
  summary: 'Parties promise to fight for each other, and none pledges what it will bring.',
  rationale:
    'Defense is a good whose benefits members share whether or not they paid; without an agreed contribution the larger ones carry more than their part and support for the alliance wears out. A pledge makes the shortfall visible.',
  source:
    'Olson and Zeckhauser 1966, "An Economic Theory of Alliances", Review of Economics and Statistics 48(3): 266-279; Sandler and Hartley 2001, "Economics of Alliances: The Lessons for Collective Action", Journal of Economic Literature 39(3): 869-896.',
  check: ({ treaty: { burden }, clauses }) => {
    const nothing = (burden?.pledges ?? []).length === 0 && burden?.common_funding === undefined;
    return nothing && clauses.some(({ obligation }) => isHelp(obligation))
      ? [{ at: ['id'], message: "Nothing says what each brings: add 'burden' with pledges or common funding" }]
      : [];
  },
});
