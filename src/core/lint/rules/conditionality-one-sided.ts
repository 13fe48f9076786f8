import { partiesOf, statesIn } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const conditionalityOneSided = defineRule({
  id: 'conditionality/one-sided',
  severity: 'advice',
  summary: 'Every demand falls on some of the parties, and the others accept none.',
  rationale:
    'Bargains between unequal states trade autonomy for security, and can last; but where all the strings hang on one side, each change of government there is an occasion to cut them. A counterpart, even a small one, gives its government something to show.',
  source:
    'Morrow 1991, "Alliances and Asymmetry: An Alternative to the Capability Aggregation Model of Alliances", American Journal of Political Science 35(4): 904-933.',
  check: ({ treaty }) => {
    const conditions = treaty.conditionality ?? [];
    const parties = partiesOf(treaty);
    if (conditions.length === 0 || conditions.some(({ on }) => on === undefined)) return [];
    const burdened = new Set(conditions.flatMap(({ on }) => (on === undefined ? [] : (statesIn(on, treaty) ?? []))));
    const free = parties.filter((state) => !burdened.has(state));
    const which = free.length > 3 ? `${String(free.length)} parties` : free.join(', ');
    return free.length === 0 || free.length === parties.length
      ? []
      : [
          {
            at: ['conditionality'],
            key: true,
            message: `Every demand falls on ${[...burdened].join(', ')}; ${which} accept${free.length === 1 ? 's' : ''} none`,
          },
        ];
  },
});
