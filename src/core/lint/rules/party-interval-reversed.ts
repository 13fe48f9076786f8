import { isBefore } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const partyIntervalReversed = defineRule({
  id: 'party/interval-reversed',
  severity: 'error',
  summary: 'A party leaves on or before the day on which it joins.',
  rationale: '`to` is the first day on which a party is no longer bound. Where it is not after `from` the party was never bound for a day.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 24 and 54.',
  check: ({ treaty }) =>
    treaty.parties.flatMap(({ state, from, to }, i) =>
      to !== undefined && !isBefore(from, to)
        ? [{ at: ['parties', i, 'to'], message: `${state} is bound until ${to}, which is not after its first day, ${from}` }]
        : [],
    ),
});
