/**
 * The canonical form of a treaty file: keys in the schema's order, short maps and lists in brackets where they fit,
 * blocks otherwise, one style per kind of text, comments kept with what they stand beside. Idempotent.
 */
import { isMap, isNode, isScalar, isSeq, visit, type Document, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Diagnostic } from '../diagnostics.ts';
import { commentsOf } from './comments.ts';
import { equal } from './equal.ts';
import { isDate, keysOf, rootSchemas, schemasUnder, type Schema } from './keys.ts';
import { loadYaml, parseTreaty } from './parse.ts';
import { keyText } from './positions.ts';
import { WIDTH, flowLength, restyle } from './style.ts';

export type FormatResult =
  | { readonly ok: true; readonly text: string; readonly changed: boolean }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Lists whose items are clauses: each begins on a line of its own, however short. */
const CLAUSES = new Set(['obligations', 'amendments', 'purposes', 'reservations', 'conditionality']);

/**
 * Formats a valid treaty file. An invalid one comes back as its diagnostics, and so does one (none is known) whose
 * comments or meaning formatting would change: rule `format/unsafe`, the file left as it is.
 */
export function formatTreaty(text: string, file: string): FormatResult {
  const source = text.replaceAll('\r\n', '\n');
  const before = parseTreaty(source, file);
  if (!before.ok) return before;
  const formatted = settle(before.parsed.document, file);
  const after = parseTreaty(formatted, file);
  const safe = after.ok && equal(after.parsed.treaty, before.parsed.treaty) && equal(commentsOf(formatted).toSorted(), commentsOf(source).toSorted());
  if (!safe) {
    const message = 'Left as it is: formatting would move a comment out of the file or change what it says';
    return { ok: false, diagnostics: [{ rule: 'format/unsafe', severity: 'error', message, file, range: { start: 0, end: 0 }, path: [] }] };
  }
  return { ok: true, text: formatted, changed: formatted !== text };
}

/** Rounds of writing after which a file stands still. */
const ROUNDS = 4;

/** Writes a document until writing it again changes nothing: a comment taken out of brackets finds its place in the second round. */
function settle(document: Document, file: string): string {
  let text = write(document);
  for (let round = 1; round < ROUNDS; round += 1) {
    const loaded = loadYaml(text, file);
    const next = loaded.ok ? write(loaded.document) : text;
    if (next === text) break;
    text = next;
  }
  return text;
}

/** Restyles a document in place and writes it. */
function write(document: Document): string {
  expandAliases(document);
  const root = document.contents;
  if (root !== null) layOut(root, { schemas: rootSchemas, key: '', indent: 0, column: 0, item: false });
  dropBlankLines(document);
  const written = document.toString({
    directives: false,
    flowCollectionPadding: false,
    lineWidth: WIDTH,
    minContentWidth: 20,
    doubleQuotedMinMultiLineLength: 1_000_000,
  });
  return `${written.replace(/\n\.\.\.\n*$/, '\n').replace(/\s+$/, '')}\n`;
}

/** Replaces aliases by copies of what they name: keys may move, and a name must be given before it is used. */
function expandAliases(document: Document): void {
  visit(document, {
    Alias(_key, alias) {
      const copy = alias.resolve(document)?.clone();
      if (!isNode(copy)) return undefined;
      visit(copy, { Node: (_inner, node) => dropComments(node) });
      copy.comment = alias.comment ?? null;
      copy.commentBefore = alias.commentBefore ?? null;
      return copy;
    },
  });
  visit(document, {
    Node(_key, node) {
      if ('anchor' in node) delete node.anchor;
      delete node.tag;
    },
  });
}

function dropComments(node: Node): void {
  delete node.comment;
  delete node.commentBefore;
  delete node.spaceBefore;
}

/** Blank lines stay between the keys of the file and between the items of their lists; the first of each needs none. */
function dropBlankLines(document: Document): void {
  visit(document, {
    Node(key, node, ancestors) {
      const isRootKey = key === 'key' && ancestors.length === 3;
      const isRootItem = typeof key === 'number' && ancestors.length === 4;
      const parent = ancestors.at(-2);
      const isFirst = isRootKey ? isMap(parent) && parent.items[0]?.key === node : key === 0;
      if (!(isRootKey || isRootItem) || isFirst) delete node.spaceBefore;
    },
  });
}

interface Spot {
  readonly schemas: readonly Schema[];
  /** The key the value stands under; the list's for its items. */
  readonly key: string;
  /** Columns before the keys of a map written as a block here. */
  readonly indent: number;
  /** Column at which the value starts. */
  readonly column: number;
  /** Whether it is an item of a list. */
  readonly item: boolean;
}

/** A comment behind brackets stands above the block they become. */
function setBlock(node: YAMLMap | YAMLSeq): void {
  if (node.flow === true && node.comment) {
    node.commentBefore = node.commentBefore ? `${node.commentBefore}\n${node.comment}` : node.comment;
    delete node.comment;
  }
  node.flow = false;
}

function layOut(node: Node, spot: Spot): void {
  if (isScalar(node)) return writeScalar(node, spot, WIDTH - spot.column);
  if (isMap(node)) return layOutMap(node, spot);
  if (isSeq(node)) layOutList(node, spot);
}

