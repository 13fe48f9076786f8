import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../catalog/treaties');

export interface CatalogFile {
  readonly file: string;
  readonly text: string;
}

/** The treaty files of the catalog, in the order of their names. */
export const catalogFiles: readonly CatalogFile[] = (existsSync(FOLDER) ? readdirSync(FOLDER) : [])
  .filter((file) => file.endsWith('.yaml'))
  .toSorted()
  .map((file) => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }));
