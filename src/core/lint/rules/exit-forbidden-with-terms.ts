import { defineRule } from '../rule.ts';

export const exitForbiddenWithTerms = defineRule({
  id: 'exit/forbidden-with-terms',
  severity: 'error',
  summary: 'The text is said to forbid leaving, and to set its terms.',
  rationale:
    '`allowed: false` means that no party may leave alone; a period of notice or a first day for it means that it may. The two cannot both be in the text.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 54 and 56.',
  check: ({ treaty: { exit } }) =>
    exit?.allowed === false && (exit.notice !== undefined || exit.earliest !== undefined)
      ? [
          {
            at: ['exit', exit.notice === undefined ? 'earliest' : 'notice'],
            key: true,
            message: "Leaving is forbidden ('allowed: false'), and yet its terms are set",
          },
        ]
      : [],
});
