import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFault } from './disk-fault.ts';

/** Waits until a file's bytes, or a folder's names, are on the disk. Systems that cannot flush a folder need no flush. */
export function flush(file: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(descriptor);
  } catch {
    // Windows flushes no folder.
  } finally {
    closeSync(descriptor);
  }
}

/** Renames, and waits until the new name is on the disk. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  flush(path.dirname(to));
}

/** Writes a file whole or not at all: readers see the old text or the new one, also after a crash. @throws {DataError} where the disk does not let it */
export function replaceFile(file: string, text: string): void {
  const draft = `${file}.${process.pid}.draft`;
  try {
    writeFileSync(draft, text);
    flush(draft);
    renameDurably(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw diskFault(file, error) ?? error;
  }
}