function layOutMap(map: YAMLMap, spot: Spot): void {
  sortKeys(map, spot);
  const flow = spot.key !== '' && !(spot.item && CLAUSES.has(spot.key)) && fits(map, spot);
  if (flow) map.flow = true;
  else setBlock(map);
  for (const pair of map.items) {
    const key = keyText(pair) ?? '';
    if (isScalar(pair.key)) pair.key.type = 'PLAIN';
    const schemas = schemasUnder(spot.schemas, key);
    if (!isNode(pair.value)) continue;
    if (flow) bracket(pair.value, { ...spot, schemas, key });
    else layOut(pair.value, { schemas, key, indent: spot.indent + 2, column: spot.indent + key.length + 2, item: false });
  }
}

function layOutList(list: YAMLSeq, spot: Spot): void {
  const flow = fits(list, spot);
  if (flow) list.flow = true;
  else setBlock(list);
  for (const [index, item] of list.items.entries()) {
    if (!isNode(item)) continue;
    const schemas = schemasUnder(spot.schemas, index);
    if (flow) bracket(item, { ...spot, schemas });
    else layOut(item, { schemas, key: spot.key, indent: spot.indent + 2, column: spot.indent + 2, item: true });
  }
}

/** Writes a node inside brackets. */
function bracket(node: Node, spot: Spot): void {
  if (isScalar(node)) return writeScalar(node, spot, undefined);
  if (isMap(node)) {
    sortKeys(node, spot);
    node.flow = true;
    for (const pair of node.items) {
      const key = keyText(pair) ?? '';
      if (isScalar(pair.key)) pair.key.type = 'PLAIN';
      if (isNode(pair.value)) bracket(pair.value, { ...spot, schemas: schemasUnder(spot.schemas, key), key });
    }
  } else if (isSeq(node)) {
    node.flow = true;
    for (const [index, item] of node.items.entries()) if (isNode(item)) bracket(item, { ...spot, schemas: schemasUnder(spot.schemas, index) });
  }
}

function writeScalar(scalar: Scalar, spot: Spot, room: number | undefined): void {
  const quoted = isQuoted(scalar, spot);
  if (typeof scalar.value === 'number' && isYear(scalar, spot)) scalar.value = scalar.source;
  restyle(scalar, quoted, room);
}

/** Whether a year stands where a date is meant, alone: text to the treaty language, whatever YAML makes of it. */
function isYear(scalar: Scalar, spot: Spot): boolean {
  return /^\d{4}$/.test(scalar.source ?? String(scalar.value)) && spot.schemas.some(isDate);
}

/** Articles and years are always quoted, lest YAML take them for numbers. */
function isQuoted(scalar: Scalar, spot: Spot): boolean {
  return spot.key === 'article' || isYear(scalar, spot);
}

/** Puts a map's keys in the schema's order. A comment above the first key moves with it; above the file or an item, it heads the whole. */
function sortKeys(map: YAMLMap, spot: Spot): void {
  const order = keysOf(spot.schemas);
  const rank = (pair: Pair): number => order.indexOf(keyText(pair) ?? '');
  const [first] = map.items;
  map.items.sort((a, b) => rank(a) - rank(b));
  const [now] = map.items;
  if (first === undefined || first === now) return;
  if (!isNode(first.key)) return;
  const comment = [map.commentBefore, first.key.commentBefore].filter(Boolean).join('\n') || null;
  const heads = spot.item || spot.key === '';
  map.commentBefore = heads ? comment : null;
  first.key.commentBefore = heads ? null : comment;
}

/** Whether a map or list is written in brackets: nothing in it needs a line of its own, and it fits on this one. */
function fits(node: YAMLMap | YAMLSeq, spot: Spot): boolean {
  if (node.items.length === 0) return true;
  if ((node.comment && node.flow !== true) || (node.commentBefore && !spot.item)) return false;
  return !needsLines(node, true) && spot.column + lengthOf(node, spot) <= WIDTH;
}

function needsLines(node: unknown, top: boolean): boolean {
  if (!isNode(node)) return false;
  if (!top && (node.comment || node.commentBefore)) return true;
  if (isSeq(node)) return node.items.some((item) => isMap(item) || (isScalar(item) && isProse(item)) || needsLines(item, false));
  if (!isMap(node)) return false;
  return node.items.some((pair) => (isNode(pair.key) && needsLines(pair.key, false)) || needsLines(pair.value, false));
}

function isProse(scalar: Scalar): boolean {
  return typeof scalar.value === 'string' && /\s/.test(scalar.value);
}

/** Columns a node takes inside brackets. */
function lengthOf(node: unknown, spot: Spot): number {
  if (isScalar(node)) return flowLength(String(node.value), typeof node.value !== 'string', isQuoted(node, spot));
  if (isSeq(node)) return 2 + sum(node.items.map((item, index) => lengthOf(item, { ...spot, schemas: schemasUnder(spot.schemas, index) })));
  if (!isMap(node)) return 0;
  return (
    2 +
    sum(
      node.items.map((pair) => {
        const key = keyText(pair) ?? '';
        return key.length + 2 + lengthOf(pair.value, { ...spot, schemas: schemasUnder(spot.schemas, key), key });
      }),
    )
  );
}

/** Lengths with a comma and a space between. */
function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 2 * Math.max(0, lengths.length - 1));
}
