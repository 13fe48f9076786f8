import type { DuckDBConnection } from '@duckdb/node-api';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expand } from '../archive/expand.ts';
import type { FileRead } from './check-table.ts';
import { DataError } from '../data-error.ts';
import { withDuck } from '../duck/open.ts';
import { findInputs, type Input } from './find-inputs.ts';
import { hashFile } from '../disk/hash.ts';
import { draftName, importSource, type ImportedSource } from './import-source.ts';
import { readLedger, type Ledger } from '../store/ledger.ts';
import { withLock, type Lock } from '../store/lock.ts';
import { faultOf, mayHoldTable, planImport, type Fault, type Planned, type PlannedTable } from './plan.ts';
import { readFile } from './read-file.ts';
import { readerOf } from './reader-of.ts';
import { sources as every } from '../sources/index.ts';
import type { Source } from '../source.ts';
import { sweep } from '../store/sweep.ts';

export type { ImportedSource } from './import-source.ts';

/** What an import did. */
export interface ImportReport {
  readonly imported: readonly ImportedSource[];
  /** Sources that were in the store from the same bytes already. */
  readonly unchanged: readonly { readonly source: string; readonly version: string }[];
  /** Files that hold no table foedus reads. */
  readonly unknown: readonly string[];
  /** Files that should hold one and do not; nothing of their source was imported. */
  readonly failed: readonly Fault[];
  readonly seconds: number;
}

export interface ImportOptions {
  /** The sources to look for; all unless given. */
  readonly sources?: readonly Source[];
  /** Told before each file is read; sizes in bytes. */
  readonly onProgress?: (progress: { readonly file: string; readonly done: number; readonly total: number }) => void;
  /** Told in a line where the import waits for another writer. */
  readonly onWait?: (line: string) => void;
  /** How long to wait for another writer, in milliseconds. */
  readonly patience?: number;
  /** The files were made up by foedus: the ledger says so. */
  readonly synthetic?: boolean;
  /** Kept as this version, whatever the files are called. */
  readonly version?: string;
  /** Ends the import before the next file; what was committed stays. */
  readonly signal?: AbortSignal;
}

/**
 * Imports every table of a folder's files that foedus reads: Parquet files first, in a folder of their own, then the ledger that
 * names them, source by source. What was committed stays; what was not leaves the store as it was.
 * @throws {DataError} where the folder cannot be read, the store holds a made-up world, the ledger is damaged or newer, another process writes to the store, or it was stopped
 */
export async function importFrom(workspace: string, from: string, options: ImportOptions = {}): Promise<ImportReport> {
  const start = performance.now();
  const sources = options.sources ?? every;
  const { inputs, closed } = findInputs(from, workspace);
  assertOneWorld(readLedger(workspace), workspace, options.synthetic ?? false);
  const failedFolders = closed.map(({ name, error }) => faultOf(error, name));
  const seconds = (): number => (performance.now() - start) / 1000;
  if (!inputs.some((input) => mayHoldTable(input, sources))) {
    return { imported: [], unchanged: [], unknown: inputs.map(({ name }) => name), failed: failedFolders, seconds: seconds() };
  }
  try {
    const report = await withLock(workspace, (lock) => importUnderLock(workspace, inputs, sources, lock, options), options);
    return { ...report, failed: [...failedFolders, ...report.failed], seconds: seconds() };
  } catch (error) {
    if (options.signal?.aborted !== true || error instanceof DataError) throw error;
    throw new DataError('The import was stopped.', ['What was imported before stays. Run the command again to go on.'], { cause: error });
  }
}

/** Published and made-up data never lie in one store: a panel would be made of both. @throws {DataError} where they would */
function assertOneWorld({ entries }: Ledger, workspace: string, synthetic: boolean): void {
  const other = entries.find((entry) => (entry.synthetic ?? false) !== synthetic);
  if (other === undefined) return;
  const [held, offered] = synthetic ? ['published', 'made-up'] : ['made-up', 'published'];
  throw new DataError(`${workspace}: holds ${held} data (${other.source} ${other.version}); ${offered} data would be taken together with them.`, [
    'Name another folder with --workspace.',
  ]);
}

async function importUnderLock(
  workspace: string,
  inputs: readonly Input[],
  sources: readonly Source[],
  lock: Lock,
  { onProgress, signal, synthetic = false, version }: ImportOptions,
): Promise<Omit<ImportReport, 'seconds'>> {
  const ledger = readLedger(workspace);
  sweep(workspace, ledger, Date.now());
  const scratch = path.join(workspace, 'data', draftName());
  const stop = { ...(signal !== undefined && { signal }) };
  try {
    const plan = await planImport(inputs, sources, (archive, wanted) => expand(archive, scratch, { wanted, ...stop }));
    const { unknown, faults } = plan;
    const planned = version === undefined ? plan.planned : plan.planned.map((one) => ({ ...one, version }));
    const unchanged = planned.filter((plan) => isUnchanged(workspace, ledger, plan));
    const fresh = planned.filter((plan) => !unchanged.includes(plan));
    const imported: ImportedSource[] = [];
    const failed = [...faults];
    const total = fresh.flatMap(({ tables }) => tables).reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    const read = async (duck: DuckDBConnection, { input, bytes, spec, layout }: PlannedTable): Promise<FileRead> => {
      onProgress?.({ file: input.name, done, total });
      signal?.throwIfAborted();
      done += bytes;
      const { files } = await expand(input.file, scratch, stop);
      return readFile(duck, files[0]?.path ?? input.file, spec, layout, input.name);
    };
    const queue = sources.map((source) => fresh.filter((plan) => plan.source === source)).filter((plans) => plans.length > 0);
    await drain(queue, async (duck, plan) => {
      const result = await importSource(workspace, duck, plan, { lock, read, synthetic });
      if ('imported' in result) imported.push(result.imported);
      else failed.push(result.failed);
    });
    const rank = ({ source }: { readonly source?: string }): number => fresh.findIndex((plan) => plan.source.id === source);
    imported.sort((one, other) => rank(one) - rank(other));
    failed.sort((one, other) => rank(one) - rank(other));
    return { imported, unchanged: unchanged.map(({ source, version }) => ({ source: source.id, version })), unknown, failed };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Works through a queue of sources, two at a time, each on a DuckDB of its own; the versions of a source one after the other.
 * @throws the first error, once no work goes on any more
 */
async function drain(queue: (readonly Planned[])[], work: (duck: DuckDBConnection, plan: Planned) => Promise<void>): Promise<void> {
  const worker = (): Promise<void> =>
    withDuck(async (duck) => {
      try {
        for (let plans = queue.shift(); plans !== undefined; plans = queue.shift()) for (const plan of plans) await work(duck, plan);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    });
  const ends = await Promise.allSettled(Array.from({ length: Math.min(WORKERS, queue.length) }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** Reading a small table is work of one core: more than two at once gain little and need memory. */
const WORKERS = 2;

/** Whether an entry was made of the same bytes in the same way, and its files are sound. */
function isUnchanged(workspace: string, ledger: Ledger, { source, version, tables }: Planned): boolean {
  const entry = ledger.entries.find((one) => one.source === source.id && one.version === version);
  if (entry === undefined) return false;
  return tables.every(({ spec, sha256 }) => {
    const held = entry.tables.find(({ table }) => table === spec.id);
    return held?.input.sha256 === sha256 && held.reader === readerOf(spec) && isSound(path.join(workspace, entry.folder, held.file), held.sha256);
  });
}

const isSound = (file: string, sha256: string): boolean => existsSync(file) && hashFile(file).sha256 === sha256;
