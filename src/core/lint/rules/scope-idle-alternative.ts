import { adversariesOf } from '../../treaty/trigger.ts';
import { triggersOf } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const scopeIdleAlternative = defineRule({
  id: 'scope/idle-alternative',
  severity: 'warning',
  summary: 'Adversaries named beside `any`, or a state both named and excepted.',
  rationale:
    'The entries of `against` are alternatives: beside `any` the others change nothing, and a state that `except` takes out always is named in vain. One of the two was meant.',
  source: 'Vienna Convention on the Law of Treaties (1969), article 31(1), and the rule of effectiveness in interpretation (ut res magis valeat quam pereat).',
  check: ({ treaty }) =>
    triggersOf(treaty).flatMap(({ trigger, path, clause }) => {
      const named = adversariesOf(trigger);
      const list = Array.isArray(trigger.against);
      const excepted = trigger.except?.when === 'always' ? trigger.except.states : [];
      return named.flatMap((spec, i) => {
        const at = list ? [...path, 'against', i] : [...path, 'against'];
        if (spec === 'any' && named.length > 1) return [{ at, clause, message: "'any' leaves the other adversaries no effect: keep one or the others" }];
        return typeof spec === 'string' && excepted.includes(spec) ? [{ at, clause, message: `${spec} is named here and taken out by 'except'` }] : [];
      });
    }),
});
