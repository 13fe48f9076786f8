import type { DuckDBConnection } from '@duckdb/node-api';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expand } from './archive/expand.ts';
import type { FileRead } from './check-table.ts';
import { DataError } from './data-error.ts';
import { identifier, literal, withDuck } from './duck/open.ts';
import { flush, renameDurably } from './durable.ts';
import { findInputs, type Input } from './find-inputs.ts';
import { hashFile, hashText } from './hash.ts';
import { withEntry, writeLedger } from './ledger-write.ts';
import { readLedger, type Ledger, type LedgerEntry, type LedgerTable } from './ledger.ts';
import { withLock, type Lock } from './lock.ts';
import { faultOf, mayHoldTable, planImport, type Fault, type Planned, type PlannedTable } from './plan-import.ts';
import { readFile } from './read-file.ts';
import { readerOf } from './reader-of.ts';
import { sources as every } from './sources/index.ts';
import type { Source } from './source.ts';
import { DRAFT, sweep } from './sweep.ts';

export interface ImportedTable {
  readonly table: string;
  readonly rows: number;
  readonly years: readonly [number, number] | null;
  readonly notes: readonly string[];
}

export interface ImportedSource {
  readonly source: string;
  readonly version: string;
  readonly tables: readonly ImportedTable[];
}

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
  /** Ends the import before the next file; what was committed stays. */
  readonly signal?: AbortSignal;
}

/**
 * Imports every table of a folder's files that foedus reads: Parquet files first, in a folder of their own, then the ledger that
 * names them, source by source. What was committed stays; what was not leaves the store as it was.
 * @throws {DataError} where the folder cannot be read, the ledger is damaged or newer, another process writes to the store, or it was stopped
 */
