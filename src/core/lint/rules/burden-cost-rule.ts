import { defineRule } from '../rule.ts';

export const burdenCostRule = defineRule({
  id: 'burden/cost-rule',
  severity: 'warning',
  summary: 'Common costs are shared by a rule from which no share can be computed.',
  rationale:
    '`formula: other` tells a party nothing of what it will pay, and `agreed-shares` only where somebody published them. A rule that can be computed keeps the quarrel over money out of the crisis.',
  source: 'Sandler and Hartley 2001, "Economics of Alliances: The Lessons for Collective Action", Journal of Economic Literature 39(3): 869-896.',
  check: ({ treaty }) => {
    const funding = treaty.burden?.common_funding;
    const at = ['burden', 'common_funding', 'formula'];
    if (funding?.formula === 'other') return [{ at, message: 'No share can be computed from this rule: name a formula' }];
    return funding?.formula === 'agreed-shares' && funding.source === undefined
      ? [{ at, message: "Agreed shares that stand nowhere: name their 'source'" }]
      : [];
  },
});
