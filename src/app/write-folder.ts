import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { writeAtomically } from './files.ts';
import { UserError } from './user-error.ts';

/**
 * Writes files into a folder, which is made where it is absent; others in it stay.
 * @returns how many
 * @throws {UserError} where the folder or a file cannot be written
 */
export function writeFolder(name: string, cwd: string, files: ReadonlyMap<string, string>): number {
  try {
    mkdirSync(path.resolve(cwd, name), { recursive: true });
  } catch (error) {
    throw new UserError(`${name}: no folder can be made there.`, [], { cause: error });
  }
  for (const [file, text] of files) writeAtomically(path.join(name, file), cwd, text);
  return files.size;
}
