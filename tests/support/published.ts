import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withDuck } from '../../src/data/duck/open.ts';
import { readFile, type FileRead } from '../../src/data/import/read-file.ts';
import { recognize } from '../../src/data/import/recognize.ts';
import type { Source, TableSpec } from '../../src/data/source.ts';

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** What a file gives: the rows in the order of its key, and what the reader says of it. */
export interface Published extends FileRead {
  readonly table: string;
  readonly found: readonly Row[];
}

/** Values as SQL: what is not a number or a text comes as text. */
const valueOf = (value: unknown): Value => (value === null || typeof value === 'number' || typeof value === 'string' ? value : String(value));

/**
 * Reads a made-up file under a published name, as an import does: the name says which table and layout it is.
 * @throws where no table of the source has a layout of that name, and as `readFile` does
 */
export async function published(source: Source, name: string, content: string | Uint8Array): Promise<Published> {
  const [recognized] = recognize(name, [source]);
  if (recognized === undefined) throw new Error(`${name}: no table of ${source.id} is published under this name`);
  const { table, layout } = recognized;
  const folder = mkdtempSync(path.join(tmpdir(), 'foedus-published-'));
  try {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return await withDuck(async (duck) => {
      const read = await readFile(duck, file, table, layout, name);
      const key = table.key.map((column) => `"${column}"`).join(', ');
      const result = await duck.runAndReadAll(`SELECT * FROM t${key === '' ? '' : ` ORDER BY ${key}`}`);
      const names = result.columnNames();
      return { ...read, table: table.id, found: result.getRows().map((row) => Object.fromEntries(row.map((value, i) => [names[i] ?? '', valueOf(value)]))) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A value that every column of a kind takes: made-up rows fill with it what a test says nothing of. */
const filler = (table: TableSpec, column: string): string => {
  const variable = table.columns[column];
  const [code] = Object.keys(variable?.valueLabels ?? {});
  return code ?? (variable?.kind === 'text' ? 'x' : '1');
};

/** A CSV with every column of a table, made up: the values a test gives, else the first labeled code, 1 or x. */
export function madeUp(
  source: Source,
  id: string,
  rows: readonly Readonly<Record<string, string | number>>[],
  rename: Readonly<Record<string, string>> = {},
): string {
  const table = source.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`${source.id} has no table ${id}`);
  const columns = Object.keys(table.columns);
  const unknown = rows.flatMap((row) => Object.keys(row)).filter((name) => !columns.includes(name));
  if (unknown.length > 0) throw new Error(`${source.id} ${id} has no ${unknown.join(', ')}`);
  const quoted = (value: string | number): string => (typeof value === 'string' && /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value));
  const lines = rows.map((row) => columns.map((name) => quoted(row[name] ?? filler(table, name))).join(','));
  return `${[columns.map((name) => rename[name] ?? name).join(','), ...lines].join('\n')}\n`;
}
