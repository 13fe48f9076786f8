import type { Table } from '../core/table/table.ts';
import { withDuck } from '../data/duck/open.ts';
import { writeCsv } from '../data/duck/write-csv.ts';
import { writeParquet } from '../data/duck/write-parquet.ts';

/** A table written to a path, by file ending: for tables of a million rows. */
export function tableWriters(table: Table): Readonly<Record<'csv' | 'parquet', (file: string) => Promise<void>>> {
  return {
    csv: (file) => withDuck((duck) => writeCsv(duck, table, file)),
    parquet: (file) => withDuck((duck) => writeParquet(duck, table, file)),
  };
}
