import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The catalog's own files, which the package carries beside `dist/`. */
export const OWN_CATALOG = fileURLToPath(new URL('../../catalog/', import.meta.url));

/** The text of one of the catalog's own files. */
export function catalogFile(...parts: readonly string[]): string {
  return readFileSync(path.join(OWN_CATALOG, ...parts), 'utf8');
}

/** Every file of one of the catalog's own folders, by its path from the catalog's parent. */
export function catalogFiles(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(path.join(OWN_CATALOG, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ file: `catalog/${folder}/${name}`, text: catalogFile(folder, name) }));
}
