import { eventsOf } from '../../treaty/trigger.ts';
import { isAutomaticForce, isHelp, isOpen } from '../clauses.ts';
import { addKey, suggestionsOf, toDiscretion } from '../edits.ts';
import { defineRule } from '../rule.ts';

export const obligationUnconditionalForce = defineRule({
  id: 'obligation/unconditional-force',
  severity: 'warning',
  summary: 'Force is owed at once and in every war of the ally, whoever began it and against whomever.',
  rationale:
    'Such a promise emboldens: the ally may provoke and still claim help. A condition (attack, not war; unprovoked; on request; a named adversary; prior consultation) keeps most of the deterrence and gives back control.',
  source:
    'Benson 2012, Constructing International Security (Cambridge University Press); Snyder 1997, Alliance Politics (Cornell University Press), on entrapment.',
  check: ({ parsed, clauses }) =>
    clauses.flatMap(({ obligation, path }) => {
      const { trigger, response, id } = obligation;
      if (trigger === undefined || !isHelp(obligation) || !isAutomaticForce(obligation)) return [];
      const anyWar = obligation.kind === 'offense' || eventsOf(trigger).some((event) => event === 'war' || event === 'any-hostility');
      const conditions = [
        trigger.unprovoked,
        trigger.on_request,
        (trigger.requires ?? []).length > 0,
        response?.consult_first,
        response?.constitutional_processes,
      ].some((one) => one !== undefined && one !== false);
      if (!anyWar || conditions || !isOpen(trigger) || (trigger.attackers_at_least ?? 1) > 1) return [];
      return [
        {
          at: [...path, 'response', 'force'],
          clause: id,
          message: 'Force is owed in any war, against anybody, whoever began it: set a condition',
          ...suggestionsOf(
            addKey(parsed, [...path, 'trigger'], 'unprovoked', 'true', 'Help only who did not begin it'),
            addKey(parsed, [...path, 'response'], 'consult_first', 'true', 'Consult first'),
            toDiscretion(parsed, path),
          ),
        },
      ];
    }),
});
