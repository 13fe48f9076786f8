/** Changes a rule proposes, and their application. */
import { isMap, isScalar, isSeq } from 'yaml';
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
 * Writes a further key into a map: after its first entry of one line, at the end of one in braces, at the end of the file into the treaty itself. Undefined where there
 * is no map at the path, the key stands there already, or no line of it is plain enough.
 */
export function addKey(parsed: ParsedTreaty, path: Path, key: string, value: string, title: string): Fix | undefined {
  const { text, document } = parsed;
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(node) || node.has(key) || !node.range) return undefined;
  if (path.length === 0 && node.flow !== true) {
    const end = text.trimEnd().length;
    return { title, edits: [{ range: { start: end, end }, text: `\n${key}: ${value}` }] };
  }
  if (node.flow === true) {
    const close = node.range[1] - 1;
    const end = text.slice(0, close).trimEnd().length;
    if (text[close] !== '}' || text.slice(end, close).includes('\n')) return undefined;
    return { title, edits: [{ range: { start: end, end }, text: `${node.items.length > 0 ? ', ' : ''}${key}: ${value}` }] };
  }
  for (const { key: name, value: held } of node.items) {
    if (!isScalar(name) || !name.range || !isScalar(held) || !held.range) continue;
    const [start] = name.range;
    const [from, to] = held.range;
    if (text.slice(start, to).includes('\n') || text.slice(from, to) === '') continue;
    const next = text.indexOf('\n', to);
    const end = next === -1 ? text.length : next;
    const indent = ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1);
    return { title, edits: [{ range: { start: end, end }, text: `\n${indent}${key}: ${value}` }] };
  }
  return undefined;
}

/** Those there are. */
export const suggestionsOf = (...fixes: readonly (Fix | undefined)[]): { readonly suggestions?: readonly Fix[] } => {
  const suggestions = fixes.filter((fix) => fix !== undefined);
  return suggestions.length === 0 ? {} : { suggestions };
};

/** Leaves what is owed to each party's own judgment, where the text fixes it. */
export function toDiscretion(parsed: ParsedTreaty, clause: Path): Fix | undefined {
  const word = replaceWord(parsed, [...clause, 'response', 'automaticity'], 'automatic', 'discretionary');
  return word === undefined ? undefined : { ...word, title: 'Leave the response to judgment' };
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
