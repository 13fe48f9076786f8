/** The linter: rules, their runner, and the forms in which findings are printed. */
export { applyFixes } from './edits.ts';
export { readLintConfig, RULE_SETTINGS, type ConfigResult, type LintConfig, type RuleSetting } from './config.ts';
export { formatJson, type JsonFinding, type LintJson } from './formatters/json.ts';
export { formatSarif, type SarifOptions } from './formatters/sarif.ts';
export { countsOf, countsText, formatText, type TextStyle, type Texts } from './formatters/text.ts';
export { lintParsed, lintSources, lintTreaties, type LintOptions, type LintResult, type LintSource, type Suppressed } from './lint.ts';
export { ruleIds, ruleOf, rules } from './registry.ts';
export type { Rule, RuleCard } from './rule.ts';
