import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeDta, type DtaOptions } from '../core/formats/dta.ts';
import type { Table } from '../core/table/table.ts';
import { withDuck } from '../data/duck/open.ts';
import { writeParquet } from '../data/duck/write-parquet.ts';
import { writeCsv } from '../data/duck/write-csv.ts';
import { writeJson } from '../data/disk/write-json.ts';
import { UserError } from './user-error.ts';

/** A table written to a path, by file ending: for tables of a million rows. */
export function tableWriters(table: Table): Readonly<Record<'csv' | 'parquet', (file: string) => Promise<void>>> {
  return {
    csv: (file) => writeCsv(table, file),
    parquet: (file) => withDuck((duck) => writeParquet(duck, table, file)),
  };
}

/**
 * Writes a table to a file, in the format of its ending: .csv, .parquet, .dta (Stata, with labels) or .json (an array of records).
 * @throws {UserError} for another ending
 */
export async function writeTable(table: Table, file: string, options: DtaOptions = {}): Promise<void> {
  switch (path.extname(file)) {
    case '.csv':
      return tableWriters(table).csv(file);
    case '.parquet':
      return tableWriters(table).parquet(file);
    case '.dta':
      return writeFile(file, writeDta(table, options));
    case '.json':
      return writeJson(table, file);
    default:
      throw new UserError(`${file}: a table is written as .csv, .parquet, .dta or .json.`);
  }
}
