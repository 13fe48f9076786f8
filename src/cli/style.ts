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
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, [...cell].length)));
  const pad = (cell: string, width: number): string => cell + ' '.repeat(Math.max(0, width - [...cell].length));
  return rows
    .map(
      (row) =>
        row
          .map((cell, column) => (column === row.length - 1 ? cell : pad(cell, widths[column] ?? 0)))
          .join('  ')
          .trimEnd() + '\n',
    )
    .join('');
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
