import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCatalog, CatalogError } from './build-catalog.ts';
import { UserError } from './user-error.ts';

/** The catalog's own files, which the package carries beside `dist/`. */
const OWN = fileURLToPath(new URL('../../catalog/', import.meta.url));

export interface CatalogReport {
  readonly faults: readonly string[];
  readonly counts: Readonly<Record<'states' | 'territories' | 'regions' | 'treaties' | 'events', number>>;
}

/**
 * Reads and checks every file of a catalog folder, our own when none is named.
 * @throws {UserError} where the folder does not exist
 */
export function checkCatalog(dir: string | undefined, cwd: string): CatalogReport {
  const folder = dir === undefined ? OWN : path.resolve(cwd, dir);
  if (!existsSync(folder)) throw new UserError(`${dir ?? 'catalog'}: no such directory.`);
  try {
    const { states, territories, regions, treaties, events } = buildCatalog(folder);
    return {
      faults: [],
      counts: { states: states.length, territories: territories.length, regions: regions.length, treaties: treaties.length, events: events.length },
    };
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return { faults: error.faults, counts: { states: 0, territories: 0, regions: 0, treaties: 0, events: 0 } };
  }
}

/** The text of one of the catalog's own files. */
export function catalogFile(...parts: readonly string[]): string {
  return readFileSync(path.join(OWN, ...parts), 'utf8');
}

/** Every file of one of the catalog's own folders, by its path from the catalog's parent. */
export function catalogFiles(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(path.join(OWN, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ file: `catalog/${folder}/${name}`, text: catalogFile(folder, name) }));
}
