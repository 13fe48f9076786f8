import { compareText } from '../text/compare.ts';
import type { IsoDate, Span } from './types.ts';

/**
 * Dates as strings: `YYYY-MM-DD`, proleptic Gregorian, years 0000 to 9999, which compare as text. No clock and no time zone.
 * Where a text knows only the year or the month (`1894`, `1894-01`), the first day stands for it.
 */

/** First and last day the program accepts for an event or a query. */
export const FIRST_DATE: IsoDate = '1815-01-01';
export const LAST_DATE: IsoDate = '2100-12-31';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DURATION = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The parts of a date, missing ones taken as 1; undefined where the calendar has no such date. */
function partsOf(text: string): Parts | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, year, month = '01', day = '01'] = match;
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  if (parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > daysInMonth(parts.year, parts.month)) return undefined;
  return parts;
}

function knownParts(text: string): Parts {
  const parts = partsOf(text);
  if (!parts) throw new RangeError(`'${text}' is not a date of the calendar; expected YYYY-MM-DD`);
  return parts;
}

function textOf({ year, month, day }: Parts): IsoDate {
  if (year < 0 || year > 9999) throw new RangeError(`the year ${year} lies outside 0000 to 9999`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether `text` is a full date the calendar knows: 30 February is not. */
export function isRealDate(text: string): boolean {
  return text.length === 10 && partsOf(text) !== undefined;
}

/** Whether `text` is a date, or the year or month of one: `1894`, `1894-01`, `1894-01-04`. */
export function isPartialDate(text: string): boolean {
  return partsOf(text) !== undefined;
}

/** Whether a date lies in the span the program works on, `FIRST_DATE` to `LAST_DATE`. */
export function isInRange(date: IsoDate): boolean {
  return date >= FIRST_DATE && date <= LAST_DATE;
}

/** The first day a text stands for: `1894-01` is `1894-01-01`. Throws RangeError where the calendar has no such date. */
export function normalizeDate(text: string): IsoDate {
  const parts = knownParts(text);
  return text.length === 10 ? text : textOf(parts);
}

/** Negative, zero or positive as `a` is before, on or after `b`; dates known by year or month count as their first day. */
export function compareDates(a: IsoDate, b: IsoDate): number {
  return compareText(normalizeDate(a), normalizeDate(b));
}

/** Whether a day lies in a half-open span. */
export function inSpan(span: Span, date: IsoDate): boolean {
  return (span.from === undefined || span.from <= date) && (span.to === undefined || date < span.to);
}

/** Whether a day lies in one of the spans; never where there are none. */
export function inSpans(spans: readonly Span[] | undefined, date: IsoDate): boolean {
  return spans !== undefined && spans.some((span) => inSpan(span, date));
}

/** Whether two half-open spans share a day. */
export function spansOverlap(a: Span, b: Span): boolean {
  const aEndsFirst = a.to !== undefined && b.from !== undefined && a.to <= b.from;
  const bEndsFirst = b.to !== undefined && a.from !== undefined && b.to <= a.from;
  return !aEndsFirst && !bEndsFirst;
}

/** Days since 1 March 0000: the year turns in March, so that a leap day comes last. */
export function dayNumber(date: IsoDate): number {
  const { year, month, day } = knownParts(date);
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear;
}

/** The date of a day number; throws RangeError past the years 0000 to 9999. */
export function dateOfDay(number: number): IsoDate {
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return textOf({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day });
}

/** Days from `a` to `b`, negative where `b` is earlier. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** Whether `text` is an ISO 8601 duration in years, months, weeks and days: P1Y6M. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

function shift(date: IsoDate, duration: string, sign: 1 | -1): IsoDate {
  const match = DURATION.exec(duration);
  if (!match) throw new RangeError(`'${duration}' is not a duration; expected years, months, weeks or days, such as P1Y6M`);
  const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const { year, month, day } = knownParts(date);
  const monthNumber = 12 * year + (month - 1) + sign * (12 * years + months);
  const shiftedYear = Math.floor(monthNumber / 12);
  const shiftedMonth = monthNumber - 12 * shiftedYear + 1;
  const shiftedDay = Math.min(day, daysInMonth(shiftedYear, shiftedMonth));
  const shifted = textOf({ year: shiftedYear, month: shiftedMonth, day: shiftedDay });
  return dateOfDay(dayNumber(shifted) + sign * (7 * weeks + days));
}

/**
 * The date a duration later. Years and months first, to the last day of a shorter month (31 January and P1M: 28 February),
 * then weeks and days. Throws RangeError for a malformed date or duration.
 */
export function addDuration(date: IsoDate, duration: string): IsoDate {
  return shift(date, duration, 1);
}

/** The date a duration earlier, by the same rule as `addDuration`. */
export function subtractDuration(date: IsoDate, duration: string): IsoDate {
  return shift(date, duration, -1);
}

/** A date in words: "28 July 1914", "January 1894", "1894". Throws RangeError where the calendar has no such date. */
export function formatDate(text: string): string {
  const { year, month, day } = knownParts(text);
  if (text.length === 4) return String(year);
  const monthAndYear = `${MONTHS[month - 1] ?? ''} ${year}`;
  return text.length === 7 ? monthAndYear : `${day} ${monthAndYear}`;
}
