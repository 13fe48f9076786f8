import { adversariesOf } from '../../treaty/trigger.ts';
import { isOpen } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const obligationNoTarget = defineRule({
  id: 'obligation/no-target',
  severity: 'warning',
  summary: 'A promise to join an attack on whomever the ally attacks.',
  rationale:
    "An offensive promise without a target hands the choice of one's enemies to the ally. Offensive pacts that history knows name the adversary and mostly a short term (Prussia and Italy against Austria in 1866); one that does not (the Pact of Steel) leaves each to follow the other's choice of a war.",
  source:
    'Benson 2012, Constructing International Security (Cambridge University Press); Snyder 1984, "The Security Dilemma in Alliance Politics", World Politics 36(4): 461-495.',
  check: ({ clauses }) =>
    clauses.flatMap(({ obligation: { id, kind, trigger }, path }) => {
      if (kind !== 'offense' || trigger === undefined || !isOpen(trigger)) return [];
      const at = adversariesOf(trigger).length === 0 ? [...path, 'id'] : [...path, 'trigger', 'against'];
      return [{ at, clause: id, message: "An offense against anybody: name the adversary in 'against'" }];
    }),
});
