import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { DataError } from '../data-error.ts';
import { codeOf, diskFault } from '../disk/disk-fault.ts';
import type { Budget } from './limits.ts';

const AGAIN = 'Download it again; where it came by another way, compare its size with the one published.';

/**
 * Unpacks a gzip file; its size and CRC-32 are checked by zlib.
 * @param where the file, for messages
 * @throws {DataError} where it is damaged or beyond the budget; what was written of `to` is then the caller's to remove
 */
export async function gunzip(file: string, to: string, where: string, budget: Budget, signal: AbortSignal | undefined): Promise<void> {
  try {
    await pipeline(
      createReadStream(file),
      createGunzip(),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          budget.spend(chunk.length, where);
          yield chunk;
        }
      },
      createWriteStream(to, { flags: 'wx' }),
      ...(signal === undefined ? [] : [{ signal }]),
    );
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof DataError) throw error;
    const what = codeOf(error) === 'Z_BUF_ERROR' ? 'is cut short' : 'is damaged: its bytes do not fit its checksum, or are no gzip';
    throw diskFault(where, error) ?? new DataError(`${where}: ${what}; nothing was taken from it.`, [AGAIN], { cause: error });
  }
}
