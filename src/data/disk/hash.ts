import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { diskFault } from './disk-fault.ts';

const PIECE = 1 << 20;

export interface FileHash {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** The hash of a file. @throws {DataError} where it cannot be read */
export function hashFile(file: string): FileHash {
  const hash = createHash('sha256');
  const piece = new Uint8Array(PIECE);
  const descriptor = openToRead(file);
  let bytes = 0;
  try {
    for (;;) {
      const read = readSync(descriptor, piece, 0, PIECE, null);
      if (read === 0) break;
      hash.update(piece.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return { sha256: hash.digest('hex'), bytes };
}

function openToRead(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw diskFault(file, error) ?? error;
  }
}

/** SHA-256 of a text, in hexadecimal. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
