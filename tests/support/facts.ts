import path from 'node:path';
import { buildCatalog } from '../../src/app/build-catalog.ts';
import { buildFacts } from '../../src/app/build-facts.ts';
import type { Catalog } from '../../src/core/catalog.ts';
import type { Facts } from '../../src/core/facts/facts.ts';
import type { World } from '../../src/core/states/world.ts';
import { catalogWorld } from './catalog-world.ts';

export interface CatalogWithFacts {
  readonly catalog: Catalog;
  readonly facts: Facts;
  readonly world: World;
}

let read: CatalogWithFacts | undefined;

/** The catalog and the facts of the models as the build reads them, once for all tests of a worker. */
export function catalogWithFacts(): CatalogWithFacts {
  if (read !== undefined) return read;
  const folder = path.join(import.meta.dirname, '../../catalog');
  const catalog = buildCatalog(folder);
  read = { catalog, facts: buildFacts(folder, catalog), world: catalogWorld(catalog) };
  return read;
}
