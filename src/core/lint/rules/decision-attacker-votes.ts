import { defineRule } from '../rule.ts';

export const decisionAttackerVotes = defineRule({
  id: 'decision/attacker-votes',
  severity: 'warning',
  summary: 'A treaty that covers attacks by its own parties lets the attacker vote, or does not say.',
  rationale:
    'Collective security is owed against a member too. Where all must agree and the accused is counted, its veto protects it; the Covenant and Locarno left the votes of the parties to the dispute out.',
  source:
    'Covenant of the League of Nations (1919), article 15; Treaty of Locarno (1925), article 4; Charter of the United Nations (1945), article 27(3), on abstention in chapter VI alone.',
  check: ({ treaty: { decisions }, clauses }) => {
    const inward = clauses.some(({ obligation }) => obligation.trigger?.parties_included === true);
    const veto = decisions?.rule === 'unanimity' || decisions?.rule === 'consensus';
    return inward && veto && decisions?.attacker_votes !== false
      ? [{ at: ['decisions', 'rule'], message: "All must agree, and the attacker may be one of them: write whether it votes ('attacker_votes')" }]
      : [];
  },
});
