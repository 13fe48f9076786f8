import { statesIn } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const obligationRequiresBeneficiary = defineRule({
  id: 'obligation/requires-beneficiary',
  severity: 'error',
  summary: 'A duty waits for a state that is its only beneficiary, or its only debtor, to act first.',
  rationale:
    '`requires` names a third state that must act first (France, in the Czechoslovak-Soviet pact of 1935). The state attacked does not come to its own help, and a debtor that waits for itself never moves: so the duty never falls due.',
  source: 'Treaty of Mutual Assistance between Czechoslovakia and the USSR (1935), protocol of signature, article II, as the pattern of the clause.',
  check: ({ treaty, clauses }) =>
    clauses.flatMap(({ obligation: { id, bound, to, trigger }, path }) => {
      const only = [statesIn(to, treaty), statesIn(bound, treaty)].flatMap((states) => (states?.length === 1 ? states : []));
      return (trigger?.requires ?? []).flatMap(({ state }, i) =>
        only.includes(state)
          ? [
              {
                at: [...path, 'trigger', 'requires', i, 'state'],
                clause: id,
                message: `Waits for ${state} to act first, which is itself the one ${statesIn(to, treaty)?.includes(state) === true ? 'helped' : 'bound'}`,
              },
            ]
          : [],
      );
    }),
});
