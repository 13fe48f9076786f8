import type { DuckDBConnection } from '@duckdb/node-api';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { DataError } from './data-error.ts';
import { identifier, literal } from './duck/open.ts';
import { SQL_TYPES } from './duck/read-table.ts';
import type { Layout, TableSpec, Variable } from './source.ts';
import { loadWorkbook } from './workbook.ts';

/** What a file turned into. */
export interface FileRead {
  readonly rows: number;
  /** First and last year found in a column `year`, where the table has one. */
  readonly years?: readonly [number, number];
  /** What a reader of the import should know: another row count than published, columns passed over. */
  readonly notes: readonly string[];
}

/** Loads the file into the table `raw`, every column as text. */
async function loadRaw(duck: DuckDBConnection, file: string, layout: Layout, name: string): Promise<readonly string[]> {
  await (layout.workbook === true ? loadWorkbook(duck, file, name) : loadCsv(duck, file, layout));
  const described = await duck.runAndReadAll('SELECT column_name FROM (DESCRIBE raw)');
  return described.getRows().map(([column]) => String(column));
}

async function loadCsv(duck: DuckDBConnection, file: string, layout: Layout): Promise<void> {
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
  await duck.run(`CREATE OR REPLACE TEMP TABLE raw AS SELECT * FROM read_csv(${literal(file)}, ${options.join(', ')})`);
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
  let present: readonly string[];
  try {
    present = await loadRaw(duck, file, layout, name);
    if (layout.sql !== undefined) {
      await duck.run(`CREATE OR REPLACE TEMP TABLE shaped AS ${layout.sql}`);
      const described = await duck.runAndReadAll('SELECT column_name FROM (DESCRIBE shaped)');
      present = described.getRows().map(([column]) => String(column));
    }
  } catch (error) {
    if (error instanceof DataError) throw error;
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new DataError(`${name}: is not laid out as ${spec.title} is published.`, [`The reader says: ${reason}`], { cause: error });
  }
  const relation = layout.sql === undefined ? 'raw' : 'shaped';
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
  await duck.run(`CREATE OR REPLACE TEMP TABLE t AS SELECT ${typed.join(', ')}, ${anyWrong} AS "${WRONG}" FROM (${texts})`);
  const [faulty] = await one(duck, `SELECT count(*)::INTEGER FROM t WHERE "${WRONG}"`);
  if (Number(faulty) > 0) await tellWrong(duck, texts, variables, name);
  await duck.run(`ALTER TABLE t DROP COLUMN "${WRONG}"`);
  for (const done of ['raw', 'shaped']) await duck.run(`DROP TABLE IF EXISTS ${done}`);
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
  const fits = kind === 'float64' ? `isfinite(${value})` : `${value} = TRY_CAST(${text} AS ${SQL_TYPES[kind]})::DOUBLE`;
  return `(${text} IS NOT NULL AND NOT coalesce(${fits}, false))`;
}

/** Every text that is no number of its column's kind is an error, with its row: nothing is rounded or dropped. @throws {DataError} always */
async function tellWrong(duck: DuckDBConnection, texts: string, variables: readonly (readonly [string, Variable])[], name: string): Promise<never> {
  for (const variable of variables.filter(([, { kind }]) => kind !== 'text')) {
    const [column, { kind }] = variable;
    const [line, value] = await one(
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

async function one(duck: DuckDBConnection, sql: string): Promise<readonly unknown[]> {
  const [row = []] = (await duck.runAndReadAll(sql)).getRows();
  return row;
}

async function checkTable(
  duck: DuckDBConnection,
  spec: TableSpec,
  name: string,
  present: readonly string[],
  found: ReadonlyMap<string, string | undefined>,
): Promise<FileRead> {
  const [rows] = await one(duck, 'SELECT count(*)::INTEGER FROM t');
  if (Number(rows) === 0) throw new DataError(`${name}: holds no row of ${spec.title}.`);
  const notes: string[] = [];
  const used = new Set(found.values());
  const passedOver = present.filter((column) => !used.has(column));
  if (passedOver.length > 0 && passedOver.length < present.length) notes.push(`columns passed over: ${passedOver.join(', ')}`);
  if (spec.publishedRows !== undefined && spec.publishedRows !== rows) {
    notes.push(`${String(rows)} ${Number(rows) === 1 ? 'row' : 'rows'}, where the edition known to foedus has ${spec.publishedRows}`);
  }
  if (spec.key.length > 0) {
    const key = spec.key.map(identifier).join(', ');
    const doubles = `FROM t GROUP BY ${key} HAVING count(*) > 1`;
    const [twice] = await one(duck, `SELECT count(*)::INTEGER FROM (SELECT 1 ${doubles})`);
    if (Number(twice) > 0) {
      const [example] = await one(duck, `SELECT min(k) FROM (SELECT concat_ws(', ', ${key}) AS k ${doubles})`);
      throw new DataError(
        `${name}: ${String(twice)} ${Number(twice) === 1 ? 'key stands' : 'keys stand'} more than once (${spec.key.join(', ')}: ${String(example)}).`,
        [`${spec.title} has one row for each ${spec.key.join(', ')}.`],
      );
    }
  }
  await checkConditions(duck, spec, name);
  if (spec.columns['year'] === undefined) return { rows: Number(rows), notes };
  const [from, to] = await one(duck, 'SELECT min(year)::INTEGER, max(year)::INTEGER FROM t');
  const years = [Number(from), Number(to)] as const;
  if (spec.coverage !== undefined && (years[0] < spec.coverage[0] || years[1] > spec.coverage[1])) {
    notes.push(`covers ${years[0]} to ${years[1]}, where ${spec.coverage[0]} to ${spec.coverage[1]} was expected: another edition`);
  }
  return { rows: Number(rows), years, notes };
}

/** The source's own conditions, all in one pass. @throws {DataError} of the first that does not hold in every row */
async function checkConditions(duck: DuckDBConnection, { checks = [], title }: TableSpec, name: string): Promise<void> {
  if (checks.length === 0) return;
  const held = checks.map(({ holds }, index) => `(${holds}) AS c${index}`).join(', ');
  const counts = checks.map((_, index) => `count(*) FILTER (WHERE NOT c${index})::INTEGER`).join(', ');
  const broken = await one(duck, `SELECT ${counts} FROM (SELECT ${held} FROM t)`);
  const first = checks.findIndex((_, index) => Number(broken[index]) > 0);
  const check = checks[first];
  if (check === undefined) return;
  const times = Number(broken[first]);
  throw new DataError(`${name}: ${times} ${times === 1 ? 'row breaks' : 'rows break'} what ${title} says: ${check.message}.`);
}
