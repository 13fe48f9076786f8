import type { DuckDBConnection } from '@duckdb/node-api';
import { DataError } from '../data-error.ts';
import { identifier } from '../duck/open.ts';
import type { TableSpec } from '../source.ts';

/** What a file turned into. */
export interface FileRead {
  readonly rows: number;
  /** First and last year found in a column `year`, where the table has one. */
  readonly years?: readonly [number, number];
  /** What a reader of the import should know: another row count than published, columns passed over. */
  readonly notes: readonly string[];
}

const grouped = (number: number): string => number.toLocaleString('en-US');

/** The first row of a query's result; empty where there is none. */
export async function firstRow(duck: DuckDBConnection, sql: string): Promise<readonly unknown[]> {
  const [row = []] = (await duck.runAndReadAll(sql)).getRows();
  return row;
}

/**
 * Checks the temporary table `t` against what the source says of it: rows, key, conditions, coverage.
 * @param present the columns of the file
 * @param found the column of the file for each variable
 * @throws {DataError} where it is not what the source publishes
 */
export async function checkTable(
  duck: DuckDBConnection,
  spec: TableSpec,
  name: string,
  present: readonly string[],
  found: ReadonlyMap<string, string | undefined>,
): Promise<FileRead> {
  const [rows] = await firstRow(duck, 'SELECT count(*)::INTEGER FROM t');
  if (Number(rows) === 0) throw new DataError(`${name}: holds no row of ${spec.title}.`);
  const notes: string[] = [];
  const used = new Set(found.values());
  const passedOver = present.filter((column) => !used.has(column));
  if (passedOver.length > 0 && passedOver.length < present.length) notes.push(`columns passed over: ${passedOver.join(', ')}`);
  if (spec.publishedRows !== undefined && spec.publishedRows !== rows) {
    notes.push(`${grouped(Number(rows))} ${rows === 1 ? 'row' : 'rows'}, where the edition known to foedus has ${grouped(spec.publishedRows)}`);
  }
  if (spec.key.length > 0) {
    const key = spec.key.map(identifier).join(', ');
    const [distinct] = await firstRow(duck, `SELECT count(*)::INTEGER FROM (SELECT DISTINCT ${key} FROM t)`);
    if (distinct !== rows) {
      const doubles = `SELECT concat_ws(', ', ${key}) AS k FROM t GROUP BY ${key} HAVING count(*) > 1`;
      const [twice, example] = await firstRow(duck, `SELECT count(*)::INTEGER, min(k) FROM (${doubles})`);
      throw new DataError(
        `${name}: ${String(twice)} ${Number(twice) === 1 ? 'key stands' : 'keys stand'} more than once (${spec.key.join(', ')}: ${String(example)}).`,
        [`${spec.title} has one row for each ${spec.key.join(', ')}.`],
      );
    }
  }
  await checkConditions(duck, spec, name);
  if (spec.columns['year'] === undefined) return { rows: Number(rows), notes };
  const [from, to] = await firstRow(duck, 'SELECT min(year)::INTEGER, max(year)::INTEGER FROM t');
  const years = [Number(from), Number(to)] as const;
  if (spec.coverage !== undefined && (years[0] < spec.coverage[0] || years[1] > spec.coverage[1])) {
    notes.push(`covers ${years[0]} to ${years[1]}, where ${spec.coverage[0]} to ${spec.coverage[1]} was expected: another edition`);
  }
  return { rows: Number(rows), years, notes };
}

/** The source's own conditions, all in one pass. @throws {DataError} of the first that does not hold in every row */
async function checkConditions(duck: DuckDBConnection, { checks = [], title }: TableSpec, name: string): Promise<void> {
  if (checks.length === 0) return;
  const breaks = (holds: string): string => `NOT coalesce((${holds}), true)`;
  const [any] = await firstRow(duck, `SELECT count(*)::INTEGER FROM t WHERE ${checks.map(({ holds }) => breaks(holds)).join(' OR ')}`);
  if (Number(any) === 0) return;
  for (const { holds, message } of checks) {
    const [broken] = await firstRow(duck, `SELECT count(*)::INTEGER FROM t WHERE ${breaks(holds)}`);
    const times = Number(broken);
    if (times > 0) throw new DataError(`${name}: ${times} ${times === 1 ? 'row breaks' : 'rows break'} what ${title} says: ${message}.`);
  }
}
