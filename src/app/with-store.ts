import { DataError } from '../data/data-error.ts';
import { withStore, type Store } from '../data/store/store.ts';
import { UserError } from './user-error.ts';

export { storeFolder } from './store-folder.ts';

/** Runs work of the data layer; its errors become the user's. @throws {UserError} */
export async function asUser<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DataError) throw new UserError(error.message, error.detail, { cause: error });
    throw error;
  }
}

/** Opens the store of a workspace for the time of `work`. @throws {UserError} where something needed is not in it */
export function usingStore<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  return asUser(() => withStore(folder, work));
}
