import {
  DOUBLE,
  DuckDBTableFunction,
  INTEGER,
  SMALLINT,
  TINYINT,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBType,
} from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { MISSING, type Column, type ColumnKind } from '../../core/table/column.ts';
import type { Table } from '../../core/table/table.ts';
import { identifier, literal } from './open.ts';

const TYPES: Readonly<Record<ColumnKind, DuckDBType>> = { int8: TINYINT, int16: SMALLINT, int32: INTEGER, float64: DOUBLE, text: VARCHAR };

/** Rows in a chunk of DuckDB's. */
const CHUNK = 2048;
const ALL_VALID = 0xff;

/** Marks the rows of a chunk that are missing in `bits`; false where none is. */
function markMissing(column: Column, from: number, to: number, bits: Uint8Array): boolean {
  const { kind, values } = column;
  const missing = kind === 'text' ? -1 : kind === 'float64' ? undefined : MISSING[kind];
  let any = false;
  for (let row = from; row < to; row++) {
    const value = values[row] ?? 0;
    if (missing === undefined ? value === value : value !== missing) continue;
    if (!any) bits.fill(ALL_VALID);
    any = true;
    const at = row - from;
    bits[at >> 3] = (bits[at >> 3] ?? ALL_VALID) & ~(1 << (at & 7));
  }
  return any;
}

function writeColumn(chunk: DuckDBDataChunk, index: number, column: Column, from: number, to: number, validity: ArrayBuffer): void {
  if (column.kind === 'text') {
    const { values, levels } = column;
    const texts = Array.from(values.subarray(from, to), (level) => levels[level] ?? null);
    chunk.setColumnValues(index, texts);
    return;
  }
  const vector = duckdb.data_chunk_get_vector(chunk.chunk, index);
  const { buffer, byteOffset, BYTES_PER_ELEMENT: size } = column.values;
  if (!(buffer instanceof ArrayBuffer)) throw new TypeError('a column in shared memory cannot be written');
  duckdb.copy_data_to_vector(vector, 0, buffer, byteOffset + from * size, (to - from) * size);
  if (!markMissing(column, from, to, new Uint8Array(validity))) return;
  duckdb.vector_ensure_validity_writable(vector);
  duckdb.copy_data_to_vector_validity(vector, 0, validity, 0, validity.byteLength);
}

/** Makes a table a relation that SQL can name, read chunk by chunk where it stands: nothing is copied ahead. */
export function registerTable(duck: DuckDBConnection, name: string, table: Table): void {
  const validity = new ArrayBuffer(CHUNK / 8);
  let next = 0;
  duck.registerTableFunction(
    DuckDBTableFunction.create({
      name,
      bindFunction: (bind) => {
        for (const column of table.columns) bind.addResultColumn(column.name, TYPES[column.kind]);
        bind.setCardinality(table.rows, true);
      },
      initFunction: (init) => {
        init.setMaxThreads(1);
        next = 0;
      },
      mainFunction: (_info, output) => {
        const from = next;
        next = Math.min(from + CHUNK, table.rows);
        output.rowCount = next - from;
        if (next > from) table.columns.forEach((column, index) => writeColumn(output, index, column, from, next, validity));
      },
    }),
  );
}

/** Writes a table as a Parquet file; the folder must exist. The file stands complete or not at all when renamed into place by the caller. */
export async function writeParquet(duck: DuckDBConnection, table: Table, file: string): Promise<void> {
  const name = 'foedus_table';
  registerTable(duck, name, table);
  await duck.run(`COPY (SELECT * FROM ${identifier(name)}()) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`);
}
