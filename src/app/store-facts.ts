import { loadCatalog } from './load-catalog.ts';
import type { Facts } from './measures/define.ts';
import { usingStore } from './with-store.ts';

/** Where measures find facts: the catalog of this build, and the store of a workspace. */
export function storeFacts(folder: string): Facts {
  return { catalog: loadCatalog, store: (work) => usingStore(folder, work) };
}
