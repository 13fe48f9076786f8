/** Turns the schema's issues into findings a person can act on. */
import type * as z from 'zod';
import type { Diagnostic, Fix, Path, Range } from '../diagnostics.ts';
import { nearest } from '../text/nearest.ts';
import { expectation, keysAt, optionsOf, schemasAt } from './keys.ts';

type Issue = z.core.$ZodIssue;

export interface Source {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  rangeOf(path: Path): Range;
  keyRangeOf(path: Path): Range;
}

/** One fault at one place, unions resolved to the alternative that fits best. */
interface Fault {
  readonly path: Path;
  readonly issue: Issue;
}

/** The findings of a failed validation, in the order of the text; at most `limit` issues and keys are looked into. */
export function explain(issues: readonly Issue[], source: Source, limit: number): Diagnostic[] {
  const faults = issues.slice(0, limit).flatMap((issue) => resolve(issue, [], source.value));
  const meant = new Set<string>();
  const unknown = faults.flatMap((fault) => unknownKeys(fault, source, meant, limit));
  const rest = faults.flatMap((fault) => {
    if (fault.issue.code === 'unrecognized_keys') return [];
    if (valueAt(source.value, fault.path) === undefined) return meant.has(JSON.stringify(fault.path)) ? [] : [missingKey(fault, source)];
    return [wrongValue(fault, source)];
  });
  return [...unknown, ...rest].toSorted((a, b) => a.range.start - b.range.start);
}

/** The value at a path of a plain value; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

function plain(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === 'symbol' ? step.toString() : step));
}

function resolve(issue: Issue, base: Path, root: unknown): Fault[] {
  const path = [...base, ...plain(issue.path)];
  if (issue.code !== 'invalid_union') return [{ path, issue }];
  const value = valueAt(root, path);
  const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  const fitting = empty ? [] : branches(issue).filter((branch) => branch.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'));
  const best = fitting.toSorted((a, b) => cost(a) - cost(b))[0];
  return best === undefined ? [{ path, issue }] : best.flatMap((one) => resolve(one, path, root));
}

/** The alternatives of a union, those of a union directly inside it among them. */
function branches(issue: z.core.$ZodIssueInvalidUnion): readonly (readonly Issue[])[] {
  return issue.errors.flatMap((branch) => {
    const [only] = branch;
    return branch.length === 1 && only?.code === 'invalid_union' && only.path.length === 0 ? branches(only) : [branch];
  });
}

/** The keys given say which alternative was meant, more than what they hold or lack. */
function cost(branch: readonly Issue[]): number {
  return branch.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 10 * issue.keys.length : 1), 0);
}

function unknownKeys({ path, issue }: Fault, source: Source, meant: Set<string>, limit: number): Diagnostic[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const here = valueAt(source.value, path);
  const given = typeof here === 'object' && here !== null ? here : {};
  const open = keysAt(path).filter((key) => !Object.hasOwn(given, key));
  return issue.keys.slice(0, limit).map((key) => {
    const at = [...path, key];
    const range = source.keyRangeOf(at);
    if (key.includes(' ') && valueAt(source.value, at) === null) {
      return finding('unknown-key', `'${key}' reads as a key: text with a comma inside braces must stand in quotes`, range, at, source);
    }
    const guess = nearest(key.slice(0, 64), open, { limit: 1 })[0] ?? open.find((one) => key.length > 3 && one.startsWith(key));
    if (guess !== undefined) meant.add(JSON.stringify([...path, guess]));
    return {
      ...finding('unknown-key', `Unknown key '${key}'; ${guess === undefined ? known(path) : `did you mean '${guess}'?`}`, range, at, source),
      ...(guess !== undefined && { fix: { title: `Rename to '${guess}'`, edits: [{ range, text: guess }] } }),
    };
  });
}

function known(path: Path): string {
  const keys = keysAt(path);
  return `known here: ${keys.join(', ')}`;
}

function missingKey({ path }: Fault, source: Source): Diagnostic {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  const where = parent.length === 0 ? 'the treaty' : nameOf(parent);
  const range = parent.length === 0 ? firstKey(source) : source.keyRangeOf(parent);
  return finding('missing-key', `Missing key '${key}' in ${where}: expected ${expectation(schemasAt(path))}`, range, parent, source);
}

function firstKey(source: Source): Range {
  const [first] = typeof source.value === 'object' && source.value !== null ? Object.keys(source.value) : [];
  return first === undefined ? source.rangeOf([]) : source.keyRangeOf([first]);
}

