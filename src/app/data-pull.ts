import { pullSources, type PullOptions, type Pulled } from '../data/pull/index.ts';
import { sourceNamed } from '../data/store/store.ts';
import { UserError } from './user-error.ts';
import { asUser } from './with-store.ts';

export type { Pulled, PullProgress } from '../data/pull/index.ts';

/**
 * Fetches sources from their official addresses and imports them.
 * @throws {UserError} for a name that is no source, none named, or a store that cannot be used; what fails of a source is reported instead
 */
export function pull(workspace: string, names: readonly string[], options: PullOptions): Promise<readonly Pulled[]> {
  return asUser(() => {
    if (names.length === 0) throw new UserError("name the sources to fetch, such as 'foedus data pull nmc atop'; 'foedus data list' shows them.");
    return pullSources(workspace, names.map(sourceNamed), options);
  });
}
