import type { Catalog } from '../core/catalog.ts';
import { createRegistry } from '../core/states/registry.ts';
import type { StateId } from '../core/states/types.ts';
import { UserError } from './user-error.ts';

/**
 * The state of an id the user gave.
 * @param where the flag or field, for the error
 * @throws {UserError} naming the nearest ones where there is none
 */
export function knownState(catalog: Catalog, id: string, where: string): StateId {
  if (catalog.states.some((state) => state.id === id)) return id;
  throw new UserError(`${where}: ${createRegistry(catalog.states).explainUnknownState(id)}`);
}
