import { positionAt, type Diagnostic, type Path, type Severity } from '../../diagnostics.ts';
import { countsOf, type Texts } from './text.ts';

/** One place in a file; lines and columns count from 1, the end is the first column past it. */
export interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface JsonFinding extends JsonPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Id of the clause concerned; null where it is none. */
  readonly clause: string | null;
  readonly path: Path;
  readonly related?: readonly (JsonPlace & { readonly message: string })[];
  readonly fix?: { readonly title: string; readonly edits: readonly (JsonPlace & { readonly text: string })[] };
}

/** What `foedus lint --json` prints. */
export interface LintJson {
  readonly version: 1;
  readonly findings: readonly JsonFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Findings as plain data for programs. */
export function formatJson(diagnostics: readonly Diagnostic[], texts: Texts): LintJson {
  const place = (file: string, range: { readonly start: number; readonly end: number }): JsonPlace => {
    const text = texts.get(file) ?? '';
    const start = positionAt(text, range.start);
    const end = positionAt(text, range.end);
    return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
  const findings = diagnostics.map(({ rule, severity, message, file, range, path, clause, related, fix }): JsonFinding => ({
    rule,
    severity,
    message,
    ...place(file, range),
    clause: clause ?? null,
    path,
    ...(related !== undefined && { related: related.map((one) => ({ message: one.message, ...place(one.file, one.range) })) }),
    ...(fix !== undefined && { fix: { title: fix.title, edits: fix.edits.map((edit) => ({ ...place(file, edit.range), text: edit.text })) } }),
  }));
  return { version: 1, findings, counts: countsOf(diagnostics) };
}
