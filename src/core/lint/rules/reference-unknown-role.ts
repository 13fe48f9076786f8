import type { Path } from '../../diagnostics.ts';
import type { ToWhom, Who } from '../../treaty/schema-words.ts';
import { defineRule } from '../rule.ts';

export const referenceUnknownRole = defineRule({
  id: 'reference/unknown-role',
  severity: 'error',
  summary: 'A clause binds, or benefits, a role that no party has.',
  rationale:
    'A role stands for the parties that carry it (`role: guarantor`); one that nobody carries binds nobody, and the promise falls away without a word.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 26 and 34: a treaty binds its parties.',
  check: ({ treaty, clauses }) => {
    const roles = new Set(treaty.parties.flatMap(({ role }) => (role === undefined ? [] : [role])));
    const missing = (who: Who | ToWhom | undefined, at: Path, clause: string) =>
      typeof who === 'object' && !Array.isArray(who) && !roles.has(who.role)
        ? [{ at: [...at, 'role'], clause, message: `No party has the role '${who.role}'${roles.size === 0 ? '' : `: the roles are ${[...roles].join(', ')}`}` }]
        : [];
    return [
      ...clauses.flatMap(({ obligation, path }) => [
        ...missing(obligation.bound, [...path, 'bound'], obligation.id),
        ...missing(obligation.to, [...path, 'to'], obligation.id),
      ]),
      ...(treaty.amendments ?? []).flatMap(({ change }, i) =>
        'adds' in change
          ? []
          : [
              ...missing(change.set?.bound, ['amendments', i, 'change', 'set', 'bound'], change.obligation),
              ...missing(change.set?.to, ['amendments', i, 'change', 'set', 'to'], change.obligation),
            ],
      ),
      ...(treaty.burden?.pledges ?? []).flatMap(({ id, bound }, i) => missing(bound, ['burden', 'pledges', i, 'bound'], id)),
      ...(treaty.conditionality ?? []).flatMap(({ id, on }, i) => missing(on, ['conditionality', i, 'on'], id)),
    ];
  },
});
