import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importFrom, type ImportOptions, type ImportReport } from '../import/import.ts';
import { writeSyntheticFiles } from './write-files.ts';

/**
 * Fills a store with a synthetic world: for lessons, documentation and tests, without a byte of anyone's data. It goes through the
 * same reading and checks as published files; the ledger and every result say that it is made up.
 * @throws {DataError} where the store holds published data: the two do not mix
 */
export async function importSynthetic(workspace: string, seed: number, options: ImportOptions = {}): Promise<ImportReport> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'foedus-synthetic-'));
  try {
    writeSyntheticFiles(scratch, seed);
    return await importFrom(workspace, scratch, { ...options, synthetic: true, version: `synthetic-${seed}` });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
