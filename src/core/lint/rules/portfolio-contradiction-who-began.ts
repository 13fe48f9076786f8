import { definePortfolioRule } from '../rule.ts';
import { conflictFindings } from '../portfolio-findings.ts';

export const portfolioContradictionWhoBegan = definePortfolioRule({
  id: 'portfolio/contradiction-who-began',
  severity: 'warning',
  summary: 'Two treaties of one state can both be kept only if it is agreed who began the war.',
  rationale:
    'Help is owed to the one if the other began, peace to the other if the first did. On paper the two fit; in a crisis both sides say that the other began, and each ally says so to its own friend. So Germany stood between the Dual Alliance of 1879 and the Reinsurance Treaty of 1887, and Italy between the Triple Alliance and its accord of 1902 with France.',
  source:
    'The texts in Pribram 1920, The Secret Treaties of Austria-Hungary, 1879-1914, vol. I (Harvard University Press); Snyder 1997, Alliance Politics (Cornell University Press).',
  check: (context) => conflictFindings(context, 'who-began'),
});
