import { hashText } from '../disk/hash.ts';
import type { TableSpec } from '../source.ts';

/** A hash of a table's description: what a file turns into hangs on it beside the file's bytes. */
export function readerOf(table: TableSpec): string {
  return hashText(JSON.stringify(table, (_, value: unknown) => (value instanceof RegExp ? String(value) : value)));
}
