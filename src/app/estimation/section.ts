import type { Catalog } from '../../core/catalog.ts';
import type { World } from '../../core/states/world.ts';
import type { Store } from '../../data/store/store.ts';

/** What every estimation from the record is handed. */
export interface EstimationContext {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly world: World;
  readonly seed: number;
  /** Draws of a bootstrap, where one is asked for. */
  readonly draws: number;
  readonly onProgress?: (done: number, total: number, words: string) => void;
}

/** One number the record gives, beside the one a publication or another estimation gives. */
export interface Fact {
  /** `honored.llm`: unique in its section. */
  readonly id: string;
  readonly words: string;
  /** Null where the data do not give it. */
  readonly value: number | null;
  /** Ends of the 95 % interval. */
  readonly low?: number;
  readonly high?: number;
  readonly unit?: string;
  /** Rows it rests on, and events among them. */
  readonly n?: number;
  readonly events?: number;
  readonly expected?: { readonly value: number; readonly source: string };
  readonly note?: string;
}

/** The source of a number estimated before this program, on the same data by other hands. */
export const PILOT = 'independent pilot';

/** A table of results. */
export interface ResultTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  /** Numbers, words, or null where there is none. */
  readonly rows: readonly (readonly (number | string | null)[])[];
  /** The fits that the table sets side by side, in numbers. */
  readonly fits?: readonly TableFit[];
}

/** A fit as a program reads it. */
interface TableFit {
  readonly words: string;
  readonly formula: string;
  readonly n: number;
  readonly events: number;
  readonly logLik: number;
  readonly clusters: number;
  readonly coefficients: readonly { readonly name: string; readonly estimate: number; readonly se: number }[];
}

/** A version of a source that results rest on, with the hash of each table read. */
export interface DataVersion {
  readonly source: string;
  readonly table: string;
  readonly version: string;
  readonly sha256: string;
}

/** The answer to one question put to the record. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly method: string;
  readonly facts: readonly Fact[];
  readonly tables: readonly ResultTable[];
  readonly data: readonly DataVersion[];
  readonly notes: readonly string[];
}

/** The versions of tables in the store, by source and table, in the order given. Tables that are not there are left out. */
export function dataVersions(store: Pick<Store, 'entry'>, tables: readonly (readonly [source: string, table: string])[]): DataVersion[] {
  return tables.flatMap(([source, table]): DataVersion[] => {
    const entry = store.entry(source);
    const found = entry?.tables.find((one) => one.table === table);
    return entry === undefined || found === undefined ? [] : [{ source, table, version: found.version ?? entry.version, sha256: found.sha256 }];
  });
}
