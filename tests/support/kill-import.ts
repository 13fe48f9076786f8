import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { literal, withDuck } from '../../src/data/duck/open.ts';
import { hashFile } from '../../src/data/disk/hash.ts';
import { importFrom } from '../../src/data/import/import.ts';
import { readLedger } from '../../src/data/store/ledger.ts';
import { withStore } from '../../src/data/store/store.ts';
import { writeSyntheticFiles } from '../../src/data/synthetic/write-files.ts';

const CHILD = fileURLToPath(new URL('import-child.ts', import.meta.url));

/** Two editions of made-up files, and what an import of each takes, in milliseconds. */
interface Editions {
  readonly root: string;
  readonly old: string;
  readonly fresh: string;
  readonly duration: number;
}

/** Imports in a child and kills it with SIGKILL, so many milliseconds after it began; returns how often the store was read meanwhile. */
async function importAndKill(workspace: string, from: string, after: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, workspace, from], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const [begun] = await Promise.race([once(child.stdout, 'data'), exit]);
  expect(String(begun)).toBe('ready\n');
  const running = new AbortController();
  let reads = 0;
  const reading = (async () => {
    while (!running.signal.aborted) {
      await withStore(workspace, async (store) => expect((await store.read('nmc', 'state-year')).rows).toBeGreaterThan(0));
      reads += 1;
    }
  })();
  await sleep(after);
  child.kill('SIGKILL');
  await exit;
  running.abort();
  await reading;
  return reads;
}

/** Every table that the ledger names is there with its hash and its rows, and each entry is whole of one edition. */
async function expectSound(workspace: string, { old, fresh }: Editions): Promise<void> {
  const { entries } = readLedger(workspace);
  expect(entries.length).toBeGreaterThan(0);
  const editions = [old, fresh].map((folder) => new Map(readdirSync(folder).map((name) => [name, hashFile(path.join(folder, name)).sha256])));
  await withDuck(async (duck) => {
    for (const { folder, tables } of entries) {
      expect(editions.some((hashes) => tables.every(({ input }) => hashes.get(input.file) === input.sha256))).toBe(true);
      for (const { file: name, sha256, rows } of tables) {
        const file = path.join(workspace, folder, name);
        expect(hashFile(file).sha256).toBe(sha256);
        const counted = await duck.runAndReadAll(`SELECT count(*)::INTEGER FROM read_parquet(${literal(file)})`);
        expect(counted.getRows()).toEqual([[rows]]);
      }
    }
  });
}

/** What an import leaves when it is done: the new edition, no draft, no lock. */
async function expectFinished(workspace: string, { fresh }: Editions): Promise<void> {
  const { entries } = readLedger(workspace);
  for (const { tables } of entries) for (const { input } of tables) expect(input.sha256).toBe(hashFile(path.join(fresh, input.file)).sha256);
  const left = readdirSync(workspace, { recursive: true, encoding: 'utf8' }).filter((name) => /(^|[/\\])\.draft|\.draft$|ledger\.lock/.test(name));
  expect(left).toEqual([]);
  expect((await importFrom(workspace, fresh, { synthetic: true })).imported).toEqual([]);
}

/** Kills imports of a new edition over an old one at random moments: the store is sound after each, and the next import finishes it. */
export async function killImports(times: number): Promise<void> {
  const editions = await writeEditions();
  try {
    for (let time = 0; time < times; time++) {
      const workspace = path.join(editions.root, `store-${time}`);
      await importFrom(workspace, editions.old, { synthetic: true });
      await expectSound(workspace, editions);
      const after = Math.random() * editions.duration;
      expect(await importAndKill(workspace, editions.fresh, after)).toBeGreaterThan(0);
      await expectSound(workspace, editions);
      const { failed } = await importFrom(workspace, editions.fresh, { synthetic: true });
      expect(failed).toEqual([]);
      await expectSound(workspace, editions);
      await expectFinished(workspace, editions);
    }
  } finally {
    rmSync(editions.root, { recursive: true, force: true });
  }
}

/** Sources of one table and of several; few, so that the tests are quick. */
const FILES = ['cow_nmc_v7.csv', 'cow_states.csv', 'cow_mindist.csv', 'gml_mida_v2_1.csv', 'gml_midb_v2_1.csv'];

function writeEdition(folder: string, seed: number): string {
  const written = writeSyntheticFiles(folder, seed, { states: 8, years: [1900, 1920] });
  for (const name of written.filter((one) => !FILES.includes(one))) rmSync(path.join(folder, name));
  return folder;
}

async function writeEditions(): Promise<Editions> {
  const root = mkdtempSync(path.join(tmpdir(), 'foedus-kill-'));
  const [old, fresh] = [writeEdition(path.join(root, 'old'), 1), writeEdition(path.join(root, 'new'), 2)];
  const { seconds, imported } = await importFrom(path.join(root, 'timed'), fresh, { synthetic: true });
  expect(imported.flatMap(({ tables }) => tables)).toHaveLength(FILES.length);
  return { root, old, fresh, duration: seconds * 1000 };
}
