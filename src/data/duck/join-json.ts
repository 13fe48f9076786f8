import type { Table } from '../../core/table/table.ts';
import { identifier, literal, withDuck } from './open.ts';
import { SQL_TYPES } from './read-table.ts';
import { registerTable } from './write-parquet.ts';

/** A key of the records in the field `value` of each line. */
export interface JsonColumn {
  readonly key: string;
  readonly kind: 'float64' | 'text' | 'boolean';
  /** What its column is called. */
  readonly name: string;
}

export interface JsonJoin {
  /** One row for each line to come; its first column is what the field `id` of a line names. */
  readonly keys: Table;
  /** Files of lines `{id, value: {...}}` or `{id, error}`. Where an id comes twice, that of the first file counts. */
  readonly files: readonly string[];
  readonly columns: readonly JsonColumn[];
}

const MEMORY = '1GB';

/**
 * Writes the rows of a table, in the order of their ids, with what files of JSON lines say of each, as Parquet: streamed, what does not fit
 * in a gigabyte spilled to the system's temporary folder. The same rows give the same bytes.
 */
export function writeJsonJoin({ keys, files, columns }: JsonJoin, file: string): Promise<void> {
  return withDuck(async (duck) => {
    // One thread: row groups then do not depend on who came first.
    await duck.run(`SET threads = 1; SET memory_limit = '${MEMORY}'`);
    const name = 'foedus_keys';
    registerTable(duck, name, keys);
    const [id] = keys.columns;
    if (id === undefined) throw new RangeError('rows without a column cannot be named');
    const fields = columns.map(({ key, kind }) => `${identifier(key)} ${kind === 'boolean' ? 'BOOLEAN' : SQL_TYPES[kind]}`).join(', ');
    const types = { id: 'VARCHAR', error: 'VARCHAR', ...(columns.length > 0 && { value: `STRUCT(${fields})` }) };
    const shape = Object.entries(types)
      .map(([field, type]) => `${field}: ${literal(type)}`)
      .join(', ');
    const lines = `SELECT * FROM read_json([${files.map(literal).join(', ')}], format = 'newline_delimited', columns = {${shape}}, filename = true)`;
    const chosen = ['keys.*', 'lines.error AS error', ...columns.map(({ key, name: as }) => `lines.value.${identifier(key)} AS ${identifier(as)}`)];
    await duck.run(
      `COPY (
         SELECT ${chosen.join(', ')}
         FROM ${identifier(name)}() AS keys
         JOIN (SELECT DISTINCT ON (id) * FROM (${lines}) ORDER BY id, filename) AS lines ON keys.${identifier(id.name)} = lines.id
         ORDER BY keys.${identifier(id.name)}
       ) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  });
}
