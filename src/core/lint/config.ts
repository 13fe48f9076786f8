/** Which rules apply, and how severely: the key `rules` of `foedus.config.yaml`. */
import type { Diagnostic, Severity } from '../diagnostics.ts';
import { SEVERITIES } from '../diagnostics.ts';
import { nearest } from '../text/nearest.ts';
import { loadYaml } from '../treaty/parse.ts';
import { keyRangeAt, rangeAt } from '../treaty/positions.ts';
import { ruleIds } from './registry.ts';

export const RULE_SETTINGS = ['off', ...SEVERITIES] as const;
export type RuleSetting = (typeof RULE_SETTINGS)[number];

export interface LintConfig {
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

export interface ConfigResult {
  readonly config: LintConfig;
  /** Faults with their place: unknown rules, settings that are none. Each is an error. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the key `rules` of a configuration file (`rules: {exit/missing: off}`); other keys are left to whom they concern.
 * Faults come back as diagnostics and what they stand on is left out.
 */
export function readLintConfig(text: string, file: string): ConfigResult {
  const loaded = loadYaml(text, file);
  if (!loaded.ok) return { config: {}, diagnostics: loaded.diagnostics };
  const { document, value } = loaded;
  const written: unknown = typeof value === 'object' && value !== null && 'rules' in value ? value.rules : undefined;
  if (written === undefined || written === null) return { config: {}, diagnostics: [] };
  const fault = (rule: string, message: string, path: readonly string[], key = false): Diagnostic => ({
    rule,
    severity: 'error',
    message,
    file,
    range: (key ? keyRangeAt : rangeAt)(document, text, path),
    path,
  });
  if (typeof written !== 'object' || Array.isArray(written)) {
    return { config: {}, diagnostics: [fault('config/setting', "'rules': expected a map such as {exit/missing: off}", ['rules'])] };
  }
  const rules: Record<string, RuleSetting> = {};
  const diagnostics: Diagnostic[] = [];
  for (const [id, setting] of Object.entries(written)) {
    const known = settingFrom(setting);
    if (!ruleIds.has(id)) diagnostics.push(fault('config/unknown-rule', unknownRule(id), ['rules', id], true));
    else if (known === undefined) diagnostics.push(fault('config/setting', `'${id}': expected one of ${RULE_SETTINGS.join(', ')}`, ['rules', id]));
    else rules[id] = known;
  }
  return { config: { rules }, diagnostics };
}

/** YAML 1.2 reads `off` as text; `false` is taken for it. */
function settingFrom(value: unknown): RuleSetting | undefined {
  return value === false ? 'off' : RULE_SETTINGS.find((setting) => setting === value);
}

/** The severity of a rule under a configuration; undefined where it is off. */
export function severityOf(rule: { readonly id: string; readonly severity: Severity }, config: LintConfig): Severity | undefined {
  const setting = config.rules?.[rule.id] ?? rule.severity;
  return setting === 'off' ? undefined : setting;
}

/** "There is no rule 'exit/mising'. Did you mean exit/missing?" */
export function unknownRule(id: string): string {
  const [near] = nearest(id, ruleIds, { limit: 1 });
  return `There is no rule '${id}'. ${near === undefined ? "'foedus lint --explain' lists them" : `Did you mean ${near}?`}`;
}
