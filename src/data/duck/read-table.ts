import { DuckDBVarCharVector, type DuckDBConnection, type DuckDBDataChunk } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { MISSING, numbers, type Column, type ColumnKind, type NumberArray } from '../../core/table/column.ts';
import type { Table } from '../../core/table/table.ts';
import { identifier } from './open.ts';

/** The SQL type of each kind of column. */
export const SQL_TYPES: Readonly<Record<ColumnKind, string>> = {
  int8: 'TINYINT',
  int16: 'SMALLINT',
  int32: 'INTEGER',
  float64: 'DOUBLE',
  text: 'VARCHAR',
};

/** What is read of a query's result: name, kind, and what a column is called in words. */
export interface Wanted {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly label?: string;
  readonly valueLabels?: Readonly<Record<number, string>>;
}

function select({ name, kind }: Wanted): string {
  const value = `${identifier(name)}::${SQL_TYPES[kind]}`;
  if (kind === 'text') return value;
  return kind === 'float64' ? `coalesce(${value}, 'nan'::DOUBLE)` : `coalesce(${value}, (${MISSING[kind]})::${SQL_TYPES[kind]})`;
}

function copyNumbers(chunks: readonly DuckDBDataChunk[], index: number, target: NumberArray): void {
  const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
  let offset = 0;
  for (const { chunk, rowCount } of chunks) {
    const length = rowCount * target.BYTES_PER_ELEMENT;
    bytes.set(duckdb.vector_get_data(duckdb.data_chunk_get_vector(chunk, index), length), offset);
    offset += length;
  }
}

function readText(chunks: readonly DuckDBDataChunk[], index: number, rows: number): { values: Int32Array; levels: string[] } {
  const values = new Int32Array(rows);
  const levels: string[] = [];
  const numberOf = new Map<string, number>();
  let row = 0;
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(index);
    if (!(vector instanceof DuckDBVarCharVector)) throw new TypeError('a column of text came as another type');
    for (let item = 0; item < chunk.rowCount; item++) {
      const text = vector.getItem(item);
      let level = text === null ? -1 : numberOf.get(text);
      if (level === undefined && text !== null) {
        level = levels.push(text) - 1;
        numberOf.set(text, level);
      }
      values[row++] = level ?? -1;
    }
  }
  return { values, levels };
}

/**
 * Columns of a relation as typed arrays, without a value boxed on the way.
 * @param from an SQL relation: `read_parquet('...')`, or a query in parentheses; with ORDER BY where order matters
 */
export async function readTable(duck: DuckDBConnection, from: string, wanted: readonly Wanted[]): Promise<Table> {
  const result = await duck.stream(`SELECT ${wanted.map(select).join(', ')} FROM ${from}`);
  const chunks = await result.fetchAllChunks();
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const columns = wanted.map(({ name, kind, label, valueLabels }, index): Column => {
    const described = { name, ...(label !== undefined && { label }) };
    if (kind === 'text') return { ...described, kind, ...readText(chunks, index, rows) };
    const values = numbers(kind, rows);
    copyNumbers(chunks, index, values);
    return { ...described, kind, values, ...(valueLabels !== undefined && { valueLabels }) };
  });
  return { rows, columns };
}
