import { UserError } from './user-error.ts';

/**
 * A whole number from 0 that the user named, where one is given.
 * @param where the flag, for the error
 * @throws {UserError} where it is something else
 */
export function wholeNumber(text: string | undefined, where: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UserError(`${where}: '${text}' is no whole number of up to nine digits.`);
  return Number(text);
}
