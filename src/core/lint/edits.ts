/** Changes a rule proposes, and their application. */
import { isSeq } from 'yaml';
import type { Diagnostic, Edit, Fix, Path } from '../diagnostics.ts';
import type { ParsedTreaty } from '../treaty/parse.ts';

/** Writes another plain word in place of a value; undefined where the value is not written as one word, quoted or not. */
export function replaceWord(parsed: ParsedTreaty, path: Path, from: string, to: string): Fix | undefined {
  const range = parsed.rangeOf(path);
  const written = parsed.text.slice(range.start, range.end);
  if (written !== from && written !== `"${from}"` && written !== `'${from}'`) return undefined;
  return { title: `Write ${to}`, edits: [{ range, text: to }] };
}

/**
 * Leaves entries out of a list written in brackets on one line, `[a, b, c]`. Undefined for other lists, for those that hold
 * comments, anchors or quotes, and where nothing would remain.
 */
export function dropEntries(parsed: ParsedTreaty, path: Path, drop: ReadonlySet<number>, title: string): Fix | undefined {
  const range = parsed.rangeOf(path);
  const written = parsed.text.slice(range.start, range.end);
  const node: unknown = parsed.document.getIn(path, true);
  if (!isSeq(node) || node.flow !== true || !/^\[[\w-]+(, *[\w-]+)*\]$/.test(written)) return undefined;
  const kept = written
    .slice(1, -1)
    .split(',')
    .map((word) => word.trim())
    .filter((_word, i) => !drop.has(i));
  return kept.length === 0 ? undefined : { title, edits: [{ range, text: `[${kept.join(', ')}]` }] };
}

/**
 * The text with the fixes of these findings applied, those of one file given. A fix that overlaps one applied before it
 * (in the order of their places) is left for the next run; the same edit asked for twice is made once.
 */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[]): string {
  const taken: Edit[] = [];
  const fixes = diagnostics.flatMap(({ fix }) => (fix === undefined || fix.edits.length === 0 ? [] : [fix])).toSorted((a, b) => firstOf(a) - firstOf(b));
  for (const { edits } of fixes) {
    const fresh = edits.filter((edit) => !taken.some((one) => same(one, edit)));
    if (fresh.every((edit) => edit.range.start <= edit.range.end && edit.range.end <= text.length && !taken.some((one) => overlaps(one, edit))))
      taken.push(...fresh);
  }
  let result = text;
  for (const { range, text: by } of taken.toSorted((a, b) => b.range.start - a.range.start || b.range.end - a.range.end)) {
    result = result.slice(0, range.start) + by + result.slice(range.end);
  }
  return result;
}

function firstOf({ edits }: Fix): number {
  return Math.min(...edits.map(({ range }) => range.start));
}

function same(a: Edit, b: Edit): boolean {
  return a.range.start === b.range.start && a.range.end === b.range.end && a.text === b.text;
}

/** Two edits touch the same text, or insert at the same place. */
function overlaps(a: Edit, b: Edit): boolean {
  if (a.range.start === b.range.start) return true;
  return a.range.start < b.range.end && b.range.start < a.range.end;
}
