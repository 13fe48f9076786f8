import { UserError } from '../user-error.ts';

/**
 * A number above zero that the user named.
 * @param where the flag, for the error
 * @throws {UserError} where it is none
 */
export function numberOf(text: string, where: string): number {
  const value = /^(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (!(value > 0)) throw new UserError(`${where}: '${text}' is not a number above 0.`);
  return value;
}
