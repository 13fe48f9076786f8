import type { DuckDBConnection } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Table } from '../../core/table/table.ts';
import { DataError } from '../data-error.ts';
import { identifier, literal, withDuck } from '../duck/open.ts';
import { readTable, type Wanted } from '../duck/read-table.ts';
import { readLedger, type Ledger, type LedgerEntry } from './ledger.ts';
import { sources } from '../sources/index.ts';
import type { Source, TableSpec } from '../source.ts';

/** A workspace's data, read by any number of processes at once: Parquet files named by a ledger, and DuckDB in memory over them. */
export interface Store {
  /** The workspace folder. */
  readonly folder: string;
  readonly ledger: Ledger;
  readonly duck: DuckDBConnection;
  /** The version of a source in use (`nmc`, or `nmc@6.0`); undefined where it was never imported. */
  entry(source: string): LedgerEntry | undefined;
  has(source: string, table: string): boolean;
  /** A table as an SQL relation. @throws {DataError} where it is not in the store */
  relation(source: string, table: string): string;
  /**
   * A table as typed columns, all of its source's variables unless some are named.
   * @param order columns to sort by; the key of the table unless given
   * @throws {DataError} where it is not in the store
   */
  read(source: string, table: string, columns?: readonly string[], order?: readonly string[]): Promise<Table>;
}

/** A source by its id. @throws {DataError} naming those there are */
export function sourceNamed(id: string): Source {
  const source = sources.find((one) => one.id === id);
  if (source === undefined) throw new DataError(`'${id}' is no source foedus reads.`, [`It reads: ${sources.map((one) => one.id).join(', ')}.`]);
  return source;
}

/** A table of a source by its id. @throws {DataError} naming those there are */
export function tableNamed(source: Source, id: string): TableSpec {
  const table = source.tables.find((one) => one.id === id);
  if (table === undefined) throw new DataError(`${source.id} has no table '${id}'.`, [`It has: ${source.tables.map((one) => one.id).join(', ')}.`]);
  return table;
}

const namePart = (reference: string): string => reference.split('@', 1)[0] ?? reference;

function entryOf(ledger: Ledger, reference: string): LedgerEntry | undefined {
  const [id, version] = reference.split('@', 2);
  return ledger.entries.findLast((entry) => entry.source === id && (version === undefined || entry.version === version));
}

/** Opens the store of a workspace for the time of `work`. @throws {DataError} where the ledger cannot be read */
export async function withStore<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const ledger = readLedger(folder);
  return withDuck((duck) => work(createStore(folder, ledger, duck)));
}

function createStore(folder: string, ledger: Ledger, duck: DuckDBConnection): Store {
  const fileOf = (reference: string, table: string): string | undefined => {
    const entry = entryOf(ledger, reference);
    const found = entry?.tables.find((one) => one.table === table);
    return entry === undefined || found === undefined ? undefined : path.join(folder, entry.folder, found.file);
  };
  const relation = (reference: string, table: string): string => {
    const file = fileOf(reference, table);
    if (file === undefined) {
      throw new DataError(`${reference}: ${table} is not in the store at ${folder}.`, [
        `Get it with 'foedus data pull ${namePart(reference)}', or 'foedus data import --from DIR' where the files are at hand.`,
      ]);
    }
    if (!existsSync(file)) throw new DataError(`${file}: is named by the ledger and missing.`, [`Import ${namePart(reference)} again.`]);
    return `read_parquet(${literal(file)})`;
  };
  return {
    folder,
    ledger,
    duck,
    entry: (reference) => entryOf(ledger, reference),
    has: (reference, table) => fileOf(reference, table) !== undefined,
    relation,
    read: (reference, table, columns, order) => {
      const { columns: variables, key } = tableNamed(sourceNamed(namePart(reference)), table);
      const wanted = (columns ?? Object.keys(variables)).map((name): Wanted => {
        const variable = variables[name];
        if (variable === undefined) throw new DataError(`${reference}: ${table} has no column '${name}'.`, [`It has: ${Object.keys(variables).join(', ')}.`]);
        return { name, kind: variable.kind, label: variable.label, ...(variable.valueLabels !== undefined && { valueLabels: variable.valueLabels }) };
      });
      const by = order ?? key;
      const from = relation(reference, table);
      return readTable(duck, by.length === 0 ? from : `(SELECT * FROM ${from} ORDER BY ${by.map(identifier).join(', ')})`, wanted);
    },
  };
}
