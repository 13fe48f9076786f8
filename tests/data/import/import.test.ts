import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { hashFile } from '../../../src/data/disk/hash.ts';
import { importFrom } from '../../../src/data/import/import.ts';
import { acceptTerms } from '../../../src/data/store/ledger-write.ts';
import { readLedger } from '../../../src/data/store/ledger.ts';
import { gml } from '../../../src/data/sources/gml/source.ts';
import { nmc } from '../../../src/data/sources/nmc/source.ts';
import { withStore } from '../../../src/data/store/store.ts';
import { temporaryFolder } from '../../cli/harness.ts';
import { madeUp } from '../../support/published.ts';
import { zip } from '../../support/zip.ts';

const NMC = 'cow_nmc_v7.csv';
const capabilities = (cinc: number): string =>
  madeUp(nmc, 'state-year', [
    { ccode: 200, year: 1901, cinc },
    { ccode: 2, year: 1900, cinc: 0.25 },
  ]);

const MIDA = madeUp(gml, 'mida', [{ styear: 1900, endyear: 1901 }]);
const MIDB = madeUp(gml, 'midb', [{ ccode: 2, styear: 1900, endyear: 1901 }]);

/** A folder with files of these names and contents, and a workspace beside it. */
function prepare(files: Readonly<Record<string, string | Uint8Array>>): {
  workspace: string;
  from: string;
  put: (name: string, content: string | Uint8Array) => void;
} {
  const root = temporaryFolder();
  const from = path.join(root, 'from');
  const put = (name: string, content: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(from, name)), { recursive: true });
    writeFileSync(path.join(from, name), content);
  };
  mkdirSync(from);
  for (const [name, content] of Object.entries(files)) put(name, content);
  return { workspace: path.join(root, '.foedus'), from, put };
}

