import type { ColumnKind } from '../table/column.ts';
import { tableFromRows } from '../table/from-rows.ts';
import type { Row, Table } from '../table/table.ts';

/** Columns of a frame by name: how each is stored, and what it means. */
export type LabeledColumns = Readonly<Record<string, readonly [kind: ColumnKind, label: string]>>;

/** A table from records whose columns carry their meaning. @throws {TypeError} where a value is not of its column's kind */
export function labeledTable(columns: LabeledColumns, rows: readonly Row[]): Table {
  const table = tableFromRows(Object.fromEntries(Object.entries(columns).map(([name, [kind]]) => [name, kind])), rows);
  return { ...table, columns: table.columns.map((column) => ({ ...column, label: columns[column.name]?.[1] ?? '' })) };
}
