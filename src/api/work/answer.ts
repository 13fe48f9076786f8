import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Answer } from './messages.ts';

/** The folders that work reads and writes. */
export interface Place {
  /** The workspace whose store is read. */
  readonly workspace: string;
  /** For the answer alone. */
  readonly folder: string;
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  dta: 'application/x-stata-dta',
  graphml: 'application/graphml+xml; charset=utf-8',
  gexf: 'application/gexf+xml; charset=utf-8',
} as const;

/** A value, to be read at once. */
export async function jsonAnswer({ folder }: Place, value: unknown): Promise<Answer> {
  const file = path.join(folder, 'answer.json');
  await writeFile(file, JSON.stringify(value));
  return { file, type: 'application/json' };
}

/** A file to keep, under a name whose ending is its format. */
export async function fileAnswer({ folder }: Place, name: string, format: keyof typeof TYPES, write: (file: string) => Promise<void>): Promise<Answer> {
  const file = path.join(folder, `answer.${format}`);
  await write(file);
  return { file, type: TYPES[format], name: `${name}.${format}` };
}
