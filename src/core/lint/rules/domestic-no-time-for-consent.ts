import { normalizeDate } from '../../states/dates.ts';
import { consentRuleOn } from '../constitutions.ts';
import { isHelp, partiesOf } from '../clauses.ts';
import { defineRule } from '../rule.ts';

export const domesticNoTimeForConsent = defineRule({
  id: 'domestic/no-time-for-consent',
  severity: 'advice',
  summary: 'A promise to fight binds from the day of signature, where a parliament must consent to it.',
  rationale:
    'Between signature and entry into force a chamber debates and consents. Where the two fall on one day it was not asked, or the date of one is wrong; either way the promise stands on the word of one government.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 12, 14 and 46; Putnam 1988, International Organization 42(3): 427-460.',
  check: ({ treaty, clauses }) => {
    const { signed, in_force } = treaty;
    if (
      in_force === undefined ||
      normalizeDate(in_force) !== normalizeDate(signed) ||
      signed.length < 10 ||
      !clauses.some(({ obligation }) => isHelp(obligation))
    )
      return [];
    const rules = partiesOf(treaty).flatMap((state) => {
      const rule = consentRuleOn(state, signed);
      return rule === undefined ? [] : [`${state}: ${rule}`];
    });
    return rules.length === 0 ? [] : [{ at: ['in_force'], message: `In force on the day of signature, where a chamber must consent (${rules.join('; ')})` }];
  },
});
