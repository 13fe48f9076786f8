import { randomBytes } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { CellResult } from './cell.ts';
import type { Parts } from './executor.ts';

const ENDING = '.jsonl';

/**
 * Parts as files in a folder, one line of JSON for each cell. A part is written beside and renamed into place, so that it stands whole or not
 * at all, whoever is killed at whatever moment; several machines may share the folder.
 */
export function partFiles(folder: string): Parts {
  mkdirSync(folder, { recursive: true });
  const fileOf = (name: string): string => path.join(folder, `${name}${ENDING}`);
  return {
    has: (name) => existsSync(fileOf(name)),
    put: (name, results) => {
      const draft = path.join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
      const open = openSync(draft, 'wx');
      try {
        writeSync(open, results.map((result) => `${JSON.stringify(result)}\n`).join(''));
        fsyncSync(open);
      } finally {
        closeSync(open);
      }
      renameSync(draft, fileOf(name));
    },
  };
}

/** The files of a folder's parts, in a fixed order. */
export function listParts(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
    .sort()
    .map((name) => path.join(folder, name));
}

/** Results of one part file, line by line. @throws {SyntaxError} where it is damaged */
export async function* readPart(file: string): AsyncGenerator<CellResult> {
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    const result: CellResult = JSON.parse(line);
    yield result;
  }
}

/** Takes away what writers that were killed left behind. */
export function clearDrafts(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith('.') && name.endsWith('.tmp')) rmSync(path.join(folder, name), { force: true });
}
