import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nmc } from '../../src/data/sources/nmc/source.ts';
import { sources } from '../../src/data/sources/index.ts';
import { madeUp } from '../support/published.ts';
import { foedus, temporaryFolder, type Run } from './harness.ts';

const CAPABILITIES = madeUp(nmc, 'state-year', [
  { ccode: 2, year: 1900, cinc: 0.25 },
  { ccode: 2, year: 1903, cinc: 0.5 },
]);

/** Files in `files/` of a folder, and foedus run in it with the workspace `.foedus`. */
function prepare(files: Readonly<Record<string, string>>): { cwd: string; run: (...argv: string[]) => Promise<Run> } {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, 'files'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, 'files', name), text);
  return { cwd, run: (...argv) => foedus(['data', ...argv, '--workspace', '.foedus'], { cwd }) };
}

const json = ({ out }: Run): unknown => JSON.parse(out);

describe('foedus data import', () => {
  it('imports, names what it does not know, shows the terms, exits 0', async () => {
    const { run } = prepare({ 'cow_nmc_v7.csv': CAPABILITIES, 'mine.csv': 'a\n1\n', 'README.md': '' });
    const { exit, out, err } = await run('import', '--from', 'files');
    expect(exit).toBe(0);
    expect(out).toMatch(/^nmc 7\.0\n {2}state-year {2}2 rows {2}1900-1903\n/);
    expect(out).toContain('Left out, not known to foedus (2): README.md, mine.csv\n');
    expect(out).toMatch(/Imported 1 source: 1 table, 2 rows, in \d+\.\d s\.\n$/);
    expect(err).toBe(`Terms of nmc: ${nmc.terms.text}\n`);
    expect((await run('import', '--from', 'files')).out).toMatch(/Nothing to do: 1 source in the store from the same files\.\n$/);
  });

  it('prints one object for programs', async () => {
    const { run } = prepare({ 'cow_nmc_v7.csv': CAPABILITIES, 'mine.csv': 'a\n1\n', 'gml_mida_v2_1.csv': 'a\n1\n' });
    const { exit, out } = await run('import', '--from', 'files', '--json');
    expect(exit).toBe(2);
    expect(JSON.parse(out)).toEqual({
      workspace: expect.stringMatching(/\.foedus$/),
      imported: [{ source: 'nmc', version: '7.0', tables: [{ table: 'state-year', rows: 2, years: [1900, 1903], notes: [expect.any(String)] }] }],
      unchanged: [],
      unknown: ['mine.csv'],
      failed: [{ source: 'gml', file: 'gml_mida_v2_1.csv', message: expect.stringMatching(/^gml_mida_v2_1\.csv: lacks/), detail: expect.any(Array) }],
      seconds: expect.any(Number),
    });
    expect(json(await run('import', '--from', 'files', '--json'))).toMatchObject({ imported: [], unchanged: [{ source: 'nmc', version: '7.0' }] });
  });

  it('says a fault on standard error, also under --quiet, and imports the rest', async () => {
    const { run } = prepare({ 'cow_nmc_v7.csv': CAPABILITIES, 'gml_mida_v2_1.csv': '<html>Sign in</html>' });
    const { exit, out, err } = await run('import', '--from', 'files', '--quiet');
    expect(exit).toBe(2);
    expect(err).toMatch(/^foedus: gml_mida_v2_1\.csv: .*web page/);
    expect(out).toContain('Imported 1 source');
  });

  it.each<[argv: string[], message: string]>([
    [['import'], "name the folder with the files: 'foedus data import --from DIR'."],
    [['import', 'nmc', '--from', 'files'], "'nmc': import takes no names; name the folder by --from."],
    [['status', 'nmc'], "'nmc': status takes no names."],
    [['list', 'nosuch'], "'nosuch' is no source foedus reads."],
  ])('%j is a mistake in what was given', async (argv, message) => {
    const { run } = prepare({});
    const { exit, err } = await run(...argv);
    expect(exit).toBe(2);
    expect(err.split('\n')[0]).toBe(`foedus: ${message}`);
  });

  it('a folder that is not there is named', async () => {
    const { run } = prepare({});
    expect(await run('import', '--from', 'nowhere')).toMatchObject({ exit: 2, err: expect.stringMatching(/nowhere: no such file or folder\.\n$/) });
  });

  it('of nothing known says so', async () => {
    const { run } = prepare({ 'mine.csv': '' });
    expect(await run('import', '--from', 'files')).toMatchObject({ exit: 0, out: 'Left out, not known to foedus (1): mine.csv\nNothing was imported.\n' });
  });
});

