import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../core/catalog.ts';
import type { Facts } from '../core/facts/facts.ts';
import { DIST } from './paths.ts';
import { UserError } from './user-error.ts';

/** Reads a JSON file of this build, once a process. The build checked it; here it is trusted. */
function reader<T>(file: string): () => T {
  let loaded: T | undefined;
  return () => {
    if (loaded !== undefined) return loaded;
    let text: string;
    try {
      text = readFileSync(path.join(DIST, file), 'utf8');
    } catch (error) {
      throw new UserError('the catalog is not built: run `npm run build` in the folder of foedus.', [], { cause: error });
    }
    const value: T = JSON.parse(text);
    loaded = value;
    return value;
  };
}

/** The catalog of this build. @throws {UserError} where the build is missing */
export const loadCatalog = reader<Catalog>('catalog.json');

/** The facts that models rest on. @throws {UserError} where the build is missing */
export const loadFacts = reader<Facts>('facts.json');
