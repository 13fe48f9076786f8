/** Reads a treaty file: YAML 1.2 (JSON is YAML) checked against the schema, every fault with its exact place. */
import { parseDocument, type Document } from 'yaml';
import type { Diagnostic, Path, Range } from '../diagnostics.ts';
import { explain, valueAt } from './explain.ts';
import { LIMITS, isLongerThan, tooDeepAt, type Limits } from './limits.ts';
import { keyRangeAt, rangeAt } from './positions.ts';
import { readNode } from './read.ts';
import { suppressionsIn } from './scan.ts';
import { treatySchema, type Treaty } from './schema.ts';
import { syntaxMessage } from './syntax.ts';
import { LANGUAGE_VERSION } from './vocabulary.ts';

export interface ParsedTreaty {
  readonly file: string;
  readonly text: string;
  readonly treaty: Treaty;
  /** The YAML document, comments included. */
  readonly document: Document;
  /** The range of the value at a path; of its nearest ancestor where nothing stands there. */
  rangeOf(path: Path): Range;
  /** The range of the key at a path; of the value where it has none. */
  keyRangeOf(path: Path): Range;
}

export type ParseResult =
  | { readonly ok: true; readonly parsed: ParsedTreaty; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A document of which only the syntax was checked, as plain values. */
export type LoadResult =
  | { readonly ok: true; readonly document: Document; readonly value: unknown }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Parses and validates a treaty. Never throws on a bad file: faults come back as diagnostics, rules `parse/...`.
 * @param file name used in diagnostics
 * @param limits what the file may cost; see `LIMITS`
 */
export function parseTreaty(text: string, file: string, limits: Partial<Limits> = {}): ParseResult {
  const bounds = { ...LIMITS, ...limits };
  const loaded = loadYaml(text, file, bounds);
  if (!loaded.ok) return loaded;
  const { document, value } = loaded;
  const rangeOf = (path: Path): Range => rangeAt(document, text, path);
  const keyRangeOf = (path: Path): Range => keyRangeAt(document, text, path);
  const fail = (rule: string, message: string, range: Range, path: Path = []): ParseResult => failed(rule, message, file, range, path);

  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const what = value === null ? 'The file is empty' : `The file holds ${Array.isArray(value) ? 'a list' : 'a single value'}`;
    return fail('not-a-map', `${what}: expected a map of keys such as 'language', 'id' and 'parties'`, rangeOf([]));
  }
  const language = languageFault(valueAt(value, ['language']));
  if (language !== undefined) return fail('language', language, 'language' in value ? rangeOf(['language']) : { start: 0, end: 0 }, ['language']);

  const result = treatySchema.safeParse(value);
  if (!result.success) {
    const diagnostics = explain(result.error.issues, { file, text, value, rangeOf, keyRangeOf }, bounds.findings);
    return { ok: false, diagnostics: diagnostics.slice(0, bounds.findings) };
  }
  const parsed: ParsedTreaty = { file, text, treaty: result.data, document, rangeOf, keyRangeOf };
  return { ok: true, parsed, diagnostics: suppressionsIn(text, file).diagnostics };
}

/** Reads a file as YAML within the limits, without asking whether it is a treaty. */
export function loadYaml(text: string, file: string, limits: Limits = LIMITS): LoadResult {
  const refusal = refuse(text, file, limits);
  if (refusal !== undefined) return refusal;
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      resolveKnownTags: false,
      logLevel: 'error',
    });
    const faults = document.errors.slice(0, 1).map((error) => {
      const [start, end] = error.pos.map((offset) => Math.min(offset, text.length));
      const rule = error.code === 'MULTIPLE_DOCS' ? 'multiple-documents' : 'syntax';
      return diagnostic(rule, syntaxMessage(error), file, { start: start ?? 0, end: end ?? start ?? 0 });
    });
    if (faults.length > 0) return { ok: false, diagnostics: faults };
    const { value, diagnostics } = readNode(document.contents, text, file, limits);
    if (diagnostics.length > 0) return { ok: false, diagnostics: diagnostics.slice(0, limits.findings) };
    return { ok: true, document, value };
  } catch (error) {
    // The scan for depth knows no grammar; what slips past it exhausts the stack here, and means the same.
    if (error instanceof RangeError) return failed('depth', `Nested more than ${limits.depth} levels deep: a treaty never is`, file, { start: 0, end: 0 });
    throw error;
  }
}

function refuse(text: string, file: string, limits: Limits): { ok: false; diagnostics: Diagnostic[] } | undefined {
  if (isLongerThan(text, limits.bytes)) {
    return failed('size', `The file is larger than ${limits.bytes} bytes: a treaty is far smaller`, file, { start: 0, end: 0 });
  }
  const binary = text.search(/[\u0000\uFFFD]/);
  if (binary !== -1) return failed('binary', 'Not a text file in UTF-8: save it as UTF-8', file, { start: binary, end: binary + 1 });
  const deep = tooDeepAt(text, limits.depth);
  if (deep !== -1) return failed('depth', `Nested more than ${limits.depth} levels deep: a treaty never is`, file, { start: deep, end: deep + 1 });
  return undefined;
}

function languageFault(language: unknown): string | undefined {
  if (language === LANGUAGE_VERSION) return undefined;
  if (language === undefined) return `Missing key 'language': write 'language: ${LANGUAGE_VERSION}', or lift an older file by 'foedus fmt --upgrade'`;
  if (typeof language !== 'number' || !Number.isInteger(language) || language < 0)
    return `'language': expected the version of the treaty language, ${LANGUAGE_VERSION}`;
  if (language < LANGUAGE_VERSION)
    return `Written in version ${language} of the treaty language: lift it to version ${LANGUAGE_VERSION} by 'foedus fmt --upgrade'`;
  return `Written in version ${language} of the treaty language; this foedus reads version ${LANGUAGE_VERSION}: install a newer foedus`;
}

function diagnostic(rule: string, message: string, file: string, range: Range, path: Path = []): Diagnostic {
  return { rule: `parse/${rule}`, severity: 'error', message, file, range, path };
}

function failed(rule: string, message: string, file: string, range: Range, path: Path = []): { ok: false; diagnostics: Diagnostic[] } {
  return { ok: false, diagnostics: [diagnostic(rule, message, file, range, path)] };
}
