import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseTreaty } from '../../src/core/treaty/parse.ts';
import type { Treaty } from '../../src/core/treaty/schema.ts';

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

/** A treaty of the catalog by its id. */
export function catalogTreaty(id: string): Treaty {
  const file = catalogFiles.find((one) => one.file === `${id}.yaml`);
  const result = parseTreaty(file?.text ?? '', `${id}.yaml`);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.parsed.treaty;
}

/** Those signed before 1910: enough to quarrel with each other, and quickly linted. */
export const earlyFiles: typeof catalogFiles = catalogFiles.filter(({ text }) => /^signed: "?1(8|90)/m.test(text));
