/** From YAML nodes to plain values, with what the schema cannot see: duplicate keys, aliases, tags, dates no calendar has. */
import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { positionAt, type Diagnostic, type Path, type Range } from '../diagnostics.ts';
import { isPartialDate } from '../states/dates.ts';
import { isDate, schemasUnder, rootSchemas, type Schema } from './keys.ts';
import type { Limits } from './limits.ts';
import { keyText, nodeRange } from './positions.ts';

/** Keys that reach into JavaScript's prototypes; no treaty needs them. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const CORE_TAGS = /^(tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)|!)$/;
/** A year alone is a number to YAML and a date to the treaty language. */
const YEAR = /^\d{4}$/;

export interface ReadResult {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

interface Reading {
  readonly text: string;
  readonly file: string;
  readonly limits: Limits;
  readonly diagnostics: Diagnostic[];
  readonly anchors: Map<string, Node>;
  /** Nodes read inside aliases so far. */
  expanded: number;
  /** Set once a limit is past: what follows is not read. */
  stopped: boolean;
}

interface Place {
  readonly path: Path;
  readonly schemas: readonly Schema[];
  readonly inAlias: boolean;
}

/** Reads the root node of a document. Never throws, never runs past the limits. */
export function readNode(node: Node | null, text: string, file: string, limits: Limits): ReadResult {
  const reading: Reading = { text, file, limits, diagnostics: [], anchors: new Map(), expanded: 0, stopped: false };
  const value = node === null ? null : read(node, { path: [], schemas: rootSchemas, inAlias: false }, reading);
  return { value, diagnostics: reading.diagnostics };
}

function report(reading: Reading, rule: string, message: string, range: Range, path: Path): void {
  reading.diagnostics.push({ rule: `parse/${rule}`, severity: 'error', message, file: reading.file, range, path });
}

function read(node: Node, place: Place, reading: Reading): unknown {
  if (reading.stopped) return null;
  const range = nodeRange(node, reading.text);
  if (place.path.length > reading.limits.depth) {
    reading.stopped = true;
    if (place.inAlias) report(reading, 'alias', 'Aliases nest too deep, or one names itself: write the values out', range, place.path);
    else report(reading, 'depth', `Nested more than ${reading.limits.depth} levels deep: a treaty never is`, range, place.path);
    return null;
  }
  if (place.inAlias) {
    reading.expanded += 1;
    if (reading.expanded > reading.limits.expansion) {
      reading.stopped = true;
      report(reading, 'alias', `Aliases expand to more than ${reading.limits.expansion} values: write the values out`, range, place.path);
      return null;
    }
  }
  if (isAlias(node)) return readAlias(node.source, range, place, reading);
  if (node.tag !== undefined && !CORE_TAGS.test(node.tag)) {
    report(reading, 'custom-tag', `Tag '${node.tag}' is not allowed: a treaty holds plain text, numbers, true and false, lists and maps`, range, place.path);
  }
  if ('anchor' in node && typeof node.anchor === 'string') reading.anchors.set(node.anchor, node);
  if (isMap(node)) return readMap(node, place, reading);
  if (isSeq(node)) return node.items.map((item, index) => (isNode(item) ? read(item, step(place, index), reading) : null));
  return isScalar(node) ? readScalar(node, range, place, reading) : null;
}

function readAlias(name: string, range: Range, place: Place, reading: Reading): unknown {
  const target = reading.anchors.get(name);
  if (target !== undefined) return read(target, { ...place, inAlias: true }, reading);
  report(reading, 'alias', `Alias '*${name}' names no anchor written before it`, range, place.path);
  return null;
}

function step(place: Place, key: string | number): Place {
  return { path: [...place.path, key], schemas: schemasUnder(place.schemas, key), inAlias: place.inAlias };
}

function readMap(map: YAMLMap, place: Place, reading: Reading): unknown {
  const result: Record<string, unknown> = {};
  const seen = new Map<string, Pair>();
  for (const pair of map.items) {
    const range = isNode(pair.key) ? nodeRange(pair.key, reading.text) : nodeRange(map, reading.text);
    const key = keyText(pair);
    if (key === undefined) {
      report(reading, 'type', 'Expected a plain word as key', range, place.path);
      continue;
    }
    const first = seen.get(key);
    if (FORBIDDEN_KEYS.has(key)) {
      report(reading, 'prototype', `Key '${key}' is not allowed`, range, [...place.path, key]);
    } else if (first !== undefined) {
      reportDuplicate(key, first, range, place, reading);
    } else {
      seen.set(key, pair);
      result[key] = isNode(pair.value) ? read(pair.value, step(place, key), reading) : null;
    }
  }
  return result;
}

function reportDuplicate(key: string, first: Pair, range: Range, place: Place, reading: Reading): void {
  const firstRange = isNode(first.key) ? nodeRange(first.key, reading.text) : range;
  reading.diagnostics.push({
    rule: 'parse/duplicate-key',
    severity: 'error',
    message: `Duplicate key '${key}': it stands already on line ${positionAt(reading.text, firstRange.start).line}`,
    file: reading.file,
    range,
    path: [...place.path, key],
    related: [{ file: reading.file, range: firstRange, message: 'first given here' }],
  });
}

function readScalar(scalar: Scalar, range: Range, place: Place, reading: Reading): unknown {
  const { value, source } = scalar;
  const wantsDate = place.schemas.some(isDate);
  if (typeof value === 'number' && wantsDate && source !== undefined && YEAR.test(source)) return source;
  if (typeof value === 'string' && wantsDate && place.schemas.every(isDate) && isImpossible(value)) {
    report(reading, 'value', `No such date: ${value}`, range, place.path);
  }
  return value;
}

/** A text shaped like a date that names a month or day no calendar has. */
function isImpossible(text: string): boolean {
  return /^\d{4}-\d{2}(-\d{2})?$/.test(text) && !isPartialDate(text);
}
