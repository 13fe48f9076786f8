import { statesIn } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const obligationToItself = defineRule({
  id: 'obligation/to-itself',
  severity: 'error',
  summary: 'An obligation that no state owes to another: whoever is bound is bound to itself alone.',
  rationale: 'A promise runs from one state to another. A clause of which this is true for no pair of states binds nobody, whatever happens.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 2(1)(a) and 26.',
  check: ({ treaty, clauses }) =>
    clauses.flatMap(({ obligation: { id, bound, to }, path }) => {
      const debtors = statesIn(bound, treaty) ?? [];
      const creditors = statesIn(to, treaty);
      if (creditors === undefined || debtors.length === 0 || creditors.length === 0) return [];
      return debtors.some((state) => creditors.some((other) => other !== state))
        ? []
        : [{ at: [...path, 'to'], clause: id, message: `Binds ${debtors.join(', ')} to itself alone: name the state it is owed to` }];
    }),
});
