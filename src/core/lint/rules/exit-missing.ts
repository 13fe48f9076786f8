import { addKey, suggestionsOf } from '../edits.ts';
import { defineRule } from '../rule.ts';

export const exitMissing = defineRule({
  id: 'exit/missing',
  severity: 'warning',
  summary: 'The file says nothing of how a party may leave.',
  rationale:
    "Where a treaty is silent, leaving is allowed only if the parties meant it or the nature of the treaty implies it, and then by twelve months' notice: a rule of last resort that invites dispute at the worst moment. Parties that can leave in an orderly way break their word less. A fixed term is a way out of its own.",
  source:
    'Vienna Convention on the Law of Treaties (1969), articles 54 and 56; Leeds and Savun 2007, "Terminating Alliances: Why Do States Abrogate Agreements?", Journal of Politics 69(4): 1118-1132.',
  check: ({ parsed, treaty: { exit, term } }) =>
    exit === undefined && term?.kind !== 'fixed'
      ? [
          {
            at: ['id'],
            message: "No way out: add 'exit' with its article and notice, or say 'allowed: false'",
            ...suggestionsOf(addKey(parsed, [], 'exit', '{notice: P1Y}', 'Let a party leave at a year’s notice')),
          },
        ]
      : [],
});
