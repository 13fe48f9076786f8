import type { DuckDBConnection } from '@duckdb/node-api';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { openDta } from '../../core/formats/read-dta.ts';
import type { Table } from '../../core/table/table.ts';
import { DataError } from '../data-error.ts';
import { identifier, literal } from './open.ts';
import { readTable, type Wanted } from './read-table.ts';

/** How a file of an ending is read; what stands for a missing value in a text file. */
const READERS: Readonly<Record<string, (file: string) => string>> = {
  '.csv': (file) => `read_csv(${literal(file)}, sample_size = -1, nullstr = ['', 'NA', '.'])`,
  '.tsv': (file) => `read_csv(${literal(file)}, delim = '\t', sample_size = -1, nullstr = ['', 'NA', '.'])`,
  '.parquet': (file) => `read_parquet(${literal(file)})`,
};

/** Types whose values are numbers. */
const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DOUBLE|FLOAT|DECIMAL.*|BOOLEAN)$/;

/**
 * Columns of a data file of anyone's: .csv, .tsv, .parquet or .dta, numbers as numbers, truth as 0 and 1, all else as text.
 * @param name the file as the user wrote it
 * @throws {DataError} where it is not there, of another kind, cannot be read, or has no column of a name
 */
export async function readDataFile(duck: DuckDBConnection, name: string, cwd: string, columns: readonly string[]): Promise<Table> {
  const file = path.resolve(cwd, name);
  if (!existsSync(file)) throw new DataError(`${name}: no such file.`);
  if (statSync(file).isDirectory()) throw new DataError(`${name}: is a directory; name a file.`);
  const ending = path.extname(file).toLowerCase();
  const reader = READERS[ending];
  if (reader === undefined && ending !== '.dta') throw new DataError(`${name}: data are read from .csv, .tsv, .parquet or .dta files.`);
  try {
    if (reader === undefined) return readStata(file, name, columns);
    const from = reader(file);
    const described = await duck.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`);
    const types = new Map(described.getRowObjects().map(({ column_name: column, column_type: type }) => [String(column), String(type)]));
    const wanted = columns.map((column): Wanted => {
      const type = types.get(column);
      if (type === undefined) throw noColumn(name, column, [...types.keys()]);
      return { name: column, kind: NUMBER.test(type) ? 'float64' : 'text' };
    });
    return await readTable(duck, `(SELECT ${columns.map(identifier).join(', ')} FROM ${from})`, wanted);
  } catch (error) {
    if (error instanceof DataError) throw error;
    const [first = 'it cannot be read'] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new DataError(`${name}: cannot be read as ${path.extname(file).slice(1)}: ${first}`, [], { cause: error });
  }
}

function readStata(file: string, name: string, columns: readonly string[]): Table {
  const { names, read } = openDta(readFileSync(file));
  const absent = columns.find((column) => !names.includes(column));
  if (absent !== undefined) throw noColumn(name, absent, names);
  return read(columns);
}

function noColumn(file: string, column: string, names: readonly string[]): DataError {
  const alike = names.find((one) => one.toLowerCase() === column.toLowerCase());
  const shown = `${names.slice(0, 40).join(', ')}${names.length > 40 ? ', ...' : ''}`;
  return new DataError(`${file}: has no column '${column}'.`, [alike === undefined ? `It has: ${shown}.` : `Did you mean '${alike}'?`]);
}
