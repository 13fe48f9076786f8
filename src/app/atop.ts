import type { Catalog } from '../core/catalog.ts';
import { atopTreaties, type AtopTreaties } from '../core/atop/index.ts';
import { createRegistry } from '../core/states/registry.ts';
import { nearest } from '../core/text/nearest.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import type { Store } from '../data/store/store.ts';
import { atopReference } from './atop-reference.ts';
import { didYouMean } from './did-you-mean.ts';
import { UserError } from './user-error.ts';
import { storeFolder, usingStore } from './with-store.ts';
import type { Workplace } from './workplace.ts';

/** ATOP of a store as treaties. @throws {DataError} where the store does not hold it */
export async function readAtopTreaties(store: Store, { states }: Pick<Catalog, 'states'>): Promise<AtopTreaties> {
  const [phase, member] = [await store.read('atop', 'phase'), await store.read('atop', 'member')];
  const institutions = store.has('atop', 'institutions') ? { institutions: await store.read('atop', 'institutions') } : {};
  const dyads = store.has('atop', 'directed-dyad-year') ? { dyads: await store.read('atop', 'directed-dyad-year', undefined, []) } : {};
  return atopTreaties({ phase, member, ...institutions, ...dyads }, createRegistry(states));
}

/** Every alliance of ATOP in the store, with the version that is in use. @throws {UserError} where the store lacks it */
export function storedAtop(folder: string, catalog: Catalog): Promise<{ readonly version: string; readonly treaties: readonly Treaty[] }> {
  return usingStore(folder, async (store) => {
    const atop = await readAtopTreaties(store, catalog);
    return { version: store.entry('atop')?.version ?? '', treaties: atop.all().map(({ treaty }) => treaty) };
  });
}

/**
 * The treaties that `atop:3180`, `atop:1350.2` or `atop:all` names, from the store of the workplace.
 * @throws {UserError} where the store lacks ATOP, or ATOP the alliance or phase
 */
export function atopTreatiesNamed(word: string, catalog: Catalog, { workspace, cwd, env }: Workplace): Promise<readonly Treaty[]> {
  const wanted = atopReference(word);
  return usingStore(storeFolder(workspace, cwd, env), async (store) => {
    const atop = await readAtopTreaties(store, catalog);
    if ('all' in wanted) return atop.all().map(({ treaty }) => treaty);
    const { id, phase } = wanted;
    const phases = atop.phasesOf(id);
    if (phases.length === 0) {
      const near = nearest(String(id), atop.ids.map(String)).map((one) => `atop:${one}`);
      throw new UserError(`ATOP has no alliance ${id}. ${didYouMean(near, 'Its alliances have four digits, from 1005 on.')}`);
    }
    if (phase !== undefined && !phases.includes(phase)) {
      const known = phases.length === 1 ? 'It was never renegotiated, and has none.' : `It has ${phases.join(', ')}.`;
      throw new UserError(`ATOP ${id} has no phase ${phase}. ${known}`);
    }
    return [atop.treaty(id, phase).treaty];
  });
}
