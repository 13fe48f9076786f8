import { csv } from '../core/formats/csv.ts';

/** Records as CSV with the names of the first one's fields for a header; null is empty. */
export function recordsCsv(rows: readonly Readonly<Record<string, number | string | boolean | null | undefined>>[]): string {
  const names = Object.keys(rows[0] ?? {});
  return csv([names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))]);
}
