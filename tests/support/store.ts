import { readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, it } from 'vitest';
import { hashText } from '../../src/data/disk/hash.ts';
import { importFrom } from '../../src/data/import/import.ts';
import { readLedger } from '../../src/data/store/ledger.ts';
import { readerOf } from '../../src/data/import/reader-of.ts';
import { recognize } from '../../src/data/import/recognize.ts';
import { sources } from '../../src/data/sources/index.ts';
import { dataDir } from './data.ts';

const NAMED = 'foedus-test-store-';
const DAY = 86_400_000;

/** A folder for the store of all suites, another for other files or other readers. */
function folderFor(data: string): string {
  const files = readdirSync(data).map((name) => {
    const { size, mtimeMs } = statSync(path.join(data, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  const readers = sources.flatMap((source) => [source.id, source.version, ...source.tables.map(readerOf)]);
  return path.join(tmpdir(), `${NAMED}${hashText([data, ...files, ...readers].join('\n')).slice(0, 16)}`);
}

/** Removes the stores of earlier versions that no run used for a day. */
function removeOld(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(NAMED))) {
    const folder = path.join(tmpdir(), name);
    if ((statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < Date.now() - DAY) rmSync(folder, { recursive: true, force: true });
  }
}

interface Ready {
  readonly folder: string;
  /** What was not imported, and why. */
  readonly failed: ReadonlyMap<string, string>;
}

let ready: Promise<Ready> | undefined;

/** The workspace with everything of the data folder imported: once for all suites of all workers, and for later runs too. @throws where there is no data folder */
function makeOnce(): Promise<Ready> {
  ready ??= makeStore();
  return ready;
}

async function makeStore(): Promise<Ready> {
  const data = dataDir();
  if (data === undefined) throw new Error('there is no data folder');
  const folder = folderFor(data);
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) removeOld();
  const { failed } = await importFrom(folder, data, { patience: 120_000 });
  return { folder, failed: new Map(failed.map(({ source, file, message }) => [source ?? file, message])) };
}

/**
 * Tests on a store of the real data that holds the sources named. Where files of one are not at hand the tests are left out,
 * with a line that says so; under `CI=true` that is a failure. The folder is filled before the first test, so tests alone may read it.
 */
export function describeWithStore(name: string, needed: readonly string[], tests: (folder: string) => void): void {
  const data = dataDir();
  const names = data === undefined ? [] : readdirSync(data);
  const missing = needed.filter((id) => !names.some((file) => recognize(file, sources).some(({ source }) => source.id === id)));
  if (data !== undefined && missing.length === 0) {
    describe(name, () => {
      beforeAll(async () => {
        const { folder, failed } = await makeOnce();
        const held = readLedger(folder).entries;
        const absent = needed.filter((id) => !held.some(({ source }) => source === id));
        if (absent.length > 0) throw new Error(absent.map((id) => `${id}: ${failed.get(id) ?? 'not imported'}`).join('\n'));
      }, 180_000);
      tests(folderFor(data));
    });
    return;
  }
  const message = `NOT RUN: "${name}" needs data of ${missing.join(', ')}; set FOEDUS_DATA to the folder that holds the data sets`;
  if (process.env['CI'] === 'true') {
    it(name, () => {
      throw new Error(message);
    });
    return;
  }
  console.warn(message);
  describe.skip(name, () => it(message, () => undefined));
}
