import { adversariesOf } from '../../treaty/trigger.ts';
import { triggersOf } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const scopeAtWarMissing = defineRule({
  id: 'scope/at-war-missing',
  severity: 'error',
  summary: 'A clause against Powers not at war at signing, without the list of those that were.',
  rationale:
    '`not-at-war-at-signing` is read against `at_war_at_signing`. Where the list is missing the clause reaches every state, the very ones it was written to leave out among them.',
  source:
    'Three-Power Pact between Germany, Italy and Japan (1940), article 3: "a Power at present not involved in the European War or in the Chinese-Japanese conflict".',
  check: ({ treaty }) =>
    treaty.at_war_at_signing !== undefined
      ? []
      : triggersOf(treaty).flatMap(({ trigger, path, clause }) =>
          adversariesOf(trigger).includes('not-at-war-at-signing')
            ? [{ at: [...path, 'against'], clause, message: "Needs the list 'at_war_at_signing': without it the clause reaches everybody" }]
            : [],
        ),
});