describe('foedus data list', () => {
  it('shows every source, and which the store holds', async () => {
    const { run } = prepare({ 'cow_nmc_v7.csv': CAPABILITIES });
    const before = (await run('list')).out.trimEnd().split('\n');
    expect(before).toHaveLength(sources.length + 1);
    await run('import', '--from', 'files');
    expect((await run('list')).out).toMatch(/^nmc +7\.0 +1816-2022 +7\.0 +National Material Capabilities$/m);
  });

  it('shows what a source holds: tables, columns, terms, caveats', async () => {
    const { run } = prepare({});
    const { out } = await run('list', 'nmc');
    for (const text of [nmc.title, 'Terms: ', nmc.tables[0].title, '17,121 rows', 'ccode', 'COW state number']) expect(out).toContain(text);
  });

  it('prints one object for programs', async () => {
    const { run } = prepare({});
    expect(json(await run('list', 'nmc', '--json'))).toMatchObject({
      sources: [
        { source: 'nmc', version: '7.0', coverage: [1816, 2022], terms: nmc.terms.text, in_store: [], tables: [{ table: 'state-year', rows: 17_121 }] },
      ],
    });
  });
});

describe('foedus data status', () => {
  it('of an empty store says so', async () => {
    const { run } = prepare({});
    expect((await run('status')).out).toMatch(/ is empty\.\nNot in the store: /);
  });

  it('shows versions, rows, years, hashes and gaps; --verify computes the hashes again', async () => {
    const { cwd, run } = prepare({ 'cow_nmc_v7.csv': CAPABILITIES });
    await run('import', '--from', 'files');
    const { exit, out } = await run('status', '--verify');
    expect(exit).toBe(0);
    expect(out).toMatch(/^nmc 7\.0 {2}imported \d{4}-\d\d-\d\d\n {2}state-year +2 rows +1900-1903 +[0-9a-f]{8} +sound\n {4}no row in 1901-1902\n/m);
    writeFileSync(path.join(cwd, '.foedus/data/nmc/7.0/state-year.parquet'), 'x');
    const damaged = await run('status', '--verify', '--json');
    expect(damaged.exit).toBe(1);
    expect(json(damaged)).toMatchObject({ sound: false, sources: [{ source: 'nmc', in_use: true, tables: [{ state: 'damaged' }] }] });
  });
});

describe('foedus data cite', () => {
  it('of an empty store asks for names', async () => {
    const { run } = prepare({});
    expect(await run('cite')).toMatchObject({ exit: 2, err: expect.stringContaining("is empty: name the sources to cite, such as 'foedus data cite nmc'.") });
  });

  it('writes BibTeX with the version in use', async () => {
    const { cwd, run } = prepare({ 'cow_nmc_v7.csv': CAPABILITIES });
    await run('import', '--from', 'files');
    expect(await run('cite', '-o', 'refs.bib')).toMatchObject({ exit: 0, err: 'Wrote refs.bib.\n' });
    const text = readFileSync(path.join(cwd, 'refs.bib'), 'utf8');
    expect(text).toContain('@article{singer1987reconstructing,\n');
    expect(text).toContain('note = {National Material Capabilities, version 7.0}');
  });

  it('of a work that several sources share is one entry', async () => {
    const { run } = prepare({});
    const { out } = await run('cite', ...sources.map(({ id }) => id));
    const keys = [...out.matchAll(/^@\w+\{([^,]+),$/gm)].map(([, key]) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(sources.map(({ citations: [{ key }] }) => key)));
  });

  it('says of made-up data that they are', async () => {
    const { cwd, run } = prepare({ 'cow_nmc_v7.csv': CAPABILITIES });
    await run('import', '--from', 'files');
    const ledger = path.join(cwd, '.foedus/ledger.json');
    expect(existsSync(ledger)).toBe(true);
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('"source": "nmc",', '"source": "nmc", "synthetic": true,'));
    expect((await run('cite')).out).toContain('version 7.0, made up by foedus, not the published data');
    expect((await run('status')).out).toContain('made up by foedus, not the published data');
  });
});
