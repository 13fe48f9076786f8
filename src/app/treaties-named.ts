import type { Catalog } from '../core/catalog.ts';
import type { IsoDate } from '../core/states/types.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { dayOf } from './dates.ts';
import { findTreaty } from './find-treaty.ts';

/** A treaty as the user named it: an id of the catalog or a file, and the day it is asked for. */
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
 * The treaty that `nato`, `draft.yaml` or, as of a day, `nato@1955-05-06` names.
 * @throws {UserError} where there is none, the file is faulty, or no calendar has the day
 */
export async function treatyNamed(catalog: () => Catalog, name: string, cwd: string): Promise<NamedTreaty> {
  const cut = name.lastIndexOf('@');
  const word = cut > 0 ? name.slice(0, cut) : name;
  const date = cut > 0 ? { date: dayOf(name.slice(cut + 1), name) } : {};
  if (!looksLikeFile(word)) return { treaty: findTreaty(catalog().treaties, word), name, ...date };
  const { parseTreatyFile } = await import('./treaty-file.ts');
  return { treaty: parseTreatyFile(word, cwd).treaty, name, ...date };
}

/** Several, in the order named. */
export async function treatiesNamed(catalog: () => Catalog, names: readonly string[], cwd: string): Promise<Treaty[]> {
  const found: Treaty[] = [];
  for (const name of names) found.push((await treatyNamed(catalog, name, cwd)).treaty);
  return found;
}
