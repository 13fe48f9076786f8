import type { Measured, MeasureRow } from '../app/measures/define.ts';
import { table, wrap, type Style } from './style.ts';

type Cell = number | string | boolean | null;

/** A number as scholars print it: with four decimals where some of its column are no whole numbers, in powers of ten where those show nothing. */
function shown(value: Cell, whole: boolean): string {
  if (value === null) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || whole) return String(value);
  return value !== 0 && Math.abs(value) < 0.0001 ? value.toExponential(2) : value.toFixed(4);
}

function cellsOf(rows: readonly MeasureRow[]): string[][] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const whole = new Set(columns.filter((column) => rows.every((row) => typeof row[column] !== 'number' || Number.isInteger(row[column]))));
  return [columns, ...rows.map((row) => columns.map((column) => shown(row[column] ?? null, whole.has(column))))];
}

/** The rows as a table, and the notes below it. */
export function measureText({ rows, notes }: Measured, { dim }: Style): string {
  const body = rows.length === 0 ? '' : `${table(cellsOf(rows))}\n`;
  return `${body}${notes.map((line) => dim(wrap(line, 0))).join('\n')}\n`;
}
