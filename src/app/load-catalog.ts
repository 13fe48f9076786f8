import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../core/catalog.ts';
import { DIST } from './paths.ts';
import { UserError } from './user-error.ts';

let loaded: Catalog | undefined;

/**
 * The catalog of this build, read once a process. The build checked it; here it is trusted.
 * @throws {UserError} where the build is missing
 */
export function loadCatalog(): Catalog {
  if (loaded !== undefined) return loaded;
  let text: string;
  try {
    text = readFileSync(path.join(DIST, 'catalog.json'), 'utf8');
  } catch (error) {
    throw new UserError('the catalog is not built: run `npm run build` in the folder of foedus.', [], { cause: error });
  }
  const catalog: Catalog = JSON.parse(text);
  loaded = catalog;
  return catalog;
}
