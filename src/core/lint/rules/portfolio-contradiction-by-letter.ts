import { definePortfolioRule } from '../rule.ts';
import { conflictFindings } from '../portfolio-findings.ts';

export const portfolioContradictionByLetter = definePortfolioRule({
  id: 'portfolio/contradiction-by-letter',
  severity: 'warning',
  summary: 'Two treaties bind one state to help against a power and to leave that same power in peace in the same war.',
  rationale:
    "No finding of fact can save both promises: when the case comes, one of the two is broken. The Reinsurance Treaty of 1887 beside the Romanian alliance of 1883 is the classic: a Russian attack on Romania, unprovoked, called Germany to Romania's side with Austria-Hungary, and by its letter to neutrality toward Russia, then at war with a third great Power.",
  source:
    'Vienna Convention on the Law of Treaties (1969), article 30, on successive treaties; Kuo 2020, "Secrecy among Friends: Covert Military Alliances and Portfolio Consistency", Journal of Conflict Resolution 64(1): 63-89.',
  check: (context) => conflictFindings(context, 'by-letter'),
});
