import type { Catalog } from '../core/catalog.ts';
import { nearest } from '../core/text/nearest.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { UserError } from './user-error.ts';

/** Ids whose id, name or short name is near to what was typed, or holds it. */
function suggestions(treaties: readonly Treaty[], typed: string): string[] {
  const idOf = new Map<string, string>();
  for (const { id, name, short } of treaties) for (const word of [id, name, short]) if (word !== undefined) idOf.set(word, id);
  const lower = typed.toLowerCase();
  const holding = [...idOf.keys()].filter((word) => lower.length >= 3 && word.toLowerCase().includes(lower));
  const ids = [...nearest(typed, idOf.keys()), ...holding].map((word) => idOf.get(word) ?? word);
  return [...new Set(ids)].slice(0, 3);
}

/**
 * A treaty of the catalog by its id.
 * @throws {UserError} naming the nearest ones where there is none
 */
export function findTreaty(treaties: readonly Treaty[], id: string): Treaty {
  const found = treaties.find((treaty) => treaty.id === id);
  if (found !== undefined) return found;
  const near = suggestions(treaties, id);
  const hint = near.length === 0 ? "'foedus catalog list' shows them all." : `Did you mean ${near.join(' or ')}?`;
  throw new UserError(`there is no treaty '${id}'. ${hint}`);
}

/** The catalog's treaties with drafts added, each in place of the one with its id; then only those asked for. */
export function selectTreaties(catalog: Pick<Catalog, 'treaties'>, drafts: readonly Treaty[], only: readonly string[]): readonly Treaty[] {
  const byId = new Map(catalog.treaties.map((treaty) => [treaty.id, treaty]));
  for (const draft of drafts) byId.set(draft.id, draft);
  const all = [...byId.values()];
  return only.length === 0 ? all : only.map((id) => findTreaty(all, id));
}
