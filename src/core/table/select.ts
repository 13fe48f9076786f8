import { numbers, type Column } from './column.ts';
import type { Table } from './table.ts';

/** Some rows of a table, in the order given, and some of its columns; all when left out. */
export function selectRows(table: Table, rows: ArrayLike<number>, names?: readonly string[]): Table {
  const wanted = names === undefined ? table.columns : table.columns.filter(({ name }) => names.includes(name));
  return {
    rows: rows.length,
    columns: wanted.map((column): Column => {
      const values = column.kind === 'text' ? new Int32Array(rows.length) : numbers(column.kind, rows.length);
      for (let at = 0; at < rows.length; at++) values[at] = column.values[rows[at] ?? 0] ?? 0;
      return column.kind === 'text' ? { ...column, values: Int32Array.from(values) } : { ...column, values };
    }),
  };
}
