import { dayOf, yearOf } from '../app/dates.ts';
import { UserError } from '../app/user-error.ts';
import type { Input } from './command.ts';

/**
 * The day asked for by `--date`, or by `--year` the middle of one.
 * @throws {UserError} where both are given, or no calendar has the day
 */
export function askedDay(input: Input, otherwise: string): string {
  const [date, year] = [input.flag('date'), input.flag('year')];
  if (date !== undefined && year !== undefined) throw new UserError('--date and --year do not go together: give one.');
  if (year !== undefined) return `${yearOf(year)}-07-01`;
  return date === undefined ? otherwise : dayOf(date);
}
