import type { IsoDate } from './types.ts';

/** A date with an unknown month or day set to the first: `1894` is `1894-01-01`, `1894-01` is `1894-01-01`. */
export function normalizeDate(date: string): IsoDate {
  if (date.length === 4) return `${date}-01-01`;
  if (date.length === 7) return `${date}-01`;
  return date;
}
