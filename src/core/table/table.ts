import { valueAt, type Column, type NumberColumn, type TextColumn } from './column.ts';

/** Columns of equal length: what a source holds, a panel is made of, and a writer writes. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** A row as a record, missing values null. */
export type Row = Readonly<Record<string, number | string | null>>;

/** The column of a name; undefined where the table has none. */
export function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** A column of numbers. @throws {RangeError} where the table has no such column, or it holds text */
export function numberColumn(table: Table, name: string): NumberColumn {
  const column = columnOf(table, name);
  if (column === undefined || column.kind === 'text') throw new RangeError(`the table has no column of numbers named ${name}`);
  return column;
}

/** A column of text. @throws {RangeError} where the table has no such column, or it holds numbers */
export function textColumn(table: Table, name: string): TextColumn {
  const column = columnOf(table, name);
  if (column?.kind !== 'text') throw new RangeError(`the table has no column of text named ${name}`);
  return column;
}

/** One row as a record. */
export function rowAt(table: Table, row: number): Row {
  return Object.fromEntries(table.columns.map((column) => [column.name, valueAt(column, row)]));
}

/** Every row as a record: for tables small enough to be read by people. */
export function rowsOf(table: Table): Row[] {
  return Array.from({ length: table.rows }, (_, row) => rowAt(table, row));
}
