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
