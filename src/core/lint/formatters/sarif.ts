import { positionAt, type Diagnostic, type Path, type Range, type Severity } from '../../diagnostics.ts';
import { sarifLog, type SarifLevel, type SarifLog, type SarifRegion, type SarifResult, type SarifRule } from '../../formats/sarif.ts';
import type { Suppressed } from '../lint.ts';
import { rules } from '../registry.ts';
import type { RuleCard } from '../rule.ts';
import type { Texts } from './text.ts';

const LEVEL: Readonly<Record<Severity, SarifLevel>> = { error: 'error', warning: 'warning', advice: 'note' };

export interface SarifOptions {
  /** Version of foedus. */
  readonly version: string;
  /** Findings that comments switched off; shown as suppressed. */
  readonly suppressed?: readonly Suppressed[];
}

/** Findings as a SARIF 2.1.0 log, for tools that show them beside the code. Every rule is described, and the parser's where it found something. */
export function formatSarif(diagnostics: readonly Diagnostic[], texts: Texts, { version, suppressed = [] }: SarifOptions): SarifLog {
  const found = [...diagnostics, ...suppressed.map(({ diagnostic }) => diagnostic)];
  const known = new Set(rules.map(({ id }) => id));
  const others = [...new Set(found.map(({ rule }) => rule))].filter((id) => !known.has(id)).toSorted();
  const results = [
    ...diagnostics.map((one) => resultOf(one, texts)),
    ...suppressed.map(({ diagnostic, reason }) => ({ ...resultOf(diagnostic, texts), suppressedBecause: reason })),
  ];
  return sarifLog({ name: 'foedus', version }, [...rules.map(described), ...others.map(ofParser)], results);
}

function described({ id, summary, rationale, source, severity }: RuleCard): SarifRule {
  return { id, summary, description: rationale, help: `${rationale} Source: ${source}`, level: LEVEL[severity] };
}

function ofParser(id: string): SarifRule {
  const said = 'The file cannot be read as a treaty here.';
  return { id, summary: said, description: said, help: said, level: 'error' };
}

function resultOf({ rule, severity, message, file, range, path, related, fix }: Diagnostic, texts: Texts): SarifResult {
  const region = (name: string, at: Range): SarifRegion => regionOf(texts.get(name) ?? '', at);
  return {
    rule,
    level: LEVEL[severity],
    message,
    place: { uri: uriOf(file), region: region(file, range) },
    ...(path.length > 0 && { logical: logicalName(path) }),
    ...(related !== undefined && {
      related: related.map((one) => ({ place: { uri: uriOf(one.file), region: region(one.file, one.range) }, message: one.message })),
    }),
    ...(fix !== undefined && {
      fix: { description: fix.title, uri: uriOf(file), replacements: fix.edits.map((edit) => ({ region: region(file, edit.range), text: edit.text })) },
    }),
  };
}

function regionOf(text: string, { start, end }: Range): SarifRegion {
  const [from, to] = [positionAt(text, start), positionAt(text, end)];
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** A file name as a URI reference: slashes, and what a URI may not hold escaped. */
function uriOf(file: string): string {
  const parts = file.replaceAll('\\', '/').split('/');
  const drive = /^[A-Za-z]:$/.test(parts[0] ?? '');
  const escaped = parts.map((part, i) => (drive && i === 0 ? part : encodeURIComponent(part))).join('/');
  return drive ? `file:///${escaped}` : escaped;
}

/** `obligations[0].trigger.event` */
function logicalName(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${String(step)}]` : i === 0 ? step : `.${step}`)).join('');
}
