import type { DuckDBConnection } from '@duckdb/node-api';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import type { FileRead } from './check-table.ts';
import { DataError } from '../data-error.ts';
import { identifier, literal } from '../duck/open.ts';
import { flush, renameDurably } from '../disk/durable.ts';
import { hashFile, hashText } from '../disk/hash.ts';
import { withEntry, writeLedger } from '../store/ledger-write.ts';
import { readLedger, type LedgerEntry, type LedgerTable } from '../store/ledger.ts';
import type { Lock } from '../store/lock.ts';
import { faultOf, type Fault, type Planned, type PlannedTable } from './plan.ts';
import { readerOf } from './reader-of.ts';
import type { Source } from '../source.ts';
import { DRAFT } from '../store/sweep.ts';

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

/** Name of a folder that is being written, its process in it. */
export const draftName = (): string => `${DRAFT}${process.pid}-${randomBytes(4).toString('hex')}`;

type ReadTable = (duck: DuckDBConnection, table: PlannedTable) => Promise<FileRead>;

/**
 * Imports one source: its Parquet files into a draft folder, the folder to its place, then the ledger that names it. What happens
 * before the last leaves the store as it was.
 * @returns a fault in place of what was imported, where one of its files is not what the source publishes
 * @throws {DataError} where the lock was lost
 */
export async function importSource(
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
        const made = await importTable(duck, draft, table, read);
        // Made-up files are of a size and span of their own.
        tables.push(synthetic ? { ...made, notes: [] } : made);
      } catch (error) {
        return { failed: faultOf(error, table.input.name, source.id) };
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
