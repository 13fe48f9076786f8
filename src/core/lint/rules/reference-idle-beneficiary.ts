import { dropEntries } from '../edits.ts';
import { defineRule } from '../rule.ts';

export const referenceIdleBeneficiary = defineRule({
  id: 'reference/idle-beneficiary',
  severity: 'advice',
  summary: 'The one state that is bound stands among those to whom it is bound.',
  rationale: 'Nobody owes a treaty duty to itself, so the entry has no effect; the fix leaves it out.',
  source: 'Vienna Convention on the Law of Treaties (1969), article 2(1)(a): a treaty is concluded between states.',
  check: ({ clauses, parsed }) =>
    clauses.flatMap(({ obligation: { id, bound, to }, path }) => {
      if (!Array.isArray(bound) || !Array.isArray(to) || to.length < 2) return [];
      const [only] = bound;
      if (bound.length !== 1 || only === undefined) return [];
      const own = to.indexOf(only);
      if (own === -1) return [];
      const at = [...path, 'to'];
      const fix = dropEntries(parsed, at, new Set([own]), `Leave ${only} out`);
      return [{ at: [...at, own], clause: id, message: `${only} alone is bound, and owes nothing to itself`, ...(fix !== undefined && { fix }) }];
    }),
});
