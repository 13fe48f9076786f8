import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { DataError } from './data-error.ts';

/** A file that may hold a table. */
export interface Input {
  /** As messages name it: its path from the folder of the import. */
  readonly name: string;
  readonly file: string;
}

/** Every file of a folder and the folders in it, hidden ones left out, by name; a file alone is taken as it is. @throws {DataError} where there is nothing to read */
export function findInputs(from: string): readonly Input[] {
  const stats = statSync(from, { throwIfNoEntry: false });
  if (stats === undefined) throw new DataError(`${from}: no such file or folder.`);
  if (!stats.isDirectory()) return [{ name: path.basename(from), file: from }];
  const inputs: Input[] = [];
  const walk = (folder: string, under: string): void => {
    for (const { name } of entriesOf(folder)) {
      if (name.startsWith('.')) continue;
      const file = path.join(folder, name);
      const shown = under === '' ? name : `${under}/${name}`;
      const kind = statSync(file, { throwIfNoEntry: false });
      if (kind?.isDirectory() === true) walk(file, shown);
      else if (kind?.isFile() === true) inputs.push({ name: shown, file });
    }
  };
  walk(from, '');
  return inputs;
}

function entriesOf(folder: string): readonly { readonly name: string }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    throw new DataError(`${folder}: cannot be read.`, [], { cause: error });
  }
}
