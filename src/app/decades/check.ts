import { coverageOf, type Coverage } from '../../core/explore/decades/coverage.ts';
import type { DecadesInput } from '../../core/explore/decades/options.ts';
import type { DecadesWorld } from '../../core/explore/decades/types.ts';
import { happened } from './record.ts';
import { loadCatalog } from '../load-catalog.ts';
import { usingStore } from '../with-store.ts';
import { worldOf } from '../world.ts';

/** Holds the fans of a run against what happened, by the record in a store. @throws {UserError} where the store lacks it */
export async function checkAgainstRecord(
  { start, years }: Pick<DecadesInput, 'start' | 'years'>,
  worlds: readonly DecadesWorld[],
  folder: string,
): Promise<readonly Coverage[]> {
  const catalog = loadCatalog();
  const world = worldOf(catalog, { shapes: true });
  return coverageOf(worlds, await usingStore(folder, (store) => happened({ store, catalog, world }, start.year, years)));
}
