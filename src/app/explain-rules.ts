import { unknownRule } from '../core/lint/config.ts';
import { ruleOf, rules } from '../core/lint/registry.ts';
import type { RuleCard } from '../core/lint/rule.ts';
import { UserError } from './user-error.ts';

/**
 * The linter's rules: those named, or all.
 * @throws {UserError} naming the nearest where there is none
 */
export function explainRules(ids: readonly string[]): readonly RuleCard[] {
  const found = ids.length === 0 ? rules : ids.map((id) => ruleOf(id) ?? missing(id));
  return found.map(({ id, severity, summary, rationale, source }) => ({ id, severity, summary, rationale, source }));
}

function missing(id: string): never {
  throw new UserError(`${unknownRule(id).replace(/^T/, 't')}`.replace(/([^.?])$/, '$1.'));
}
