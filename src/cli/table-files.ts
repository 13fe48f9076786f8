import { writeDta } from '../core/formats/dta.ts';
import type { Table } from '../core/table/table.ts';
import type { Outcome } from './command.ts';

/**
 * The files a table is written to: .dta with its labels, .csv and .parquet by DuckDB, which is loaded only then.
 * @param table made when a file is asked for
 * @param label what the data are, as Stata shows it
 */
export function tableFiles(table: () => Table, label: string): Required<Pick<Outcome, 'files' | 'writers'>> {
  const write = (format: 'csv' | 'parquet') => async (file: string) => {
    const { tableWriters } = await import('../app/write-table.ts');
    await tableWriters(table())[format](file);
  };
  return { files: { dta: () => writeDta(table(), { label }) }, writers: { csv: write('csv'), parquet: write('parquet') } };
}
