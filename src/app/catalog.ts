/** `foedus/catalog`: what foedus knows out of the box, and the world it makes. Node alone. */
export { CATALOG_FORMAT, type Catalog } from '../core/catalog.ts';
export { buildCatalog, CatalogError } from './build-catalog.ts';
export { loadCatalog, loadFacts } from './load-catalog.ts';
export { worldOf } from './world.ts';
