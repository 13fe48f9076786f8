import { spansOverlap } from '../../states/dates.ts';
import { spanOf } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const partyIntervalOverlap = defineRule({
  id: 'party/interval-overlap',
  severity: 'error',
  summary: 'Two entries make one state a party on the same day.',
  rationale: 'A state that left and came back has one entry for each time; where they overlap, the day on which it left cannot be told.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 54 and 70.',
  check: ({ treaty, parsed }) =>
    treaty.parties.flatMap((party, i) => {
      const first = treaty.parties.findIndex(
        (other, j) => j < i && other.state === party.state && spansOverlap(spanOf(other.from, other.to), spanOf(party.from, party.to)),
      );
      if (first === -1) return [];
      return [
        {
          at: ['parties', i, 'state'],
          message: `${party.state} is a party already on ${party.from} by another entry`,
          related: [{ file: parsed.file, at: ['parties', first, 'state'], message: 'the other entry' }],
        },
      ];
    }),
});
