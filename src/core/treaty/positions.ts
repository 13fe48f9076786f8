/** Where in a file's text the value or key at a path stands. */
import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml';
import type { Path, Range } from '../diagnostics.ts';

/** The range of a node without the white space that follows a block. */
export function nodeRange(node: Node, text: string): Range {
  const [start, end] = node.range ?? [0, 0];
  let last = end;
  while (last > start && /\s/.test(text[last - 1] ?? '')) last -= 1;
  return { start, end: last };
}

/** The text of a map's key, as the parser names it in a path. */
export function keyText(pair: Pair): string | undefined {
  if (!isScalar(pair.key)) return undefined;
  const { value, source } = pair.key;
  return typeof value === 'string' ? value : (source ?? String(value));
}

interface Found {
  readonly node: Node | undefined;
  readonly key: Node | undefined;
  /** Whether the whole path was found. */
  readonly whole: boolean;
}

function find(document: Document, path: Path): Found {
  let node: Node | undefined = document.contents ?? undefined;
  let key: Node | undefined;
  for (const step of path) {
    const holder: Node | undefined = isAlias(node) ? node.resolve(document) : node;
    let next: unknown;
    let nextKey: unknown;
    if (isMap(holder)) {
      const pair = holder.items.find((item) => keyText(item) === String(step));
      next = pair?.value;
      nextKey = pair?.key;
    } else if (isSeq(holder) && typeof step === 'number') {
      next = holder.items[step];
    }
    if (!isNode(next) && !isNode(nextKey)) return { node, key, whole: false };
    node = isNode(next) ? next : undefined;
    key = isNode(nextKey) ? nextKey : undefined;
    if (node === undefined) break;
  }
  return { node, key, whole: true };
}

/** The range of the value at a path, or of its nearest ancestor where nothing stands there; of its key where the value is empty. */
export function rangeAt(document: Document, text: string, path: Path): Range {
  const { node, key } = find(document, path);
  const range = node === undefined ? undefined : nodeRange(node, text);
  if (range !== undefined && range.end > range.start) return range;
  return key === undefined ? (range ?? { start: 0, end: 0 }) : nodeRange(key, text);
}

/** The range of the key at a path; of the first key of a list's item; of the value where it has no key. */
export function keyRangeAt(document: Document, text: string, path: Path): Range {
  const { node, key } = find(document, path);
  if (key !== undefined) return nodeRange(key, text);
  if (isMap(node)) {
    const first = node.items[0]?.key;
    if (isNode(first)) return nodeRange(first, text);
  }
  return node === undefined ? { start: 0, end: 0 } : nodeRange(node, text);
}
