import type { ColumnKind } from '../../core/table/column.ts';
import { tableFromRows } from '../../core/table/from-rows.ts';
import type { Table } from '../../core/table/table.ts';
import type { MeasureRow } from './define.ts';

const INT32 = 2 ** 31 - 1;

function kindOf(values: readonly (number | string | boolean | null)[]): ColumnKind {
  if (values.some((value) => typeof value === 'string')) return 'text';
  if (values.every((value) => value === null || typeof value === 'boolean')) return 'int8';
  return values.every((value) => value === null || (Number.isInteger(value) && Math.abs(Number(value)) <= INT32)) ? 'int32' : 'float64';
}

/** Rows as a table, for the formats that tables are written in: each column of the narrowest kind that holds it, yes and no as 1 and 0. */
export function tableOf(rows: readonly MeasureRow[]): Table {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const kinds = Object.fromEntries(columns.map((column) => [column, kindOf(rows.map((row) => row[column] ?? null))]));
  const plain = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value])));
  return tableFromRows(kinds, plain);
}
