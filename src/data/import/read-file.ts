import type { DuckDBConnection } from '@duckdb/node-api';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { checkTable, firstRow, type FileRead } from './check-table.ts';
import { DataError } from '../data-error.ts';
import { identifier, literal } from '../duck/open.ts';
import { SQL_TYPES } from '../duck/read-table.ts';
import type { Layout, TableSpec, Variable } from '../source.ts';
import { loadWorkbook } from './workbook.ts';

export type { FileRead } from './check-table.ts';

/** The file as an SQL relation, every column as text. A CSV with our columns is read where it lies, in the pass that types it. */
async function relationOf(duck: DuckDBConnection, file: string, layout: Layout, name: string): Promise<string> {
  const { sql, workbook } = layout;
  const whole = workbook === true ? await loadWorkbook(duck, file, name) : csvRelation(file, layout);
  if (sql === undefined) return whole;
  // A view: of a file of thousands of columns only those are read that `sql` names.
  await duck.run(`CREATE OR REPLACE TEMP VIEW raw AS SELECT * FROM ${whole}`);
  await duck.run(`CREATE OR REPLACE TEMP TABLE shaped AS ${sql}`);
  return 'shaped';
}

async function columnsOf(duck: DuckDBConnection, relation: string): Promise<readonly string[]> {
  const described = await duck.runAndReadAll(`SELECT column_name FROM (DESCRIBE SELECT * FROM ${relation})`);
  return described.getRows().map(([column]) => String(column));
}

function csvRelation(file: string, layout: Layout): string {
  const options = [
    'all_varchar = true',
    'header = true',
    `delim = ${literal(layout.delimiter ?? ',')}`,
    `encoding = ${literal(layout.encoding ?? 'utf-8')}`,
    `quote = '"'`,
    `escape = '"'`,
    `null_padding = ${layout.padded === true}`,
    `skip = ${layout.skip ?? 0}`,
  ];
  return `read_csv(${literal(file)}, ${options.join(', ')})`;
}

/** The column of the file that holds a variable: its own name or a published one, upper and lower case alike. */
function columnFor(name: string, variable: Variable, present: readonly string[]): string | undefined {
  const names = [name, ...(variable.published ?? [])];
  return names.map((wanted) => present.find((column) => column.toLowerCase() === wanted.toLowerCase())).find((found) => found !== undefined);
}

function missingTexts(variable: Variable, layout: Layout): string {
  return ['', ...(layout.missing ?? []), ...(variable.missing ?? [])].map(literal).join(', ');
}

/**
 * Reads one published file into the temporary table `t`, typed, and checks it: columns, values, key, coverage, the source's own conditions.
 * The SQL table `t` is left for the caller to write out.
 * @throws {DataError} naming file, row and column where the layout or a value is not what the source publishes
 */
