/** `foedus/lint`: what makes treaties fail. Runs in Node and in the browser. */
export { readLintConfig, type LintConfig } from './lint/config.ts';
export { applyFixes } from './lint/edits.ts';
export { formatJson } from './lint/formatters/json.ts';
export { formatSarif } from './lint/formatters/sarif.ts';
export { formatText } from './lint/formatters/text.ts';
export { lintSources, lintTreaties, type LintOptions, type LintResult } from './lint/lint.ts';
export { ruleOf, rules } from './lint/registry.ts';
export type { Rule } from './lint/rule.ts';
