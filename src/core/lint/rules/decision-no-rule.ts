import { partiesOf } from '../clauses.ts';
import { addKey, suggestionsOf } from '../edits.ts';
import { defineRule } from '../rule.ts';

export const decisionNoRule = defineRule({
  id: 'decision/no-rule',
  severity: 'warning',
  summary: 'Three or more parties, and no rule by which they decide.',
  rationale:
    'Two parties agree or do not. Among three and more somebody has to find that the case has arisen, and by what majority; a text that leaves it open leaves each to find for itself, and the slowest sets the pace.',
  source:
    'Koremenos, Lipson and Snidal 2001, "The Rational Design of International Institutions", International Organization 55(4): 761-799; Tsebelis 2002, Veto Players (Princeton University Press).',
  check: ({ parsed, treaty, clauses }) =>
    treaty.decisions === undefined && clauses.length > 0 && partiesOf(treaty).length >= 3
      ? [
          {
            at: ['id'],
            message: `${String(partiesOf(treaty).length)} parties and no rule of decision: add 'decisions', with 'rule: none' where the text has none`,
            ...suggestionsOf(addKey(parsed, [], 'decisions', '{rule: consensus}', 'Decide by consensus')),
          },
        ]
      : [],
});
