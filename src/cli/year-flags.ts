import { yearOf, yearsOf } from '../app/dates.ts';
import { UserError } from '../app/user-error.ts';
import type { Input } from './command.ts';

/** The years of `--year` or `--years`. @throws {UserError} where neither or both are given, or one is no year */
export function spanOf(input: Input): readonly [first: number, last: number] {
  const [year, years] = [input.flag('year'), input.flag('years')];
  if (year !== undefined && years !== undefined) throw new UserError('--year and --years do not go together: give one.');
  if (year !== undefined) return [yearOf(year), yearOf(year)];
  if (years !== undefined) return yearsOf(years);
  throw new UserError('which years? Give --year 1914, or --years 1816-2018.');
}
