import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/data/data-error.ts';
import { importFrom } from '../../../src/data/import/import.ts';
import { nmc } from '../../../src/data/sources/nmc/source.ts';
import { readLedger } from '../../../src/data/store/ledger.ts';
import { importSynthetic } from '../../../src/data/synthetic/import-synthetic.ts';
import { temporaryFolder } from '../../cli/harness.ts';
import { madeUp } from '../../support/published.ts';

describe('a synthetic world in the store', () => {
  it('is read and checked as published files are, under a version of its own, and again does nothing', async () => {
    const workspace = temporaryFolder();
    const { imported, failed, unknown } = await importSynthetic(workspace, 7);
    expect({ failed, unknown }).toEqual({ failed: [], unknown: [] });
    expect(imported.map(({ source }) => source)).toEqual(['atop', 'nmc', 'cow-states', 'majors', 'contiguity', 'distance', 'gml']);
    for (const entry of readLedger(workspace).entries) expect(entry).toMatchObject({ version: 'synthetic-7', synthetic: true });
    expect((await importSynthetic(workspace, 7)).imported).toEqual([]);
  });

  it('never stands in the place of published data', async () => {
    const workspace = temporaryFolder();
    await importSynthetic(workspace, 1);
    const ledger = path.join(workspace, 'ledger.json');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replaceAll('"synthetic": true,', ''));
    await expect(importSynthetic(workspace, 1)).rejects.toThrow(DataError);
  });

  it('and published data never in its place', async () => {
    const [workspace, files] = [temporaryFolder(), temporaryFolder()];
    await importSynthetic(workspace, 1);
    writeFileSync(path.join(files, 'cow_nmc_v7.csv'), madeUp(nmc, 'state-year', [{ ccode: 2, year: 1900, cinc: 0.25 }]));
    await expect(importFrom(workspace, files)).rejects.toThrow(/holds made-up data \(.+ synthetic-1\); published data would be taken together with them/);
  });
});
