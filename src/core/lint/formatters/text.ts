import { positionAt, SEVERITIES, type Diagnostic, type Severity } from '../../diagnostics.ts';

/** How words are set; each leaves its text as it is where colors are off. */
export interface TextStyle {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** File name to text. */
export type Texts = ReadonlyMap<string, string>;

const plain = (text: string): string => text;
const PLAIN: TextStyle = { bold: plain, dim: plain, red: plain, yellow: plain };
/** Longest part of a source line that is shown. */
const SHOWN = 120;

/**
 * Findings for people, file by file, each with the line it stands on and a caret under the place. Ends with the counts;
 * empty where there is nothing to say.
 */
export function formatText(diagnostics: readonly Diagnostic[], texts: Texts, style: TextStyle = PLAIN): string {
  const files = [...new Set(diagnostics.map(({ file }) => file))];
  const blocks = files.map((file) => {
    const own = diagnostics.filter((one) => one.file === file);
    return `${style.bold(file)}\n${own.map((one) => lines(one, texts, style)).join('')}`;
  });
  return diagnostics.length === 0 ? '' : `${blocks.join('\n')}\n${countsText(diagnostics)}\n`;
}

function lines(diagnostic: Diagnostic, texts: Texts, style: TextStyle): string {
  const text = texts.get(diagnostic.file) ?? '';
  const { line, column } = positionAt(text, diagnostic.range.start);
  const place = `${String(line)}:${String(column)}`;
  const paint: Readonly<Record<Severity, (word: string) => string>> = { error: style.red, warning: style.yellow, advice: style.dim };
  const head = `  ${place.padEnd(8)}${paint[diagnostic.severity](diagnostic.severity.padEnd(9))}${diagnostic.message}  ${style.dim(diagnostic.rule)}\n`;
  const related = (diagnostic.related ?? []).map((one) => {
    const at = positionAt(texts.get(one.file) ?? '', one.range.start);
    return style.dim(`          see ${one.file}:${String(at.line)}:${String(at.column)}: ${one.message}`) + '\n';
  });
  return head + excerpt(diagnostic, text, line, column, style) + related.join('');
}

/** The source line and a caret; the front of a long line is cut so that the place stays in sight. */
function excerpt({ range, severity }: Diagnostic, text: string, line: number, column: number, style: TextStyle): string {
  const start = range.start - column + 1;
  const next = text.indexOf('\n', start);
  const whole = text
    .slice(start, next === -1 ? text.length : next)
    .trimEnd()
    .replaceAll('\t', ' ');
  if (whole.trim() === '') return '';
  const cut = column > SHOWN ? column - SHOWN / 2 : 0;
  const shown = whole.slice(cut, cut + SHOWN);
  const from = column - 1 - cut;
  const width = Math.max(1, Math.min(range.end - range.start, shown.length - from));
  const gutter = `${String(line).padStart(8)} | `;
  const caret = '^'.repeat(width);
  const marked = severity === 'error' ? style.red(caret) : severity === 'warning' ? style.yellow(caret) : caret;
  return `${style.dim(gutter)}${shown}\n${' '.repeat(8)}${style.dim(' | ')}${' '.repeat(from)}${marked}\n`;
}

/** Findings by severity. */
export function countsOf(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const of = (severity: Severity): number => diagnostics.filter((one) => one.severity === severity).length;
  return { error: of('error'), warning: of('warning'), advice: of('advice') };
}

/** "1 error, 2 warnings, 3 pieces of advice"; those that are none are left out. */
export function countsText(diagnostics: readonly Diagnostic[]): string {
  const counts = countsOf(diagnostics);
  const words: Readonly<Record<Severity, readonly [string, string]>> = {
    error: ['error', 'errors'],
    warning: ['warning', 'warnings'],
    advice: ['piece of advice', 'pieces of advice'],
  };
  const said = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) => `${String(counts[severity])} ${words[severity][counts[severity] === 1 ? 0 : 1]}`,
  );
  const fixable = diagnostics.filter(({ fix }) => fix !== undefined).length;
  return `${said.length === 0 ? 'No findings' : said.join(', ')}${fixable === 0 ? '' : ` (${String(fixable)} can be fixed by --fix)`}`;
}
