import { UserError } from '../user-error.ts';

/**
 * The result of a calculation of core; what it refuses is a mistake in what the user gave.
 * @param where the file or flag that the numbers came from
 * @throws {UserError}
 */
export function answer<T>(where: string, calculate: () => T): T {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${where}: ${error.message}.`, [], { cause: error });
    throw error;
  }
}
