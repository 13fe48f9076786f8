import type { DuckDBConnection } from '@duckdb/node-api';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { DataError } from './data-error.ts';
import { identifier, literal, withDuck } from './duck/open.ts';
import { flush, renameDurably } from './durable.ts';
import { findInputs } from './find-inputs.ts';
import { hashFile, hashText } from './hash.ts';
import { withEntry, writeLedger } from './ledger-write.ts';
import { readLedger, type Ledger, type LedgerEntry, type LedgerTable } from './ledger.ts';
import { withLock, type Lock } from './lock.ts';
import { planImport, type Planned, type PlannedTable } from './plan-import.ts';
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
  readonly failed: readonly { readonly source: string; readonly file: string; readonly message: string; readonly detail: readonly string[] }[];
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
}

/**
 * Imports every table of a folder's files that foedus reads: Parquet files first, in a folder of their own, then the ledger that
 * names them, source by source. What was committed stays; what was not leaves the store as it was.
 * @throws {DataError} where the folder cannot be read, the ledger is damaged or newer, or another process writes to the store
 */
export async function importFrom(workspace: string, from: string, options: ImportOptions = {}): Promise<ImportReport> {
  const start = performance.now();
  const { planned, unknown } = planImport(findInputs(from), options.sources ?? every);
  readLedger(workspace);
  const imported: ImportedSource[] = [];
  const unchanged: { source: string; version: string }[] = [];
  const failed: ImportReport['failed'][number][] = [];
  if (planned.length > 0) {
    await withLock(
      workspace,
      async (lock) => {
        const found = readLedger(workspace);
        sweep(workspace, found, Date.now());
        const wanted = planned.filter((plan) => {
          const same = isUnchanged(workspace, found, plan);
          if (same) unchanged.push({ source: plan.source.id, version: plan.version });
          return !same;
        });
        if (wanted.length === 0) return;
        const total = wanted.flatMap(({ tables }) => tables).reduce((sum, { bytes }) => sum + bytes, 0);
        let done = 0;
        await withDuck(async (duck) => {
          for (const plan of wanted) {
            const result = await importSource(workspace, duck, plan, lock, (table) => {
              options.onProgress?.({ file: table.input.name, done, total });
              done += table.bytes;
            });
            if ('failed' in result) failed.push(result.failed);
            else imported.push(result);
          }
        });
      },
      { ...(options.patience !== undefined && { patience: options.patience }), ...(options.onWait !== undefined && { onWait: options.onWait }) },
    );
  }
  return { imported, unchanged, unknown, failed, seconds: (performance.now() - start) / 1000 };
}

function isUnchanged(workspace: string, ledger: Ledger, { source, version, tables }: Planned): boolean {
  const entry = ledger.entries.find((one) => one.source === source.id && one.version === version);
  if (entry === undefined) return false;
  return tables.every(({ spec, sha256 }) => {
    const held = entry.tables.find(({ table }) => table === spec.id);
    return held?.input.sha256 === sha256 && held.reader === readerOf(spec) && existsSync(path.join(workspace, entry.folder, held.file));
  });
}

async function importSource(
  workspace: string,
  duck: DuckDBConnection,
  plan: Planned,
  lock: Lock,
  onTable: (table: PlannedTable) => void,
): Promise<ImportedSource | { readonly failed: ImportReport['failed'][number] }> {
  const { source, version } = plan;
  const home = path.join(workspace, 'data', source.id);
  const draft = path.join(home, `${DRAFT}${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(draft, { recursive: true });
  const tables: LedgerTable[] = [];
  try {
    for (const table of plan.tables) {
      onTable(table);
      try {
        tables.push(await importTable(duck, draft, table));
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        return { failed: { source: source.id, file: table.input.name, message: error.message, detail: error.detail } };
      }
    }
    const ledger = readLedger(workspace);
    const before = ledger.entries.find((one) => one.source === source.id && one.version === version);
    const kept = before === undefined ? [] : keepOthers(workspace, before, tables, draft);
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
      terms: source.terms.text,
      citation: source.citations[0].key,
      tables: all,
    };
    writeLedger(workspace, withEntry(ledger, entry), lock);
    if (before !== undefined) markSuperseded(path.join(workspace, before.folder));
    return { source: source.id, version, tables: tables.map(({ table, rows, years, notes }) => ({ table, rows, years, notes })) };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const order = (source: Source, table: string): number => source.tables.findIndex(({ id }) => id === table);

async function importTable(duck: DuckDBConnection, draft: string, { spec, layout, input, bytes, sha256, notes }: PlannedTable): Promise<LedgerTable> {
  const read = await readFile(duck, input.file, spec, layout, input.name);
  const file = `${spec.id}.parquet`;
  const target = path.join(draft, file);
  const sorted = spec.key.length === 0 ? '' : ` ORDER BY ${spec.key.map(identifier).join(', ')}`;
  await duck.run(`COPY (SELECT * FROM t${sorted}) TO ${literal(target)} (FORMAT parquet, COMPRESSION zstd)`);
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
