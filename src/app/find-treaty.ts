import type { Catalog } from '../core/catalog.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { didYouMean, idsNear } from './did-you-mean.ts';
import { UserError } from './user-error.ts';

/**
 * A treaty of the catalog by its id.
 * @throws {UserError} naming the nearest ones where there is none
 */
export function findTreaty(treaties: readonly Treaty[], id: string): Treaty {
  const found = treaties.find((treaty) => treaty.id === id);
  if (found !== undefined) return found;
  const near = idsNear(
    id,
    treaties.map((treaty) => [treaty.id, treaty.name, treaty.short] as const),
  );
  throw new UserError(`there is no treaty '${id}'. ${didYouMean(near, "'foedus catalog list' shows them all.")}`);
}

/** The catalog's treaties with drafts added, each in place of the one with its id; then only those asked for. */
export function selectTreaties(catalog: Pick<Catalog, 'treaties'>, drafts: readonly Treaty[], only: readonly string[]): readonly Treaty[] {
  const byId = new Map(catalog.treaties.map((treaty) => [treaty.id, treaty]));
  for (const draft of drafts) byId.set(draft.id, draft);
  const all = [...byId.values()];
  return only.length === 0 ? all : only.map((id) => findTreaty(all, id));
}
