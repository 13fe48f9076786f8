// Checks all of catalog/ and writes it as one dist/catalog.json, in a process of its own so that no stale module is reused.
import { renameSync, writeFileSync } from 'node:fs';
import { at } from './house.mjs';
import { built } from './build.mjs';

const { buildCatalog, CatalogError } = await built('app', 'build-catalog.js');

try {
  const catalog = buildCatalog(at('catalog'));
  const file = at('dist', 'catalog.json');
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(catalog));
  renameSync(`${file}.${process.pid}`, file);
} catch (error) {
  if (!(error instanceof CatalogError)) throw error;
  console.error(error.message);
  process.exit(1);
}
