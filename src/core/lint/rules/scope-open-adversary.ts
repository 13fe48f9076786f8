import { adversariesOf, eventsOf } from '../../treaty/trigger.ts';
import { isAutomaticForce, isHelp, isOpen, isWorldwide } from '../clauses.ts';
import { addKey, suggestionsOf, toDiscretion } from '../edits.ts';
import { defineRule } from '../rule.ts';

export const scopeOpenAdversary = defineRule({
  id: 'scope/open-adversary',
  severity: 'warning',
  summary: 'Force is owed automatically, and against any adversary.',
  rationale:
    'A promise of force that leaves nothing to judgment should say against whom. Otherwise it reaches the friends of those who gave it, and every quarrel the ally may pick up later; most promises of the kind name a state, a class of states, or a number of attackers.',
  source:
    'Leeds, Long and Mitchell 2000, "Reevaluating Alliance Reliability: Specific Threats, Specific Promises", Journal of Conflict Resolution 44(5): 686-699; Benson 2012, Constructing International Security (Cambridge University Press).',
  check: ({ parsed, clauses }) =>
    clauses.flatMap(({ obligation, path }) => {
      const { trigger, id, kind } = obligation;
      if (kind === 'offense' || trigger === undefined || !isHelp(obligation) || !isAutomaticForce(obligation) || !isOpen(trigger)) return [];
      if (isWorldwide(trigger) || eventsOf(trigger).some((event) => event === 'war' || event === 'any-hostility')) return [];
      if (trigger.except !== undefined || (trigger.attackers_at_least ?? 1) > 1 || (trigger.requires ?? []).length > 0) return [];
      const at = adversariesOf(trigger).length === 0 ? [...path, 'trigger'] : [...path, 'trigger', 'against'];
      return [
        {
          at,
          key: true,
          clause: id,
          message: "Automatic force against any adversary: say in 'against' which, or leave the response to judgment",
          ...suggestionsOf(
            toDiscretion(parsed, path),
            addKey(parsed, [...path, 'trigger'], 'attackers_at_least', '2', 'Owe it only against two or more powers'),
          ),
        },
      ];
    }),
});
