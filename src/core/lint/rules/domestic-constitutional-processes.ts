import { normalizeDate } from '../../states/dates.ts';
import { isAutomaticForce, isHelp, statesIn } from '../clauses.ts';
import { warRuleOn } from '../constitutions.ts';
import { addKey, suggestionsOf } from '../edits.ts';
import { defineRule } from '../rule.ts';

export const domesticConstitutionalProcesses = defineRule({
  id: 'domestic/constitutional-processes',
  severity: 'warning',
  summary: 'Force is promised automatically by a state whose executive may not decide on war alone.',
  rationale:
    'What the constitution gives to the legislature a treaty clause cannot take from it. The promise is then either qualified in fact, and an ally should know it, or it will be contested at home on the day it falls due. The usual words are "in accordance with its constitutional processes".',
  source: 'North Atlantic Treaty (1949), article 11; ANZUS Treaty (1951), article IV; Vienna Convention on the Law of Treaties (1969), article 46.',
  check: ({ parsed, treaty, clauses }) =>
    clauses.flatMap(({ obligation, path }) => {
      if (!isHelp(obligation) || !isAutomaticForce(obligation) || obligation.response?.constitutional_processes === true) return [];
      const day = normalizeDate(treaty.signed);
      const rules = (statesIn(obligation.bound, treaty) ?? []).flatMap((state) => {
        const rule = warRuleOn(state, day);
        return rule === undefined ? [] : [`${state}: ${rule}`];
      });
      return rules.length === 0
        ? []
        : [
            {
              at: [...path, 'response', 'force'],
              clause: obligation.id,
              message: `Force without reserve, where the executive does not decide alone (${rules.join('; ')})`,
              ...suggestionsOf(addKey(parsed, [...path, 'response'], 'constitutional_processes', 'true', 'Keep the constitutional processes')),
            },
          ];
    }),
});
