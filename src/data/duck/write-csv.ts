import type { Table } from '../../core/table/table.ts';
import { identifier, literal, withDuck } from './open.ts';
import { registerTable } from './write-parquet.ts';

/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Texts that begin like a formula, kept from being one by an apostrophe; numbers, negative ones too, stay as they are. */
export function withoutFormulas(table: Table): Table {
  return {
    ...table,
    columns: table.columns.map((column) =>
      column.kind === 'text' ? { ...column, levels: column.levels.map((level) => (FORMULA.test(level) ? `'${level}` : level)) } : column,
    ),
  };
}

/** Writes a table as CSV (RFC 4180, UTF-8, lines ended by a line feed), chunk by chunk. A missing value is an empty cell. */
export function writeCsv(table: Table, file: string): Promise<void> {
  return withDuck(async (duck) => {
    const name = 'foedus_csv';
    registerTable(duck, name, withoutFormulas(table));
    await duck.run(`COPY (SELECT * FROM ${identifier(name)}()) TO ${literal(file)} (FORMAT csv, HEADER true)`);
  });
}
