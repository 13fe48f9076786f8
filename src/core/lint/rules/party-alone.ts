import { partiesOf } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const partyAlone = defineRule({
  id: 'party/alone',
  severity: 'warning',
  summary: 'A treaty with a single party.',
  rationale:
    'A treaty is concluded between states. A promise one state declares alone can bind it too, but the file then should say whom it is made to, and the forgotten party is the likelier case.',
  source: 'Vienna Convention on the Law of Treaties (1969), article 2(1)(a); ICJ, Nuclear Tests (Australia v. France), 1974, paragraph 43.',
  check: ({ treaty }) =>
    partiesOf(treaty).length === 1
      ? [{ at: ['parties', 0, 'state'], message: `${treaty.parties[0]?.state ?? ''} is the only party: a treaty is concluded between states` }]
      : [],
});
