import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 1 << 20;

/** SHA-256 of a file's bytes, in hexadecimal, and how many they are. @throws the file system's error where it cannot be read */
export function hashFile(file: string): { readonly sha256: string; readonly bytes: number } {
  const hash = createHash('sha256');
  const piece = new Uint8Array(PIECE);
  const descriptor = openSync(file, 'r');
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

/** SHA-256 of a text, in hexadecimal. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
