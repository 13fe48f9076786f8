import { nearest } from '../text/nearest.ts';
import { ruleIds, ruleOf, rules } from './registry.ts';

/** What a rule asks, why, and where that is argued, for `foedus lint --explain`; undefined where there is no such rule. */
export function explainRule(id: string): string | undefined {
  const rule = ruleOf(id);
  if (rule === undefined) return undefined;
  return `${rule.id} (${rule.severity})\n${rule.summary}\n\n${rule.rationale}\n\nSource: ${rule.source}\nPage: docs/rules/${rule.id}.md\n`;
}

/** The rules nearest to a misspelled id, best first. */
export function suggestRules(id: string): readonly string[] {
  const near = nearest(id, ruleIds);
  return near.length > 0 ? near : rules.map((rule) => rule.id).filter((one) => one.startsWith(`${id.split('/')[0] ?? ''}/`));
}