/** A path in words: `obligations[1].trigger`, counting from one. */
function nameOf(path: Path): string {
  return `'${path.map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : `${i === 0 ? '' : '.'}${step}`)).join('')}'`;
}

function wrongValue({ path, issue }: Fault, source: Source): Diagnostic {
  const value = valueAt(source.value, path);
  const schemas = schemasAt(path);
  const options = optionsOf(schemas);
  const range = source.rangeOf(path);
  const subject = subjectOf(path);
  const size = sizeMessage(issue, subject);
  if (size !== undefined) return finding('value', size, range, path, source);
  const expected = expectation(schemas);
  const mismatch = isTypeMismatch(issue, value);
  if (mismatch && typeof value === 'number' && takesText(expected)) return unquoted(value, expected, range, path, subject, source);
  if (mismatch && expected === 'a list' && typeof value === 'string') return unlisted(value, range, path, subject, source);
  const [guess] = typeof value === 'string' && value.length <= 64 ? nearest(value, options, { limit: 1 }) : [];
  const hint = guess === undefined ? '' : `; did you mean '${guess}'?`;
  return {
    ...finding(mismatch ? 'type' : 'value', `${subject}: expected ${expected}; found ${found(value)}${hint}`, range, path, source),
    ...(guess !== undefined && { fix: { title: `Change to '${guess}'`, edits: [{ range, text: guess }] } }),
  };
}

function subjectOf(path: Path): string {
  const key = path.findLast((step) => typeof step === 'string');
  return typeof path.at(-1) === 'number' ? `Item of '${key ?? ''}'` : `'${key ?? ''}'`;
}

function isTypeMismatch(issue: Issue, value: unknown): boolean {
  if (issue.code === 'invalid_type') return true;
  if (issue.code === 'invalid_value') return typeof value !== typeof issue.values[0];
  if (issue.code !== 'invalid_union') return false;
  return branches(issue).every((branch) => branch.some((one) => one.path.length === 0 && isTypeMismatch(one, value)));
}

function takesText(expected: string): boolean {
  return expected === 'text' || expected.startsWith('text or') || expected.startsWith('a date');
}

function unquoted(value: number, expected: string, range: Range, path: Path, subject: string, source: Source): Diagnostic {
  const quoted = `"${source.text.slice(range.start, range.end)}"`;
  const fix: Fix = { title: 'Put it in quotes', edits: [{ range, text: quoted }] };
  return { ...finding('type', `${subject}: expected ${expected}; found the number ${value}: write ${quoted}`, range, path, source), fix };
}

function unlisted(value: string, range: Range, path: Path, subject: string, source: Source): Diagnostic {
  const listed = `[${source.text.slice(range.start, range.end)}]`;
  const fix: Fix = { title: 'Make it a list', edits: [{ range, text: listed }] };
  return {
    ...finding('type', `${subject}: expected a list; found ${found(value)}: write ${listed}`, range, path, source),
    ...(!listed.includes('\n') && { fix }),
  };
}

function sizeMessage(issue: Issue, subject: string): string | undefined {
  if (issue.code === 'too_small') {
    if (issue.origin === 'array') return `${subject}: expected at least ${issue.minimum} item${issue.minimum === 1 ? '' : 's'}; found none`;
    if (issue.origin === 'string') return `${subject}: expected text; found an empty one`;
    return `${subject}: expected ${issue.minimum} or more`;
  }
  if (issue.code !== 'too_big') return undefined;
  if (issue.origin === 'string') return `${subject}: expected at most ${issue.maximum} characters`;
  return `${subject}: expected ${issue.maximum} or less`;
}

/** A value in a few words. */
export function found(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return value.length > 60 ? `'${value.slice(0, 57)}...'` : `'${value}'`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return String(value);
  const size = Object.keys(value).length === 0 ? 'an empty' : 'a';
  return `${size} ${Array.isArray(value) ? 'list' : 'map'}`;
}

function finding(rule: string, message: string, range: Range, path: Path, source: Source): Diagnostic {
  const clause = clauseOf(path, source.value);
  return { rule: `parse/${rule}`, severity: 'error', message, file: source.file, range, path, ...(clause !== undefined && { clause }) };
}

/** The id of the clause a path lies in. */
function clauseOf(path: Path, value: unknown): string | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const id = valueAt(value, [...path.slice(0, length), 'id']);
    if (typeof id === 'string') return id;
  }
  return undefined;
}
