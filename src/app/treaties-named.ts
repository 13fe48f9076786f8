import type { Catalog } from '../core/catalog.ts';
import type { IsoDate } from '../core/states/types.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { isAtopReference } from './atop-reference.ts';
import { dayOrYearOf } from './dates.ts';
import { findTreaty } from './find-treaty.ts';
import { UserError } from './user-error.ts';
import type { Workplace } from './workplace.ts';

/** A treaty as the user named it: an id of the catalog, a file, or an alliance of ATOP, and the day it is asked for. */
export interface NamedTreaty {
  readonly treaty: Treaty;
  readonly date?: IsoDate;
  /** As the user wrote it. */
  readonly name: string;
}

/** Whether a word names a file rather than an id: it has a folder in it, or ends as a treaty file does. */
function looksLikeFile(word: string): boolean {
  return /[\\/]/.test(word) || /\.(ya?ml|json)$/i.test(word);
}

/**
 * The treaty that `nato`, `draft.yaml`, `atop:3180` or, as of a day, `nato@1955-05-06` names; `nato@1955` is as of the middle of the year.
 * @throws {UserError} where there is none or are several, the file is faulty, or no calendar has the day
 */
export async function treatyNamed(catalog: () => Catalog, name: string, where: Workplace): Promise<NamedTreaty> {
  const cut = name.lastIndexOf('@');
  const word = cut > 0 ? name.slice(0, cut) : name;
  const date = cut > 0 ? { date: dayOrYearOf(name.slice(cut + 1), name) } : {};
  const [treaty, ...others] = await treatiesOf(catalog, word, where);
  if (treaty === undefined || others.length > 0) throw new UserError(`${word}: names ${others.length + 1} treaties; name one.`);
  return { treaty, name, ...date };
}

/** Several, in the order named; `atop:all` stands for every alliance of ATOP. @throws {UserError} as `treatyNamed` */
export async function treatiesNamed(catalog: () => Catalog, names: readonly string[], where: Workplace): Promise<Treaty[]> {
  const found: Treaty[] = [];
  for (const name of names) {
    if (name.lastIndexOf('@') > 0) found.push((await treatyNamed(catalog, name, where)).treaty);
    else found.push(...(await treatiesOf(catalog, name, where)));
  }
  return found;
}

async function treatiesOf(catalog: () => Catalog, word: string, where: Workplace): Promise<readonly Treaty[]> {
  if (isAtopReference(word)) {
    const { atopTreatiesNamed } = await import('./atop.ts');
    return atopTreatiesNamed(word, catalog(), where);
  }
  if (!looksLikeFile(word)) return [findTreaty(catalog().treaties, word)];
  const { parseTreatyFile } = await import('./treaty-file.ts');
  return [parseTreatyFile(word, where.cwd).treaty];
}
