import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

const BESIDE = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** The folder of data sets that are not shipped with the project: FOEDUS_DATA, else `../shared/data` from the project's root; undefined where it is not at hand. */
export function dataDir(): string | undefined {
  const named = process.env['FOEDUS_DATA'];
  const folder = named === undefined || named === '' ? BESIDE : named;
  return existsSync(folder) ? folder : undefined;
}

/** The text of a file of the data folder, where both are at hand. */
export function dataFile(name: string): string | undefined {
  const folder = dataDir();
  if (folder === undefined) return undefined;
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/**
 * Tests that need files of the data folder. Where a file is missing they are left out, with a line that says so; under
 * `CI=true` its absence is a failure. `tests` is handed the files' texts in the order of `files`.
 */
export function describeWithData(name: string, files: readonly string[], tests: (...texts: string[]) => void): void {
  const texts = files.map(dataFile);
  const missing = files.filter((_, index) => texts[index] === undefined);
  if (missing.length === 0) {
    describe(name, () => tests(...texts.filter((text) => text !== undefined)));
    return;
  }
  const message = `NOT RUN: "${name}" needs ${missing.join(', ')}; set FOEDUS_DATA to the folder that holds the data sets`;
  if (process.env['CI'] === 'true') {
    it(name, () => {
      throw new Error(message);
    });
    return;
  }
  console.warn(message);
  describe.skip(name, () => it(message, () => undefined));
}
