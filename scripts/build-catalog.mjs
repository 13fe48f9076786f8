// Checks all of catalog/ and writes it as dist/catalog.json and dist/facts.json, in a process of its own so that no stale module is reused.
import { renameSync, writeFileSync } from 'node:fs';
import { at } from './house.mjs';
import { built } from './build.mjs';

const { buildCatalog, CatalogError } = await built('app', 'build-catalog.js');
const { buildFacts } = await built('app', 'build-facts.js');

function write(name, value) {
  const file = at('dist', name);
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(value));
  renameSync(`${file}.${process.pid}`, file);
}

try {
  const catalog = buildCatalog(at('catalog'));
  write('catalog.json', catalog);
  write('facts.json', buildFacts(at('catalog'), catalog));
} catch (error) {
  if (!(error instanceof CatalogError)) throw error;
  console.error(error.message);
  process.exit(1);
}
