import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { codeOf } from '../disk/disk-fault.ts';
import { DataError } from '../data-error.ts';
import { replaceFile } from '../disk/durable.ts';

const HASHES_FILE = 'hashes.json';

const hashesSchema = z.strictObject({
  format: z.literal(1),
  /** By `<source>/<file>`. */
  files: z.record(
    z.string(),
    z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().nonnegative(), url: z.string(), recorded: z.iso.datetime() }),
  ),
});

type Hashes = z.infer<typeof hashesSchema>;
export type RecordedHash = Hashes['files'][string];

/**
 * The hashes of what was pulled and imported into a workspace; none where nothing was yet.
 * @param folder the workspace's `downloads`
 * @throws {DataError} where the file is damaged: what it held to would be forgotten otherwise
 */
export function readHashes(folder: string): Readonly<Record<string, RecordedHash>> {
  const file = path.join(folder, HASHES_FILE);
  try {
    return hashesSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).files;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {};
    throw new DataError(`${file}: is damaged, or written by a newer foedus.`, ['Move it away: the hashes of the next downloads are then recorded anew.'], {
      cause: error,
    });
  }
}

/** Records hashes beside those there are. Only under the lock of `downloads`. @throws {DataError} where the file is damaged */
export function recordHashes(folder: string, fresh: Readonly<Record<string, RecordedHash>>): void {
  const hashes: Hashes = { format: 1, files: { ...readHashes(folder), ...fresh } };
  replaceFile(path.join(folder, HASHES_FILE), `${JSON.stringify(hashes, null, 2)}\n`);
}
