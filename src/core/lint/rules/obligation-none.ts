import { defineRule } from '../rule.ts';

export const obligationNone = defineRule({
  id: 'obligation/none',
  severity: 'error',
  summary: 'No obligation is encoded, and nothing says why.',
  rationale:
    'A treaty without clauses answers every question by "nothing is owed". That is right for a text that promises nothing ("forces may be utilized"), and then `no_obligation` says so; without it the file is unfinished, and its silence would be taken for an answer.',
  source:
    'Leeds, Ritter, Mitchell and Long 2002, "Alliance Treaty Obligations and Provisions, 1815-1944", International Interactions 28(3): 237-260: what makes an alliance is an obligation the text states.',
  check: ({ treaty, clauses }) =>
    clauses.length === 0 && treaty.no_obligation === undefined
      ? [{ at: ['obligations'], message: "No obligation: encode the clauses, or say in 'no_obligation' why there is none" }]
      : [],
});
