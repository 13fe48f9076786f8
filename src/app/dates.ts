import { FIRST_DATE, isInRange, isRealDate, LAST_DATE } from '../core/states/dates.ts';
import type { IsoDate } from '../core/states/types.ts';
import { UserError } from './user-error.ts';

/**
 * A day the user named.
 * @param where the flag or field, for the error
 * @throws {UserError} where no calendar has it, or the program's span does not
 */
export function dayOf(text: string, where = '--date'): IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new UserError(`${where}: '${text}' is not a date; write it as YYYY-MM-DD, such as 1914-07-28.`);
  if (!isRealDate(text)) throw new UserError(`${where}: there is no ${text} in the calendar.`);
  if (!isInRange(text)) throw new UserError(`${where}: ${text} is out of range; foedus covers ${FIRST_DATE} to ${LAST_DATE}.`);
  return text;
}

/** A day the user named, or the middle of a year. @throws {UserError} as `dayOf` and `yearOf` */
export function dayOrYearOf(text: string, where: string): IsoDate {
  return /^\d{4}$/.test(text) ? `${yearOf(text, where)}-07-01` : dayOf(text, where);
}

const FIRST_YEAR = Number(FIRST_DATE.slice(0, 4));
const LAST_YEAR = Number(LAST_DATE.slice(0, 4));

/**
 * A year the user named.
 * @param where the flag or field, for the error
 * @throws {UserError} where it is no year of the program's span
 */
export function yearOf(text: string, where = '--year'): number {
  if (!/^\d{4}$/.test(text)) throw new UserError(`${where}: '${text}' is not a year; write it as four digits, such as 1914.`);
  const year = Number(text);
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new UserError(`${where}: ${year} is out of range; foedus covers ${FIRST_YEAR} to ${LAST_YEAR}.`);
  return year;
}

/**
 * A span of years the user named: `1816-2016`, or one year.
 * @param where the flag or field, for the error
 * @throws {UserError} where it is no span of years
 */
export function yearsOf(text: string, where = '--years'): readonly [first: number, last: number] {
  const [first = '', last = first, ...more] = text.split('-');
  if (more.length > 0) throw new UserError(`${where}: '${text}' is no span of years; write 1816-2016, or one year.`);
  const span = [yearOf(first, where), yearOf(last, where)] as const;
  if (span[0] > span[1]) throw new UserError(`${where}: ${text} runs backward; write the earlier year first.`);
  return span;
}
