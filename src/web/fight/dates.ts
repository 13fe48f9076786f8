import type { IsoDate } from '../../core/states/types.ts';

/** The first and the last day the page can ask about. */
export const FIRST_DAY: IsoDate = '1815-01-01';
export const LAST_DAY: IsoDate = '2026-12-31';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const DAY = 86_400_000;

/** Milliseconds of a day in UTC; unlike `Date.UTC` it does not read years below 100 as 19xx. */
const time = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);
const iso = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10);

/** "28 July". */
export function dayAndMonth(date: IsoDate): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;
}

/** Moves a date by days. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return iso(time(date) + days * DAY);
}

/** Moves a date by years; 29 February becomes the 28th where there is none. */
export function addYears(date: IsoDate, years: number): IsoDate {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  const moved = `${year}${date.slice(4)}`;
  return isDate(moved) ? moved : `${year}-02-28`;
}

/** Whether it is a day of the calendar, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time(text)) && iso(time(text)) === text;
}

/** The date held within the span the page covers. */
export function clampDate(date: IsoDate): IsoDate {
  return date < FIRST_DAY ? FIRST_DAY : date > LAST_DAY ? LAST_DAY : date;
}

/** Years with a fraction: 1914-07-02 is 1914.5. */
export function toYears(date: IsoDate): number {
  const year = Number(date.slice(0, 4));
  const start = time(`${date.slice(0, 4)}-01-01`);
  const end = time(`${String(year + 1).padStart(4, '0')}-01-01`);
  return year + (time(date) - start) / (end - start);
}

/** The day a fractional year falls on. */
export function fromYears(years: number): IsoDate {
  const year = Math.floor(years);
  const start = time(`${year}-01-01`);
  const length = time(`${year + 1}-01-01`) - start;
  return iso(start + Math.floor(((years - year) * length) / DAY) * DAY);
}

const monthNumber = (word: string): number => {
  const head = word.toLowerCase().replace(/\.$/, '');
  const found = MONTHS.findIndex((name) => head.length >= 3 && name.toLowerCase().startsWith(head));
  return head === 'sept' ? 9 : found + 1;
};

const build = (year: string, month: number, day: number): IsoDate | null => {
  const text = `${year.padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDate(text) ? text : null;
};

/**
 * Reads a date as people type it: 1914-07-28, 28 July 1914, July 28, 1914, 28.7.1914, 7/28/1914, July 1914, 1914, today.
 * With slashes the month comes first unless only the other order is a date. A missing day or month is the first.
 * Returns null where no day can be read.
 */
export function parseDate(text: string, today?: IsoDate): IsoDate | null {
  const typed = text
    .trim()
    .replace(/(\d)(st|nd|rd|th)\b/gi, '$1')
    .replaceAll(',', ' ')
    .replace(/\s+/g, ' ');
  if (/^(today|now)$/i.test(typed)) return today ?? null;
  const numbers = /^(\d{4})(?:[-./ ](\d{1,2}))?(?:[-./ ](\d{1,2}))?$/.exec(typed);
  if (numbers) return build(numbers[1] ?? '', Number(numbers[2] ?? 1), Number(numbers[3] ?? 1));
  const dotted = /^(\d{1,2})[. -](\d{1,2})[. -](\d{4})$/.exec(typed.replaceAll('. ', '.'));
  if (dotted) return build(dotted[3] ?? '', Number(dotted[2]), Number(dotted[1]));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed);
  if (slashed) {
    const [, a, b, year = ''] = slashed;
    return build(year, Number(a), Number(b)) ?? build(year, Number(b), Number(a));
  }
  const worded = /^(?:(\d{1,2})[. ]*)?([a-z]{3,}\.?) (?:(\d{1,2}) )?(\d{4})$/i.exec(typed.replaceAll('-', ' '));
  if (worded) {
    const month = monthNumber(worded[2] ?? '');
    return month ? build(worded[4] ?? '', month, Number(worded[1] ?? worded[3] ?? 1)) : null;
  }
  return null;
}