describe('an import', () => {
  it('writes what the ledger says, computed from the bytes', async () => {
    const { workspace, from } = prepare({ [NMC]: capabilities(0.125), 'notes.txt': 'mine' });
    const { imported, unchanged, unknown, failed } = await importFrom(workspace, from);
    expect({ unchanged, unknown, failed }).toEqual({ unchanged: [], unknown: ['notes.txt'], failed: [] });
    expect(imported).toMatchObject([{ source: 'nmc', version: '7.0', tables: [{ table: 'state-year', rows: 2, years: [1900, 1901] }] }]);
    const [entry] = readLedger(workspace).entries;
    const [table] = entry?.tables ?? [];
    expect(entry).toMatchObject({ source: 'nmc', version: '7.0', folder: 'data/nmc/7.0', terms: nmc.terms.text, citation: 'singer1972capability' });
    expect(table).toMatchObject({
      table: 'state-year',
      columns: Object.keys(nmc.tables[0].columns),
      sha256: hashFile(path.join(workspace, 'data/nmc/7.0/state-year.parquet')).sha256,
      input: { file: NMC, ...hashFile(path.join(from, NMC)) },
    });
    expect(existsSync(path.join(workspace, 'ledger.lock'))).toBe(false);
  });

  it('sorts by the key', async () => {
    const { workspace, from } = prepare({ [NMC]: capabilities(0.125) });
    await importFrom(workspace, from);
    const found = await withStore(workspace, (store) => store.duck.runAndReadAll(`SELECT ccode FROM ${store.relation('nmc', 'state-year')}`));
    expect(found.getRows()).toEqual([[2], [200]]);
  });

  it('does nothing a second time, and mends what was damaged in between', async () => {
    const { workspace, from } = prepare({ [NMC]: capabilities(0.125) });
    await importFrom(workspace, from);
    const ledger = readFileSync(path.join(workspace, 'ledger.json'), 'utf8');
    expect(await importFrom(workspace, from)).toMatchObject({ imported: [], unchanged: [{ source: 'nmc', version: '7.0' }] });
    expect(readFileSync(path.join(workspace, 'ledger.json'), 'utf8')).toBe(ledger);
    writeFileSync(path.join(workspace, 'data/nmc/7.0/state-year.parquet'), 'PAR1');
    expect((await importFrom(workspace, from)).imported).toHaveLength(1);
    expect((await withStore(workspace, (store) => store.read('nmc', 'state-year'))).rows).toBe(2);
  });

  it('puts other bytes of a version in the place of the old, and keeps the old for an hour', async () => {
    const { workspace, from, put } = prepare({ [NMC]: capabilities(0.125) });
    await importFrom(workspace, from);
    put(NMC, capabilities(0.5));
    await importFrom(workspace, from);
    const [entry, ...others] = readLedger(workspace).entries;
    expect(others).toEqual([]);
    expect(entry?.folder).toMatch(/^data\/nmc\/7\.0-[0-9a-f]{8}$/);
    const table = await withStore(workspace, (store) => store.read('nmc', 'state-year', ['cinc']));
    expect([...(table.columns[0]?.values ?? [])]).toEqual([0.25, 0.5]);

    const home = path.join(workspace, 'data/nmc');
    expect(readdirSync(home)).toHaveLength(2);
    mkdirSync(path.join(home, '.draft-1-left'));
    await importFrom(workspace, from);
    expect(readdirSync(home)).toHaveLength(2);
    const before = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(path.join(home, '7.0'), before, before);
    await importFrom(workspace, from);
    expect(readdirSync(home)).toEqual([path.basename(entry?.folder ?? '')]);
  });

  it('keeps the tables of a source that it brings no file for', async () => {
    const { workspace, from, put } = prepare({ 'gml_mida_v2_1.csv': MIDA });
    await importFrom(workspace, from);
    rmSync(path.join(from, 'gml_mida_v2_1.csv'));
    put('gml_midb_v2_1.csv', MIDB);
    expect((await importFrom(workspace, from)).imported).toMatchObject([{ tables: [{ table: 'midb' }] }]);
    await withStore(workspace, async (store) => {
      expect(store.entry('gml')?.tables.map(({ table }) => table)).toEqual(['mida', 'midb']);
      expect((await store.read('gml', 'mida')).rows).toBe(1);
    });
  });

  it('keeps versions beside each other', async () => {
    const older = { ...nmc, tables: [{ ...nmc.tables[0], layouts: [{ file: /^NMC_5_0\.csv$/, version: '5.0' }, ...nmc.tables[0].layouts] }] } as const;
    const { workspace, from } = prepare({ [NMC]: capabilities(0.125), 'NMC_5_0.csv': capabilities(0.75) });
    const { imported } = await importFrom(workspace, from, { sources: [older] });
    expect(imported.map(({ version }) => version)).toEqual(['5.0', '7.0']);
    await withStore(workspace, (store) => {
      expect(store.entry('nmc')?.version).toBe('7.0');
      expect(store.entry('nmc@5.0')?.folder).toBe('data/nmc/5.0');
      expect(store.entry('nmc@6.0')).toBeUndefined();
      return Promise.resolve();
    });
  });

  it('reads a file again where foedus now reads it in another way', async () => {
    const { workspace, from } = prepare({ [NMC]: capabilities(0.125) });
    await importFrom(workspace, from);
    const other = { ...nmc, tables: [{ ...nmc.tables[0], key: ['year', 'ccode'] }] } as const;
    expect((await importFrom(workspace, from, { sources: [other] })).imported).toHaveLength(1);
  });

  it('takes gzip files, folders in folders and links, but no hidden file, and no link in a circle', async () => {
    const { workspace, from } = prepare({ [`deep/er/${NMC}.gz`]: gzipSync(capabilities(0.125)), '.cow_states.csv': 'x' });
    symlinkSync(from, path.join(from, 'deep/circle'));
    const { imported, unknown, failed } = await importFrom(workspace, from);
    expect({ unknown, failed }).toEqual({ unknown: [], failed: [] });
    expect(imported).toHaveLength(1);
    expect(readLedger(workspace).entries[0]?.tables[0]?.input.file).toBe(`deep/er/${NMC}.gz`);
  });

  it('opens a zip in a zip, and does nothing a second time', async () => {
    const inner = zip([
      { name: 'data/NMC-70-abridged.csv', content: capabilities(0.125) },
      { name: 'codebook.txt', content: 'x' },
    ]);
    const { workspace, from } = prepare({
      'NMC_v7.zip': zip([{ name: 'NMC-70-abridged.zip', content: inner }]),
      'other.zip': zip([{ name: 'a.txt', content: 'x' }]),
    });
    const { imported, unknown, failed } = await importFrom(workspace, from);
    expect({ sources: imported.map(({ source }) => source), unknown, failed }).toEqual({ sources: ['nmc'], unknown: ['other.zip'], failed: [] });
    const origin = 'NMC_v7.zip/NMC-70-abridged.zip/data/NMC-70-abridged.csv';
    expect(readLedger(workspace).entries[0]?.tables[0]?.input).toEqual({ file: origin, ...hashFile(path.join(from, 'NMC_v7.zip')) });
    expect(readdirSync(path.join(workspace, 'data'))).toEqual(['nmc']);
    expect((await importFrom(workspace, from)).unchanged).toHaveLength(1);
  });

  it('takes its turn where two run at once', async () => {
    const { workspace, from } = prepare({ [NMC]: capabilities(0.125) });
    const reports = await Promise.all([importFrom(workspace, from), importFrom(workspace, from)]);
    expect(reports.map(({ imported, unchanged }) => [imported.length, unchanged.length]).toSorted()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('prefers the first layout where two files hold a table, and says so', async () => {
    const { workspace, from } = prepare({ [NMC]: capabilities(0.125), [`old/${NMC}`]: capabilities(0.5) });
    const { imported } = await importFrom(workspace, from);
    expect(imported[0]?.tables[0]?.notes).toContain(`old/${NMC} holds the same table and was not read`);
  });

  it('of a workspace in the folder reads nothing', async () => {
    const { from } = prepare({ [NMC]: capabilities(0.125) });
    const workspace = path.join(from, 'study');
    await importFrom(workspace, from);
    expect((await importFrom(workspace, from)).unknown).toEqual([]);
  });

  it('says when data were made up, and puts no published ones beside them', async () => {
    const { workspace, from } = prepare({ [NMC]: capabilities(0.125) });
    await importFrom(workspace, from, { synthetic: true });
    expect(readLedger(workspace).entries[0]?.synthetic).toBe(true);
    await expect(importFrom(workspace, from)).rejects.toThrow(/holds made-up data/);
    expect(readLedger(workspace).entries[0]?.synthetic).toBe(true);
  });

  it('finds nothing in an empty folder, and writes nothing', async () => {
    const { workspace, from } = prepare({});
    expect(await importFrom(workspace, from)).toMatchObject({ imported: [], unchanged: [], unknown: [], failed: [] });
    expect(existsSync(workspace)).toBe(false);
  });

  it('stops between files, and goes on with the rest', async () => {
    const { workspace, from } = prepare({ [NMC]: capabilities(0.125), 'gml_mida_v2_1.csv': MIDA });
    const stop = new AbortController();
    const stopped = importFrom(workspace, from, { signal: stop.signal, onProgress: ({ done }) => void (done > 0 && stop.abort()) });
    await expect(stopped).rejects.toThrow('The import was stopped.');
    expect(readLedger(workspace).entries.map(({ source }) => source)).toEqual(['nmc']);
    const { imported, unchanged } = await importFrom(workspace, from);
    expect({ imported: imported.map(({ source }) => source), unchanged }).toEqual({ imported: ['gml'], unchanged: [{ source: 'nmc', version: '7.0' }] });
  });
});

describe('a faulty file', () => {
  const LATIN1 = Uint8Array.from([
    ...Buffer.from('ccode,year,milex,milper,irst,pec,tpop,upop,cinc,statenme\n2,1900,1,1,1,1,1,1,.25,Cura'),
    0xe7,
    0x61,
    0x6f,
    0x0a,
  ]);

  it.each<[name: string, content: string | Uint8Array, message: RegExp]>([
    ['cut off in a row', capabilities(0.125).slice(0, -12), /^cow_nmc_v7\.csv: is not laid out as Capabilities by state and year is published\.$/],
    ['cut off in the last value', capabilities(0.125).slice(0, -2), /^cow_nmc_v7\.csv: is cut off: it ends in the middle of a line, after 2 of 17121 rows\.$/],
    ['a web page', '<!DOCTYPE html>\n<html><body>Log in</body></html>\n', /^cow_nmc_v7\.csv: .*web page/],
    ['of other columns', 'a,b\n1,2\n', /^cow_nmc_v7\.csv: lacks the columns ccode, year, .* of Capabilities/],
    ['lacking one column', capabilities(0.125).replace('milex', 'x'), /^cow_nmc_v7\.csv: lacks the column milex of/],
    ['in latin-1', LATIN1, /^cow_nmc_v7\.csv: is not laid out/],
    ['empty', '', /^cow_nmc_v7\.csv: is empty\.$/],
    ['without a row', `${capabilities(0.125).split('\n')[0] ?? ''}\n`, /^cow_nmc_v7\.csv: holds no row of/],
    ['with a text for a number', capabilities(0.125).replace('1901', 'n/a'), /^cow_nmc_v7\.csv: row 1, column year: 'n\/a' is not a whole number/],
    ['with a number out of range', capabilities(0.125).replace('1901', '99999'), /^cow_nmc_v7\.csv: row 1, column year: '99999'/],
    ['with a key twice', `${capabilities(0.125)}${capabilities(0.5).split('\n')[1] ?? ''}\n`, /^cow_nmc_v7\.csv: 1 key stands more than once/],
    ['against the conditions of the source', capabilities(1.5), /^cow_nmc_v7\.csv: 1 row breaks what .*: cinc is a share/],
  ])('%s is refused in a line; the store keeps what it held, and the other sources come in', async (_, content, message) => {
    const { workspace, from, put } = prepare({ [NMC]: capabilities(0.25) });
    await importFrom(workspace, from);
    const before = readLedger(workspace).entries[0];
    put(NMC, content);
    put('gml_mida_v2_1.csv', MIDA);
    const { failed, imported } = await importFrom(workspace, from);
    expect(failed).toMatchObject([{ source: 'nmc', file: NMC, message: expect.stringMatching(message) }]);
    expect(imported.map(({ source }) => source)).toEqual(['gml']);
    expect(readLedger(workspace).entries.find(({ source }) => source === 'nmc')).toEqual(before);
    expect((await withStore(workspace, (store) => store.read('nmc', 'state-year'))).rows).toBe(2);
  });

  it.each<[name: string, content: string | Uint8Array, message: RegExp]>([
    ['cow_nmc_v7.csv.gz', gzipSync(capabilities(0.125)).subarray(0, 40), /^cow_nmc_v7\.csv\.gz/],
    ['NMC.zip', Buffer.from('PK\u0003\u0004 cut off'), /^NMC\.zip/],
    ['NMC.zip', '<html>Sign in</html>', /^NMC\.zip: the server sent a web page, not the archive\.$/],
  ])('%s that is no archive is refused in a line', async (name, content, message) => {
    const { workspace, from } = prepare({ [name]: content });
    const { failed, imported } = await importFrom(workspace, from);
    expect(failed).toMatchObject([{ file: name, message: expect.stringMatching(message) }]);
    expect(imported).toEqual([]);
  });

  it('without permission to read it is refused in a line', async () => {
    const { workspace, from } = prepare({ [NMC]: capabilities(0.125) });
    chmodSync(path.join(from, NMC), 0o000);
    const mayRead = process.getuid?.() === 0;
    const { failed } = await importFrom(workspace, from);
    expect(failed.map(({ message }) => message)).toEqual(mayRead ? [] : [expect.stringMatching(/cow_nmc_v7\.csv: is closed to you: no permission\.$/)]);
  });

  it('of a source with several holds up the whole source', async () => {
    const { workspace, from } = prepare({ 'gml_mida_v2_1.csv': MIDA, 'gml_midb_v2_1.csv': 'x\n1\n' });
    expect(await importFrom(workspace, from)).toMatchObject({ imported: [], failed: [{ source: 'gml', file: 'gml_midb_v2_1.csv' }] });
    expect(readLedger(workspace).entries).toEqual([]);
    expect(readdirSync(path.join(workspace, 'data/gml'))).toEqual([]);
  });
});

describe('a store that cannot be used', () => {
  const withLedger = (text: string): { workspace: string; from: string } => {
    const prepared = prepare({ [NMC]: capabilities(0.125) });
    mkdirSync(prepared.workspace);
    writeFileSync(path.join(prepared.workspace, 'ledger.json'), text);
    return prepared;
  };

  it.each([
    ['damaged', '{"format": 1, "entries"', /ledger\.json: is no JSON\.$/],
    ['not a ledger', '{"format": 1, "entries": 3, "accepted": {}}', /ledger\.json: is damaged at entries:/],
    ['of a newer format', '{"format": 2, "tables": []}', /ledger\.json: is of format 2, which a newer foedus wrote\.$/],
  ])('a ledger %s is refused and left as it is', async (_, text, message) => {
    const { workspace, from } = withLedger(text);
    await expect(importFrom(workspace, from)).rejects.toThrow(message);
    await expect(withStore(workspace, () => Promise.resolve())).rejects.toThrow(message);
    expect(readFileSync(path.join(workspace, 'ledger.json'), 'utf8')).toBe(text);
  });

  it('a folder that is not there is named', async () => {
    const { workspace, from } = prepare({});
    await expect(importFrom(workspace, `${from}/no`)).rejects.toThrow(/no: no such file or folder\.$/);
  });

  it('a file in the place of the workspace is named', async () => {
    const { from } = prepare({ [NMC]: capabilities(0.125) });
    await expect(importFrom(path.join(from, NMC), from)).rejects.toThrow(/cow_nmc_v7\.csv/);
  });

  it('a file that the ledger names and that is gone is named, with what to do', async () => {
    const { workspace, from } = prepare({ [NMC]: capabilities(0.125) });
    await importFrom(workspace, from);
    rmSync(path.join(workspace, 'data'), { recursive: true });
    await expect(withStore(workspace, (store) => store.read('nmc', 'state-year'))).rejects.toMatchObject({
      message: expect.stringMatching(/state-year\.parquet: is named by the ledger and missing\.$/),
      detail: ['Import nmc again.'],
    });
    await importFrom(workspace, from);
    expect((await withStore(workspace, (store) => store.read('nmc', 'state-year'))).rows).toBe(2);
  });
});

it('accepted terms are kept through imports', async () => {
  const { workspace, from } = prepare({ [NMC]: capabilities(0.125) });
  await acceptTerms(workspace, 'nmc', '2026-07-01T00:00:00.000Z');
  await importFrom(workspace, from);
  expect(readLedger(workspace).accepted).toEqual({ nmc: '2026-07-01T00:00:00.000Z' });
});
