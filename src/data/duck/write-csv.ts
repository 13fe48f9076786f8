import type { DuckDBConnection } from '@duckdb/node-api';
import type { Table } from '../../core/table/table.ts';
import { identifier, literal } from './open.ts';
import { registerTable } from './write-parquet.ts';

/** Writes a table as CSV with a header, missing values empty; the folder must exist. */
export async function writeCsv(duck: DuckDBConnection, table: Table, file: string): Promise<void> {
  const name = 'foedus_csv';
  registerTable(duck, name, table);
  await duck.run(`COPY (SELECT * FROM ${identifier(name)}()) TO ${literal(file)} (FORMAT csv, HEADER)`);
}
