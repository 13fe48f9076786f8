import { isAtopReference } from '../atop-reference.ts';
import { dayOrYearOf } from '../dates.ts';
import { draftNamed } from '../drafts/drafts.ts';
import { findTreaty } from '../find-treaty.ts';
import type { NamedTreaty } from '../treaties-named.ts';
import { draftOf } from '../../core/treaty/draft-reference.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import type { VerbPlace } from './define.ts';

/** Programs name treaties of the catalog, drafts of the workspace and alliances of ATOP; never files. */

async function treatiesOf(word: string, { catalog, workspace }: VerbPlace): Promise<readonly Treaty[]> {
  const draft = draftOf(word);
  if (draft !== undefined) return [draftNamed(workspace, draft)];
  if (!isAtopReference(word)) return [findTreaty(catalog().treaties, word)];
  const { atopTreatiesNamed } = await import('../atop.ts');
  return atopTreatiesNamed(word, catalog(), { workspace, cwd: workspace, env: {} });
}

/** The treaty of a name, and the day it is asked for. @throws {UserError} where there is none */
export async function treatyAsked(name: string, place: VerbPlace): Promise<NamedTreaty> {
  const [word = '', day] = name.split('@');
  const [treaty] = await treatiesOf(word, place);
  return { treaty: treaty ?? findTreaty([], word), name, ...(day !== undefined && { date: dayOrYearOf(day, name) }) };
}

/** The treaties that a question adds and looks at. @throws {UserError} as `treatyAsked` */
export async function treatiesInPlay(
  { treaties = [], only = [] }: { readonly treaties?: readonly string[]; readonly only?: readonly string[] },
  place: VerbPlace,
): Promise<{ readonly drafts: readonly Treaty[]; readonly only: readonly string[] }> {
  const drafts: Treaty[] = [];
  for (const word of treaties) drafts.push(...(await treatiesOf(word, place)));
  const ids: string[] = [];
  for (const word of only) {
    const found = await treatiesOf(word, place);
    if (word.includes(':')) drafts.push(...found);
    ids.push(...found.map(({ id }) => id));
  }
  return { drafts, only: ids };
}
