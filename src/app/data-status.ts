import { existsSync } from 'node:fs';
import path from 'node:path';
import { hashFile } from '../data/disk/hash.ts';
import { literal } from '../data/duck/open.ts';
import type { LedgerEntry, LedgerTable } from '../data/store/ledger.ts';
import { sources } from '../data/sources/index.ts';
import type { Store } from '../data/store/store.ts';
import { usingStore } from './with-store.ts';

export interface TableStatus {
  readonly table: string;
  readonly version: string;
  readonly rows: number;
  readonly columns: number;
  readonly years: readonly [number, number] | null;
  /** Years between the first and the last without a row, where that means missing; of events and ties it means none. */
  readonly gaps: readonly number[];
  readonly file: string;
  readonly sha256: string;
  readonly input: { readonly file: string; readonly bytes: number; readonly sha256: string };
  readonly notes: readonly string[];
  /** `unchecked`: the file is there, its hash was not computed. */
  readonly state: 'sound' | 'unchecked' | 'missing' | 'damaged';
}

export interface SourceStatus {
  readonly source: string;
  readonly version: string;
  /** Whether a name without a version means this one. */
  readonly in_use: boolean;
  readonly imported: string;
  readonly synthetic: boolean;
  readonly terms: string;
  readonly accepted: string | null;
  readonly citation: string;
  readonly tables: readonly TableStatus[];
  /** Tables of the source that are not in the store. */
  readonly lacking: readonly string[];
}

export interface StoreStatus {
  readonly workspace: string;
  readonly sources: readonly SourceStatus[];
  /** Sources that are not in the store. */
  readonly absent: readonly string[];
  /** Whether no file is missing or, where hashes were computed, damaged. */
  readonly sound: boolean;
}

/** Years between the first and the last that have no row. */
async function gapsOf(store: Store, file: string, years: readonly [number, number] | null): Promise<readonly number[]> {
  if (years === null) return [];
  const sql = `SELECT y::INTEGER FROM range(${years[0]}, ${years[1]} + 1) AS all_years(y)
    WHERE y NOT IN (SELECT year FROM read_parquet(${literal(file)}) WHERE year IS NOT NULL) ORDER BY y`;
  return (await store.duck.runAndReadAll(sql)).getRows().map(([year]) => Number(year));
}

async function tableStatus(store: Store, entry: LedgerEntry, held: LedgerTable, verify: boolean): Promise<TableStatus> {
  const spec = sources.find(({ id }) => id === entry.source)?.tables.find(({ id }) => id === held.table);
  const file = path.join(store.folder, entry.folder, held.file);
  const state = !existsSync(file) ? 'missing' : !verify ? 'unchecked' : hashFile(file).sha256 === held.sha256 ? 'sound' : 'damaged';
  return {
    table: held.table,
    version: held.version ?? entry.version,
    rows: held.rows,
    columns: held.columns.length,
    years: held.years,
    gaps: state === 'missing' || state === 'damaged' || spec?.absent === 'zero' ? [] : await gapsOf(store, file, held.years),
    file: `${entry.folder}/${held.file}`,
    sha256: held.sha256,
    input: held.input,
    notes: held.notes,
    state,
  };
}

/**
 * What the store of a workspace holds.
 * @param verify whether to compute the hash of every file and compare it to the ledger's
 * @throws {UserError} where the ledger cannot be read
 */
export function storeStatus(workspace: string, verify: boolean): Promise<StoreStatus> {
  return usingStore(workspace, async (store) => {
    const { entries, accepted } = store.ledger;
    const held: SourceStatus[] = [];
    for (const entry of entries) {
      const tables: TableStatus[] = [];
      for (const table of entry.tables) tables.push(await tableStatus(store, entry, table, verify));
      const known = sources.find(({ id }) => id === entry.source)?.tables ?? [];
      held.push({
        source: entry.source,
        version: entry.version,
        in_use: store.entry(entry.source) === entry,
        imported: entry.imported,
        synthetic: entry.synthetic ?? false,
        terms: entry.terms,
        accepted: accepted[entry.source] ?? null,
        citation: entry.citation,
        tables,
        lacking: known.filter(({ id }) => !entry.tables.some(({ table }) => table === id)).map(({ id }) => id),
      });
    }
    const rank = (id: string): number => sources.findIndex((source) => source.id === id);
    return {
      workspace,
      sources: held.toSorted((one, other) => rank(one.source) - rank(other.source)),
      absent: sources.filter(({ id }) => !entries.some(({ source }) => source === id)).map(({ id }) => id),
      sound: held.every(({ tables }) => tables.every(({ state }) => state === 'sound' || state === 'unchecked')),
    };
  });
}
