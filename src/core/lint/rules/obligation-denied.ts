import { defineRule } from '../rule.ts';

export const obligationDenied = defineRule({
  id: 'obligation/denied',
  severity: 'error',
  summary: 'The file says that the text promises nothing, and encodes obligations.',
  rationale: 'One of the two is wrong: either the text binds, and `no_obligation` goes, or it does not, and the clauses go.',
  source: 'Leeds, Ritter, Mitchell and Long 2002, "Alliance Treaty Obligations and Provisions, 1815-1944", International Interactions 28(3): 237-260.',
  check: ({ treaty, clauses }) =>
    clauses.length > 0 && treaty.no_obligation !== undefined
      ? [
          {
            at: ['no_obligation'],
            key: true,
            message: `Says that the text promises nothing, beside ${clauses.length === 1 ? 'an obligation' : `${String(clauses.length)} obligations`}`,
          },
        ]
      : [],
});
