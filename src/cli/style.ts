/** How text is set on a terminal; all of it plain where colors are off. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
}

const paint = (on: boolean, open: number, close: number) => (text: string) => (on ? `\u001B[${open}m${text}\u001B[${close}m` : text);

/** The style of a terminal; plain where it has no colors. */
export function styleFor(color: boolean): Style {
  return { bold: paint(color, 1, 22), dim: paint(color, 2, 22), red: paint(color, 31, 39), yellow: paint(color, 33, 39) };
}

/** Columns set left, two spaces apart; the last is left ragged. */
export function table(rows: readonly (readonly string[])[]): string {
  return setInColumns(rows, () => false);
}

/** A figure, or what stands in the place of one: a dash, an ellipsis, nothing. */
const FIGURE = /^(-?[\d,]*\.?\d+(e[+-]\d+)?|-|\.\.\.|)$/;

/** A table under a heading: columns of figures are set right, words left. */
export function figuresTable([heading = [], ...rows]: readonly (readonly string[])[]): string {
  const figures = heading.map((_, column) => rows.some((row) => /\d/.test(row[column] ?? '')) && rows.every((row) => FIGURE.test(row[column] ?? '')));
  return setInColumns([heading, ...rows], (column) => figures[column] ?? false);
}

function setInColumns(rows: readonly (readonly string[])[], right: (column: number) => boolean): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, [...cell].length)));
  const set = (cell: string, column: number): string => {
    const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length));
    return right(column) ? space + cell : cell + space;
  };
  return rows.map((row) => `${row.map(set).join('  ').trimEnd()}\n`).join('');
}

/** 1,912,290 */
export function grouped(number: number): string {
  return number.toLocaleString('en-US');
}

/** "1 treaty", "2 treaties". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A paragraph in lines of at most `width` columns, all set in by `indent`. */
export function wrap(text: string, indent: number, width = 100): string {
  const margin = ' '.repeat(indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(margin + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, margin + line].join('\n');
}
