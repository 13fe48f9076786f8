import { dateOfDay, dayNumber } from '../states/dates.ts';
import type { Row } from '../table/table.ts';
import { codeOf } from './alliance.ts';

/** The columns a date stands in: year, month, day. */
export type DateColumns = readonly [year: string, month: string, day: string];

export const SIGNED: DateColumns = ['begyr', 'begmo', 'begday'];
export const ENDED: DateColumns = ['endyr', 'endmo', 'endday'];
export const ENTERED: DateColumns = ['yrent', 'moent', 'dayent'];
export const LEFT: DateColumns = ['yrexit', 'moexit', 'dayexit'];

const two = (value: number): string => String(value).padStart(2, '0');

/** A date of a row, `1844-06` where the day is not known; undefined for ATOP's 0, "in effect on the last day of the data". */
export function dateIn(row: Row, [yearName, monthName, dayName]: DateColumns): string | undefined {
  const [year, month, day] = [codeOf(row, yearName), codeOf(row, monthName), codeOf(row, dayName)];
  if (year === undefined || year === 0) return undefined;
  if (month === undefined || month === 0) return String(year);
  return day === undefined || day === 0 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/**
 * The first day on which an agreement binds no longer. ATOP's end is the last day of the promise, so that one broken by
 * an attack is in force on the day of the attack. Where the day is not known, the month as ATOP has it.
 */
export function afterEnd(end: string): string {
  return end.length === 10 ? dateOfDay(dayNumber(end) + 1) : end;
}
