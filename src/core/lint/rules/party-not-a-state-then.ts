import { normalizeDate, spansOverlap } from '../../states/dates.ts';
import { spanOf } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const partyNotAStateThen = defineRule({
  id: 'party/not-a-state-then',
  severity: 'error',
  summary: 'A party did not exist as a state on the day on which the treaty is said to bind it.',
  rationale:
    'Only a state can be bound; before it exists, or after it is gone, nobody owes anything in its name. A party admitted before its independence (Ukraine and Byelorussia in the United Nations) says so in its `note`, and counts from the day on which it exists.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 2(1)(a) and 6; Vienna Convention on Succession of States in respect of Treaties (1978).',
  check: ({ treaty, world }) =>
    treaty.parties.flatMap(({ state, from, to, note }, i) => {
      const known = world.state(state);
      if (known === undefined || world.existsOn(state, normalizeDate(from))) return [];
      const span = spanOf(from, to);
      if (note !== undefined && known.exists.some((one) => spansOverlap(one, span))) return [];
      return [{ at: ['parties', i, 'from'], message: `${known.name} (${state}) was no state on ${from}; the registry knows it ${existence(known.exists)}` }];
    }),
});

function existence(spans: readonly { readonly from?: string; readonly to?: string }[]): string {
  return spans
    .map(({ from, to }) => (from === undefined ? `until ${to ?? 'today'}` : to === undefined ? `from ${from}` : `from ${from} to ${to}`))
    .join(' and ');
}
