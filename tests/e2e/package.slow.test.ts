import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../house/sources.ts';
import { dataDir } from '../support/data.ts';
import { everyFile, megabytesOf, npm, pack, telltales, type Packed } from './packed.ts';

let packed: Packed;
let project = '';
/** The package as installed. */
let installed = '';

beforeAll(() => {
  packed = pack();
  project = mkdtempSync(path.join(tmpdir(), 'foedus-project-'));
  writeFileSync(path.join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }\n');
  // Without the platform's binary of DuckDB, which is optional; the cache first, the registry where it lacks something.
  npm(['install', packed.file, '--omit=optional', '--prefer-offline', '--no-audit', '--no-fund'], project);
  installed = path.join(project, 'node_modules', 'foedus');
}, 600_000);

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
  rmSync(path.dirname(packed.file), { recursive: true, force: true });
}, 120_000);

const sha = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Runs a program of the project. */
function run(name: string, program: string): string {
  writeFileSync(path.join(project, name), program);
  const { status, stdout, stderr } = spawnSync(process.execPath, [name], { cwd: project, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe('the package', () => {
  it('is under 5 MB, and holds the program, the catalog, the license and nothing of the tests', () => {
    expect(packed.bytes).toBeLessThan(5e6);
    const folders = new Set(packed.files.map((name) => name.split('/')[0]));
    expect([...folders].toSorted()).toEqual(['LICENSE', 'README.md', 'bin', 'catalog', 'dist', 'package.json']);
    expect(packed.files.filter((name) => /\.(parquet|dta|xlsx?|sav|tgz|zip|map)$|\.test\.|tsbuildinfo/.test(name))).toEqual([]);
  });

  it('holds no data set of others: no file, no header row, no row of theirs', () => {
    const folder = dataDir();
    if (folder === undefined) {
      console.warn('NOT RUN: the scan for data sets needs the folder that FOEDUS_DATA names');
      expect(process.env['CI']).not.toBe('true');
      return;
    }
    const theirs = everyFile(folder).filter((file) => !file.endsWith('.md'));
    expect(theirs.length).toBeGreaterThan(10);
    const files = everyFile(installed);
    const hashes = new Set(files.map(sha));
    expect(theirs.filter((file) => hashes.has(sha(file))).map((file) => path.basename(file))).toEqual([]);
    const texts = files.filter((file) => !/\.(woff2|png)$/.test(file)).map((file) => readFileSync(file, 'latin1'));
    const tables = theirs.filter((file) => /\.(csv|txt|tsv)$/.test(file));
    const found = tables.flatMap((file) =>
      telltales(file)
        .filter((line) => texts.some((text) => text.includes(line)))
        .map((line) => `${path.basename(file)}: ${line}`),
    );
    expect(found).toEqual([]);
  });

  it('takes less than 120 MB, installed without the binary of DuckDB', () => {
    expect(readdirSync(path.join(project, 'node_modules', '@duckdb')).toSorted()).toEqual(['node-api', 'node-bindings']);
    expect(megabytesOf(path.join(project, 'node_modules'))).toBeLessThan(120);
  });

  it('works by npx, without that binary too', () => {
    const said = npm(
      ['exec', '--offline', '--', 'foedus', 'trigger', '--attacker', 'RUS', '--target', 'EST', '--date', '2025-01-01', '--only', 'nato'],
      project,
    );
    expect(said).toContain('31 states owe Estonia defense against Russia');
    expect(npm(['exec', '--offline', '--', 'foedus', 'assess', 'us-japan-1960', '--date', '2025-06-01', '--draws', '0'], project)).toContain('honors');
  });

  it('works by import', () => {
    const { exports } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
    const names = Object.keys(exports).filter((name) => !name.endsWith('.json') && name !== './data');
    const said = run('all.mjs', names.map((name) => `console.log('${name}', Object.keys(await import('foedus/${name.slice(2)}')).length > 0);`).join('\n'));
    expect(said.trim().split('\n')).toEqual(names.map((name) => `${name} true`));
  });

  it('has types that a program checks against', () => {
    mkdirSync(path.join(project, 'src'), { recursive: true });
    writeFileSync(
      path.join(project, 'src', 'typed.ts'),
      `import { loadCatalog, worldOf } from 'foedus/catalog';\nimport { createLaw, type Verdict } from 'foedus/law';\nconst catalog = loadCatalog();\nexport const verdict = (): Verdict['duties'] => createLaw(catalog.treaties, worldOf(catalog)).matrix('1914-07-28') && [];\n`,
    );
    const compiler = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--skipLibCheck', '--types', '', 'src/typed.ts'];
    const { status, stdout } = spawnSync(process.execPath, [compiler, ...args], { cwd: project, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  it('reads and writes data once DuckDB is there', () => {
    npm(['install', '--prefer-offline', '--no-audit', '--no-fund'], project);
    const said = run(
      'data.mjs',
      `import { importMadeUp, storeStatus } from 'foedus/data';\nawait importMadeUp('world', 1);\nconsole.log((await storeStatus('world', true)).sound);\n`,
    );
    expect(said).toBe('true\n');
  });
});
