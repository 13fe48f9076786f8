import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';
import { dataDir } from './data.ts';

/**
 * Tests against numbers of independent solvers, in the folder `reference` beside the data sets. Where the file is missing they are left out, with a
 * line that says so; under `CI=true` its absence is a failure.
 */
export function describeWithReference<T>(name: string, file: string, tests: (reference: T) => void): void {
  const folder = dataDir();
  const found = folder === undefined ? undefined : path.join(folder, '..', 'reference', file);
  if (found !== undefined && existsSync(found)) {
    const reference: T = JSON.parse(readFileSync(found, 'utf8'));
    describe(name, () => tests(reference));
    return;
  }
  const message = `NOT RUN: "${name}" needs reference/${file} beside the folder of data sets; set FOEDUS_DATA`;
  if (process.env['CI'] === 'true') {
    it(name, () => {
      throw new Error(message);
    });
    return;
  }
  console.warn(message);
  describe.skip(name, () => it(message, () => undefined));
}
