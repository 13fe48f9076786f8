export { buildCatalog, CatalogError } from './build-catalog.ts';
export { loadCatalog } from './load-catalog.ts';
