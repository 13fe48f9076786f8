/** `foedus/treaty`: the treaty language. Runs in Node and in the browser. */
export { positionAt, type Diagnostic, type Fix, type Position } from './diagnostics.ts';
export { diffTreaties, type Change } from './treaty/diff.ts';
export { formatTreaty, type FormatResult } from './treaty/format.ts';
export { initTreaty, type TreatyPlan } from './treaty/init.ts';
export { treatyJsonSchema } from './treaty/json-schema.ts';
export { LIMITS, type Limits } from './treaty/limits.ts';
export { parseTreaty, type ParsedTreaty, type ParseResult } from './treaty/parse.ts';
export { describeObligation, renderHtml, renderMarkdown, type NameOf } from './treaty/render.ts';
export { inForceOn, obligationsAt, treatyAt } from './treaty/resolve.ts';
export { treatySchema, type Party, type Treaty } from './treaty/schema.ts';
export type { Obligation, Trigger } from './treaty/obligation-schema.ts';
export { upgradeTreaty, type UpgradeResult } from './treaty/upgrade.ts';
export { ATTACK_OBJECTS, DOMAINS, LANGUAGE_VERSION, OBLIGATION_KINDS, TRIGGER_EVENTS } from './treaty/vocabulary.ts';
