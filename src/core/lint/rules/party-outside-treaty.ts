import { isBefore } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const partyOutsideTreaty = defineRule({
  id: 'party/outside-treaty',
  severity: 'error',
  summary: 'A party is bound before the treaty is in force, or after it has ended.',
  rationale: 'A treaty binds from its entry into force, never from signature, to the day before its end; a party cannot be bound by it on another day.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 24, 26 and 70(1).',
  check: ({ treaty: { parties, in_force, ended } }) =>
    parties.flatMap(({ state, from, to }, i) => {
      if (in_force !== undefined && isBefore(from, in_force))
        return [{ at: ['parties', i, 'from'], message: `${state} is bound from ${from}, before the treaty is in force on ${in_force}` }];
      if (ended === undefined || (in_force !== undefined && !isBefore(in_force, ended.date))) return [];
      if (!isBefore(from, ended.date))
        return [{ at: ['parties', i, 'from'], message: `${state} is bound from ${from}, when the treaty had ended on ${ended.date}` }];
      return to !== undefined && isBefore(ended.date, to)
        ? [{ at: ['parties', i, 'to'], message: `${state} is bound until ${to}, when the treaty had ended on ${ended.date}` }]
        : [];
    }),
});
