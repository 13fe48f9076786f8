import type { Catalog } from '../core/catalog.ts';
import type { World } from '../core/states/world.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { isAtopReference } from './atop-reference.ts';
import type { Workplace } from './workplace.ts';

/** Which treaties a question is put to, beside the catalog's. */
export interface TreatiesInPlay {
  /** Added, or in place of the catalog's: see `selectTreaties`. */
  readonly drafts: readonly Treaty[];
  /** Ids of those to look at; all when empty. */
  readonly only: readonly string[];
}

/**
 * The treaties that flags name.
 * @param added files, or alliances of ATOP: `draft.yaml`, `atop:3180`, `atop:all`
 * @param only ids, or alliances of ATOP, which are added
 * @throws {UserError} where a file is faulty or an alliance unknown
 */
export async function treatiesInPlay(
  { added, only }: { readonly added: readonly string[]; readonly only: readonly string[] },
  { catalog, world, where }: { readonly catalog: Catalog; readonly world: World; readonly where: Workplace },
): Promise<TreatiesInPlay> {
  const drafts: Treaty[] = [];
  const ids: string[] = [];
  for (const word of added) {
    if (isAtopReference(word)) drafts.push(...(await alliances(word, catalog, where)));
    else {
      const { readDraft } = await import('./draft-file.ts');
      drafts.push(readDraft(word, where.cwd, world));
    }
  }
  for (const word of only) {
    if (!isAtopReference(word)) {
      ids.push(word);
      continue;
    }
    const found = await alliances(word, catalog, where);
    drafts.push(...found);
    ids.push(...found.map(({ id }) => id));
  }
  return { drafts, only: ids };
}

async function alliances(word: string, catalog: Catalog, where: Workplace): Promise<readonly Treaty[]> {
  const { atopTreatiesNamed } = await import('./atop.ts');
  return atopTreatiesNamed(word, catalog, where);
}
