import type { Path } from '../../diagnostics.ts';
import { partiesOf } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const referenceNotAParty = defineRule({
  id: 'reference/not-a-party',
  severity: 'error',
  summary: 'A state that is no party is bound by a clause, makes a reservation, or has its obligations suspended.',
  rationale:
    'A treaty creates neither duties for a third state without its consent nor reservations by one. A state that benefits without being a party is named in `to`; one that is bound acceded, and belongs among the parties.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 34, 35 and 2(1)(d).',
  check: ({ treaty, clauses }) => {
    const parties = new Set(partiesOf(treaty));
    const strangers = (states: unknown, at: Path, clause: string | undefined, what: string) =>
      Array.isArray(states)
        ? states.flatMap((state: unknown, i) =>
            typeof state === 'string' && !parties.has(state)
              ? [{ at: [...at, i], message: `${state} ${what}, and is no party`, ...(clause !== undefined && { clause }) }]
              : [],
          )
        : [];
    return [
      ...clauses.flatMap(({ obligation, path }) => strangers(obligation.bound, [...path, 'bound'], obligation.id, 'is bound')),
      ...(treaty.amendments ?? []).flatMap(({ change }, i) =>
        'adds' in change ? [] : strangers(change.set?.bound, ['amendments', i, 'change', 'set', 'bound'], change.obligation, 'is bound'),
      ),
      ...(treaty.reservations ?? []).flatMap(({ state, obligation }, i) =>
        parties.has(state) ? [] : [{ at: ['reservations', i, 'state'], clause: obligation, message: `${state} makes a reservation, and is no party` }],
      ),
      ...(treaty.suspensions ?? []).flatMap(({ bound, obligation }, i) =>
        strangers(bound, ['suspensions', i, 'bound'], obligation, 'has its obligations suspended'),
      ),
      ...(treaty.burden?.pledges ?? []).flatMap(({ id, bound }, i) => strangers(bound, ['burden', 'pledges', i, 'bound'], id, 'made the pledge')),
    ];
  },
});
