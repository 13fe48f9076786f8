import { normalizeDate } from '../../states/dates.ts';
import { consentRuleOn } from '../constitutions.ts';
import { isHelp, partiesOf } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const domesticSecretClause = defineRule({
  id: 'domestic/secret-clause',
  severity: 'warning',
  summary: 'A secret promise to fight binds a state whose parliament must consent to treaties.',
  rationale:
    'A chamber cannot vote in public on what it may not see. Kept secret, the promise lacks the consent the constitution asks for, and an elected successor may well not honor it; since 1920 such treaties are also meant to be registered.',
  source:
    'Putnam 1988, "Diplomacy and Domestic Politics: The Logic of Two-Level Games", International Organization 42(3): 427-460; Covenant of the League of Nations (1919), article 18; Charter of the United Nations (1945), article 102.',
  check: ({ treaty, clauses }) => {
    const secretClause = clauses.find(({ obligation }) => isHelp(obligation) && (treaty.secrecy === 'secret' || obligation.secret === true));
    if (secretClause === undefined) return [];
    const signed = normalizeDate(treaty.signed);
    const { obligation } = secretClause;
    const bound = partiesOf(treaty).flatMap((state) => {
      const rule = consentRuleOn(state, signed);
      return rule === undefined ? [] : [`${state}: ${rule}`];
    });
    if (bound.length === 0) return [];
    return [
      {
        at: obligation.secret === true ? [...secretClause.path, 'secret'] : ['secrecy'],
        clause: obligation.id,
        message: `A secret promise to fight, where a chamber must consent (${bound.join('; ')})`,
      },
    ];
  },
});
