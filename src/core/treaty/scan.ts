/** Comments that switch a lint rule off, with the reason they must give. */
import type { Diagnostic, Range } from '../diagnostics.ts';

export interface Suppression {
  /** Rule id, `exit/missing`. */
  readonly rule: string;
  /** Empty where none is given, which is itself a finding. */
  readonly reason: string;
  /** 1-based line of the comment; a `next-line` scope covers the first line after it that is no comment and not blank. */
  readonly line: number;
  /** 1-based line that is covered; undefined for the whole file. */
  readonly covers?: number;
  readonly scope: 'file' | 'next-line';
  readonly range: Range;
}

export interface Suppressions {
  readonly suppressions: readonly Suppression[];
  readonly diagnostics: readonly Diagnostic[];
}

const COMMENT = /^\s*#\s*foedus-disable(-next-line)?\b[ \t]*(\S*)[ \t]*(?:--[ \t]*(.*))?$/;

/**
 * Finds `# foedus-disable-next-line exit/missing -- reason` and `# foedus-disable exit/missing -- reason`, each on a line
 * of its own. One without a rule or a reason yields `parse/suppression-without-reason`, a warning.
 */
export function suppressionsIn(text: string, file = ''): Suppressions {
  const suppressions: Suppression[] = [];
  const diagnostics: Diagnostic[] = [];
  if (!text.includes('foedus-disable')) return { suppressions, diagnostics };
  const lines = text.split('\n');
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    const match = COMMENT.exec(line.trimEnd());
    if (match !== null) {
      const start = offset + line.indexOf('#');
      const range = { start, end: offset + line.trimEnd().length };
      const rule = match[2] === undefined || match[2] === '--' ? '' : match[2];
      const reason = match[3] ?? '';
      const nextLine = match[1] !== undefined;
      const covers = nextLine ? nextContent(lines, index) : undefined;
      if (rule !== '') {
        suppressions.push({ rule, reason, line: index + 1, scope: nextLine ? 'next-line' : 'file', range, ...(covers !== undefined && { covers }) });
      }
      if (rule === '' || reason === '') diagnostics.push(withoutReason(rule, file, range));
    }
    offset += line.length + 1;
  }
  return { suppressions, diagnostics };
}

function nextContent(lines: readonly string[], index: number): number {
  const next = lines.findIndex((line, i) => i > index && !/^\s*(#|$)/.test(line));
  return next === -1 ? index + 2 : next + 1;
}

function withoutReason(rule: string, file: string, range: Range): Diagnostic {
  const message =
    rule === ''
      ? "Which rule is switched off, and why? Write '# foedus-disable-next-line exit/missing -- reason'"
      : `Rule '${rule}' is switched off without a reason: add ' -- reason'`;
  return { rule: 'parse/suppression-without-reason', severity: 'warning', message, file, range, path: [] };
}