export async function importFrom(workspace: string, from: string, options: ImportOptions = {}): Promise<ImportReport> {
  const start = performance.now();
  const sources = options.sources ?? every;
  const { inputs, closed } = findInputs(from, workspace);
  readLedger(workspace);
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

async function importUnderLock(
  workspace: string,
  inputs: readonly Input[],
  sources: readonly Source[],
  lock: Lock,
  { onProgress, signal, synthetic = false }: ImportOptions,
): Promise<Omit<ImportReport, 'seconds'>> {
  const ledger = readLedger(workspace);
  sweep(workspace, ledger, Date.now());
  const scratch = path.join(workspace, 'data', draftName());
  const stop = { ...(signal !== undefined && { signal }) };
  try {
    const { planned, unknown, faults } = await planImport(inputs, sources, (archive, wanted) => expand(archive, scratch, { wanted, ...stop }));
    const unchanged = planned.filter((plan) => isUnchanged(workspace, ledger, plan, synthetic));
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
    if (fresh.length > 0) {
      await withDuck(async (duck) => {
        for (const plan of fresh) {
          const result = await importSource(workspace, duck, plan, { lock, read, synthetic });
          if ('imported' in result) imported.push(result.imported);
          else failed.push(result.failed);
        }
      });
    }
    return { imported, unchanged: unchanged.map(({ source, version }) => ({ source: source.id, version })), unknown, failed };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const draftName = (): string => `${DRAFT}${process.pid}-${randomBytes(4).toString('hex')}`;

/** Whether an entry was made of the same bytes in the same way, and its files are sound. */
function isUnchanged(workspace: string, ledger: Ledger, { source, version, tables }: Planned, synthetic: boolean): boolean {
  const entry = ledger.entries.find((one) => one.source === source.id && one.version === version);
  if (entry === undefined || (entry.synthetic ?? false) !== synthetic) return false;
  return tables.every(({ spec, sha256 }) => {
    const held = entry.tables.find(({ table }) => table === spec.id);
    return held?.input.sha256 === sha256 && held.reader === readerOf(spec) && isSound(path.join(workspace, entry.folder, held.file), held.sha256);
  });
}

const isSound = (file: string, sha256: string): boolean => existsSync(file) && hashFile(file).sha256 === sha256;

type ReadTable = (duck: DuckDBConnection, table: PlannedTable) => Promise<FileRead>;

async function importSource(
  workspace: string,
  duck: DuckDBConnection,
  plan: Planned,
  { lock, read, synthetic }: { readonly lock: Lock; readonly read: ReadTable; readonly synthetic: boolean },
): Promise<{ readonly imported: ImportedSource } | { readonly failed: Fault }> {
  const { source, version } = plan;
  const home = path.join(workspace, 'data', source.id);
  const draft = path.join(home, draftName());
  mkdirSync(draft, { recursive: true });
  const tables: LedgerTable[] = [];
  try {
    for (const table of plan.tables) {
      try {
        tables.push(await importTable(duck, draft, table, read));
      } catch (error) {
        return { failed: faultOf(error, table.input.name, source.id) };
      }
    }
    const ledger = readLedger(workspace);
    const before = ledger.entries.find((one) => one.source === source.id && one.version === version);
    const kept = before === undefined || (before.synthetic ?? false) !== synthetic ? [] : keepOthers(workspace, before, tables, draft);
    const all = [...tables, ...kept].toSorted((one, other) => order(source, one.table) - order(source, other.table));
    const folder = freeFolder(home, version, all);
    flush(draft);
    lock.assertHeld();
    renameDurably(draft, folder);
    const entry: LedgerEntry = {
      source: source.id,
      version,
      folder: path.relative(workspace, folder).replaceAll('\\', '/'),
      imported: new Date().toISOString(),
      ...(synthetic && { synthetic }),
      terms: source.terms.text,
      citation: source.citations[0].key,
      tables: all,
    };
    writeLedger(workspace, withEntry(ledger, entry), lock);
    if (before !== undefined) markSuperseded(path.join(workspace, before.folder));
    return { imported: { source: source.id, version, tables: tables.map(({ table, rows, years, notes }) => ({ table, rows, years, notes })) } };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const order = (source: Source, table: string): number => source.tables.findIndex(({ id }) => id === table);

async function importTable(duck: DuckDBConnection, draft: string, planned: PlannedTable, readTable: ReadTable): Promise<LedgerTable> {
  const { spec, input, bytes, sha256, notes } = planned;
  const read = await readTable(duck, planned);
  const file = `${spec.id}.parquet`;
  const target = path.join(draft, file);
  const sorted = spec.key.length === 0 ? '' : ` ORDER BY ${spec.key.map(identifier).join(', ')}`;
  try {
    await duck.run(`COPY (SELECT * FROM t${sorted}) TO ${literal(target)} (FORMAT parquet, COMPRESSION zstd)`);
  } catch (error) {
    throw new DataError(`${target}: cannot be written.`, [`DuckDB says: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`], {
      cause: error,
    });
  }
  await duck.run('DROP TABLE t');
  flush(target);
  return {
    table: spec.id,
    file,
    ...(spec.version !== undefined && { version: spec.version }),
    rows: read.rows,
    columns: Object.keys(spec.columns),
    years: read.years === undefined ? null : [...read.years],
    sha256: hashFile(target).sha256,
    input: { file: input.name, bytes, sha256 },
    reader: readerOf(spec),
    notes: [...notes, ...read.notes],
  };
}

/** The tables of an entry that this import brings no new files for, their files put into the draft beside the new. */
function keepOthers(workspace: string, before: LedgerEntry, fresh: readonly LedgerTable[], draft: string): readonly LedgerTable[] {
  const others = before.tables.filter(({ table, file }) => !fresh.some((one) => one.table === table) && existsSync(path.join(workspace, before.folder, file)));
  for (const { file } of others) {
    const [held, target] = [path.join(workspace, before.folder, file), path.join(draft, file)];
    try {
      linkSync(held, target);
    } catch {
      copyFileSync(held, target);
      flush(target);
    }
  }
  return others;
}

/** A folder name not taken: the version, the version with a hash of its content, or that with a number. */
function freeFolder(home: string, version: string, tables: readonly LedgerTable[]): string {
  const content = hashText(tables.map(({ table, sha256 }) => `${table} ${sha256}\n`).join('')).slice(0, 8);
  const plain = version.replaceAll(/[^\w.]+/g, '-').replaceAll(/^[-.]+|-+$/g, '');
  const named = [plain, `${plain}-${content}`].map((name) => path.join(home, name));
  const free = named.find((folder) => !existsSync(folder));
  if (free !== undefined) return free;
  for (let number = 2; ; number++) {
    const folder = path.join(home, `${plain}-${content}-${number}`);
    if (!existsSync(folder)) return folder;
  }
}

/** Dates a folder with its end: readers that opened it before have from now on to finish. */
function markSuperseded(folder: string): void {
  const now = new Date();
  if (existsSync(folder)) utimesSync(folder, now, now);
}
