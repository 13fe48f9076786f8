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

/** Whether a treaty is an alliance of ATOP, or a phase of one, as `src/core/atop` writes it. */
function isOfAtop({ id, atop }: Treaty): boolean {
  return atop !== undefined && (id === `atop-${atop}` || id.startsWith(`atop-${atop}-`));
}

/** ATOP numbers of the alliances among some treaties that stand in place of the catalog's. */
export function recodedIn(treaties: readonly Treaty[]): ReadonlySet<number> {
  return new Set(treaties.filter(isOfAtop).flatMap(({ atop }) => (atop === undefined ? [] : [atop])));
}

/**
 * The catalog's treaties with drafts added, each in place of the one with its id; an alliance of ATOP in place of every
 * treaty of the catalog with its number. Then only those asked for.
 */
export function selectTreaties(catalog: Pick<Catalog, 'treaties'>, drafts: readonly Treaty[], only: readonly string[]): readonly Treaty[] {
  const recoded = recodedIn(drafts);
  const kept = catalog.treaties.filter(({ atop }) => atop === undefined || !recoded.has(atop));
  const byId = new Map(kept.map((treaty) => [treaty.id, treaty]));
  for (const draft of drafts) byId.set(draft.id, draft);
  const all = [...byId.values()];
  return only.length === 0 ? all : only.map((id) => findTreaty(all, id));
}