export async function readFile(duck: DuckDBConnection, file: string, spec: TableSpec, layout: Layout, name: string = path.basename(file)): Promise<FileRead> {
  const asLaidOut = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DataError) throw error;
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
      throw new DataError(`${name}: is not laid out as ${spec.title} is published.`, [`The reader says: ${reason}`], { cause: error });
    }
  };
  const relation = await asLaidOut(() => relationOf(duck, file, layout, name));
  const present = await asLaidOut(() => columnsOf(duck, relation));
  const variables = Object.entries(spec.columns);
  const found = new Map(variables.map(([variable, described]) => [variable, columnFor(variable, described, present)]));
  const lacking = variables.filter(([variable, { optional }]) => optional !== true && found.get(variable) === undefined).map(([variable]) => variable);
  if (lacking.length > 0) {
    throw new DataError(`${name}: lacks the column${lacking.length === 1 ? '' : 's'} ${lacking.join(', ')} of ${spec.title}.`, [
      `It has: ${present.join(', ')}.`,
      'The layout changed, or it is another file of the same name; nothing was imported from it.',
    ]);
  }
  const textOf = (variable: string, described: Variable): string => {
    const column = found.get(variable);
    if (column === undefined) return 'NULL::VARCHAR';
    const text = `trim(${identifier(column)}::VARCHAR)`;
    return `CASE WHEN ${text} IN (${missingTexts(described, layout)}) THEN NULL ELSE ${text} END`;
  };
  const texts = `SELECT ${variables.map(([variable, described]) => `${textOf(variable, described)} AS ${identifier(variable)}`).join(', ')} FROM ${relation}`;
  const typed = variables.map(([variable, { kind }]) => {
    const name = identifier(variable);
    return kind === 'text' ? name : `TRY_CAST(${name} AS ${SQL_TYPES[kind]}) AS ${name}`;
  });
  const wrong = variables.filter(([variable, { kind }]) => kind !== 'text' && found.get(variable) !== undefined).map(isWrong);
  const anyWrong = wrong.length === 0 ? 'false' : wrong.join(' OR ');
  await asLaidOut(() => duck.run(`CREATE OR REPLACE TEMP TABLE t AS SELECT ${typed.join(', ')}, ${anyWrong} AS "${WRONG}" FROM (${texts})`));
  const [faulty] = await firstRow(duck, `SELECT count(*)::INTEGER FROM t WHERE "${WRONG}"`);
  if (Number(faulty) > 0) await tellWrong(duck, texts, variables, name);
  await duck.run(`ALTER TABLE t DROP COLUMN "${WRONG}"`);
  await duck.run('DROP VIEW IF EXISTS raw');
  for (const done of ['workbook', 'shaped']) await duck.run(`DROP TABLE IF EXISTS ${done}`);
  const read = await checkTable(duck, spec, name, present, found);
  if (spec.publishedRows !== undefined && read.rows < spec.publishedRows && layout.workbook !== true && !endsALine(file)) {
    throw new DataError(`${name}: is cut off: it ends in the middle of a line, after ${read.rows} of ${spec.publishedRows} rows.`, ['Download it again.']);
  }
  return read;
}

/** Whether the last byte of a file ends a line; files that DuckDB unpacks itself are taken to. */
function endsALine(file: string): boolean {
  if (/\.gz$/i.test(file)) return true;
  const descriptor = openSync(file, 'r');
  try {
    const last = new Uint8Array(2);
    const { size } = fstatSync(descriptor);
    readSync(descriptor, last, 0, 2, Math.max(0, size - 2));
    return LINE_ENDS.some((byte) => last.includes(byte));
  } finally {
    closeSync(descriptor);
  }
}

/** Line feed, and carriage return where a file has it alone; of UTF-16 it is one of two bytes. */
const LINE_ENDS = [10, 13] as const;

/** A column for the time of the reading: whether the row has a text that is no number of its column's kind. */
const WRONG = 'foedus_wrong';

function isWrong([variable, { kind }]: readonly [string, Variable]): string {
  const text = identifier(variable);
  const value = `TRY_CAST(${text} AS DOUBLE)`;
  if (kind === 'float64') return `(${text} IS NOT NULL AND isfinite(${value}) IS DISTINCT FROM true)`;
  const whole = `TRY_CAST(${text} AS ${SQL_TYPES[kind]})`;
  return `(${value} IS DISTINCT FROM ${whole}::DOUBLE OR (${text} IS NOT NULL AND ${whole} IS NULL))`;
}

/** Every text that is no number of its column's kind is an error, with its row: nothing is rounded or dropped. @throws {DataError} always */
async function tellWrong(duck: DuckDBConnection, texts: string, variables: readonly (readonly [string, Variable])[], name: string): Promise<never> {
  for (const variable of variables.filter(([, { kind }]) => kind !== 'text')) {
    const [column, { kind }] = variable;
    const [line, value] = await firstRow(
      duck,
      `SELECT n::INTEGER, v FROM (SELECT row_number() OVER () AS n, ${identifier(column)} AS v, ${isWrong(variable)} AS wrong FROM (${texts})) WHERE wrong ORDER BY n LIMIT 1`,
    );
    if (line === undefined) continue;
    throw new DataError(
      `${name}: row ${String(line)}, column ${column}: '${String(value)}' is not ${kind === 'float64' ? 'a number' : 'a whole number of the range published'}.`,
      ['Nothing was imported from it.'],
    );
  }
  throw new DataError(`${name}: holds a value that is no number.`, ['Nothing was imported from it.']);
}
