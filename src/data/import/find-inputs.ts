import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { diskFault } from '../disk/disk-fault.ts';
import { DataError } from '../data-error.ts';

/** A file that may hold a table. */
export interface Input {
  /** As messages name it: its path from the folder of the import. */
  readonly name: string;
  readonly file: string;
}

/** A folder that could not be looked into. */
export interface ClosedFolder {
  readonly name: string;
  readonly error: DataError;
}

/**
 * Every file of a folder and the folders in it, by name; hidden ones, and the folder named `without`, are left out. A file alone is taken as it is.
 * @throws {DataError} where there is nothing to read
 */
export function findInputs(from: string, without: string): { readonly inputs: readonly Input[]; readonly closed: readonly ClosedFolder[] } {
  const stats = statSync(from, { throwIfNoEntry: false });
  if (stats === undefined) throw new DataError(`${from}: no such file or folder.`);
  if (!stats.isDirectory()) return { inputs: [{ name: path.basename(from), file: from }], closed: [] };
  const inputs: Input[] = [];
  const closed: ClosedFolder[] = [];
  const seen = new Set([real(without)]);
  const walk = (folder: string, under: string): void => {
    if (seen.has(real(folder))) return;
    seen.add(real(folder));
    for (const name of namesIn(folder)) {
      if (name.startsWith('.')) continue;
      const file = path.join(folder, name);
      const shown = under === '' ? name : `${under}/${name}`;
      const kind = statSync(file, { throwIfNoEntry: false });
      if (kind?.isFile() === true) inputs.push({ name: shown, file });
      if (kind?.isDirectory() !== true) continue;
      try {
        walk(file, shown);
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        closed.push({ name: shown, error });
      }
    }
  };
  walk(from, '');
  return { inputs, closed };
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch (error) {
    throw diskFault(folder, error) ?? error;
  }
}
