import { defineRule } from '../rule.ts';

export const termNoRenewalRule = defineRule({
  id: 'term/no-renewal-rule',
  severity: 'warning',
  summary: 'A fixed term that does not say what happens when it runs out.',
  rationale:
    'Whether the treaty lapses, runs on by itself or has to be renewed by an act is what the last year of every fixed term is about. Say `renewal: tacit`, `active` or `none`.',
  source:
    'Aust 2013, Modern Treaty Law and Practice, 3rd ed. (Cambridge University Press), on duration and termination; Koremenos 2005, American Political Science Review 99(4): 549-565.',
  check: ({ treaty: { term } }) =>
    term?.kind === 'fixed' && term.renewal === undefined
      ? [{ at: ['term'], key: true, message: "A fixed term without a rule of renewal: write 'renewal'" }]
      : [],
});
