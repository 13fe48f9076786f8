import type { Measured } from '../app/measures/define.ts';
import { cellsOf } from './figures.ts';
import { figuresTable, wrap, type Style } from './style.ts';

/** The rows as a table, and the notes below it. */
export function measureText({ rows, notes }: Measured, { dim }: Style): string {
  const body = rows.length === 0 ? '' : `${figuresTable(cellsOf(rows))}\n`;
  return `${body}${notes.map((line) => dim(wrap(line, 0))).join('\n')}\n`;
}
