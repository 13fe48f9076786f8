import type { Path } from '../../core/diagnostics.ts';

/** Where in a treaty file a cursor stands. */
export interface Place {
  /** Of the map whose key is being written, or of the value. Places in lists are 0. */
  readonly path: Path;
  readonly writes: 'key' | 'value';
  /** Where the word under the cursor begins. */
  readonly from: number;
}

/** A line of block YAML: columns of its dashes, and of its key. */
interface Line {
  readonly dashes: readonly number[];
  readonly column: number;
  readonly key: string | undefined;
  readonly rest: string;
}

function lineOf(text: string): Line {
  const dashes: number[] = [];
  let column = text.length - text.trimStart().length;
  while (text[column] === '-' && (text[column + 1] === ' ' || column + 1 === text.length)) {
    dashes.push(column);
    column += 1;
    while (text[column] === ' ') column += 1;
  }
  const [whole = '', key] = /^([\w-]+):(?: |$)/.exec(text.slice(column)) ?? [];
  return { dashes, column, key, rest: text.slice(column + whole.length) };
}

/** Steps through brackets and braces that are open at the end of a piece of flow YAML, and whether a key comes next. */
function openFlow(text: string): { readonly path: Path; readonly writes: 'key' | 'value' } {
  const open: (string | null | 0)[] = [];
  let word = '';
  for (const sign of text) {
    if (sign === '{') open.push(null);
    else if (sign === '[') open.push(0);
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ':' && open.at(-1) === null) open[open.length - 1] = word.trim();
    else if (sign === ',' && open.length > 0 && open.at(-1) !== 0) open[open.length - 1] = null;
    if (/[{}[\],:]/.test(sign)) word = '';
    else word += sign;
  }
  return { path: open.filter((step) => step !== null), writes: open.at(-1) === null ? 'key' : 'value' };
}

/** The place of a cursor, by indentation and brackets alone: the text need not be a treaty yet. */
export function placeAt(text: string, offset: number): Place {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = lineOf(text.slice(start, offset));
  const word = /[\w-]*$/.exec(text.slice(start, offset))?.[0] ?? '';
  const path: (string | number)[] = [];
  let column = line.column;
  const climb = ({ dashes, column: at, key }: Line): void => {
    if (at < column && key !== undefined) {
      path.unshift(key);
      column = at;
    }
    for (const dash of dashes.toReversed()) {
      if (dash >= column) continue;
      path.unshift(0);
      column = dash;
    }
  };
  climb({ ...line, key: undefined });
  for (const above of text.slice(0, start).split('\n').toReversed()) {
    if (column === 0) break;
    if (above.trim() === '' || above.trimStart().startsWith('#')) continue;
    climb(lineOf(above));
  }
  const from = offset - word.length;
  if (line.key === undefined) {
    const flow = openFlow(line.rest);
    return flow.path.length === 0 && flow.writes === 'value' ? { path, writes: 'key', from } : { path: [...path, ...flow.path], writes: flow.writes, from };
  }
  const flow = openFlow(line.rest);
  return { path: [...path, line.key, ...flow.path], writes: flow.writes, from };
}
