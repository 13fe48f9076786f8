import type { Path } from '../../diagnostics.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule } from '../rule.ts';

export const referenceUnknownObligation = defineRule({
  id: 'reference/unknown-obligation',
  severity: 'error',
  summary: 'An amendment, a reservation or a suspension names an obligation that the treaty does not have.',
  rationale:
    'What changes, narrows or suspends a clause that is not there changes nothing, silently: the treaty then promises more, or less, than its file seems to say.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 2(1)(d), 39 and 57.',
  check: ({ treaty, clauses }) => {
    const known = new Set(clauses.map(({ obligation }) => obligation.id));
    const named: readonly { readonly id: string; readonly at: Path }[] = [
      ...(treaty.amendments ?? []).flatMap(({ change }, i) =>
        'adds' in change ? [] : [{ id: change.obligation, at: ['amendments', i, 'change', 'obligation'] }],
      ),
      ...(treaty.reservations ?? []).map(({ obligation }, i) => ({ id: obligation, at: ['reservations', i, 'obligation'] })),
      ...(treaty.suspensions ?? []).flatMap(({ obligation }, i) =>
        obligation === undefined ? [] : [{ id: obligation, at: ['suspensions', i, 'obligation'] }],
      ),
    ];
    return named.flatMap(({ id, at }) => {
      if (known.has(id)) return [];
      const [near] = nearest(id, known, { limit: 1 });
      const hint = near === undefined ? `it has ${[...known].join(', ') || 'none'}` : `did you mean ${near}?`;
      return [{ at, clause: id, message: `The treaty has no obligation '${id}': ${hint}` }];
    });
  },
});
