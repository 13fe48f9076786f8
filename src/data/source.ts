import type { ColumnKind } from '../core/table/column.ts';

/** What is cited where a source is used; `foedus data cite` prints it as BibTeX with the version. */
export interface Citation {
  /** BibTeX key: `leeds2002atop`. */
  readonly key: string;
  readonly type: 'article' | 'book' | 'misc';
  readonly author: string;
  readonly year: number;
  readonly title: string;
  /** Journal, volume, number, pages, publisher, doi, url: BibTeX fields by their names. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A file at its official address. */
export interface Download {
  readonly url: string;
  /** The name it is stored under while it is read. */
  readonly file: string;
  /** Pinned by us from the published file; without it the hash is recorded at the first download and held to afterwards. */
  readonly sha256?: string;
}

/** A variable: kind, meaning, and how it is written in the published files. */
export interface Variable {
  readonly kind: ColumnKind;
  readonly label: string;
  /** Other names of the column in published layouts; ours is the one most used in print. */
  readonly published?: readonly string[];
  /** Texts that mean "missing" in this column, beside the layout's: ['-9', '-8']. */
  readonly missing?: readonly string[];
  readonly valueLabels?: Readonly<Record<number, string>>;
  /** Absent from some layouts: then all missing. */
  readonly optional?: true;
}

/** How a published file writes a table. A file is recognized by its name, then checked by its columns. */
export interface Layout {
  /** Matches the file's base name: /^NMC[-_]?v?7.*\.csv$/i. */
  readonly file: RegExp;
  /** The source's version that files of this name are of, where it is not the one the source names. */
  readonly version?: string;
  readonly encoding?: 'utf-8' | 'latin-1' | 'utf-16';
  /** ',' unless given. */
  readonly delimiter?: string;
  /** Lines before the header. */
  readonly skip?: number;
  /** Lines that are too short are filled up with missing cells: a file with notes under its table, which `sql` then leaves out. */
  readonly padded?: true;
  /** An Excel workbook (.xlsx): `raw` is its cells (sheet, row, col, value), of which `sql` makes the table. */
  readonly workbook?: true;
  /** Texts that mean "missing" in every column, beside the empty one: ['..', 'NA']. */
  readonly missing?: readonly string[];
  /**
   * For a file that is not one row an observation with our columns (years across, a workbook, two tables in one): a SELECT over
   * the table `raw`, which holds every column of the file as text under its own name, that gives our columns.
   */
  readonly sql?: string;
}

/** What a row of a table is. */
export type Unit =
  | 'state-year'
  | 'dyad-year'
  | 'directed-dyad-year'
  | 'state-spell'
  | 'dyad-spell'
  | 'alliance'
  | 'alliance-phase'
  | 'alliance-member'
  | 'dispute'
  | 'dispute-participant'
  | 'case';

/** One table of a source: one Parquet file of the store. */
export interface TableSpec {
  /** Name within the source, and of the Parquet file: `directed-dyad-year`. */
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  /** State codes in it. */
  readonly states?: 'cow' | 'gw' | 'iso3' | 'name';
  readonly layouts: readonly [Layout, ...Layout[]];
  /** In the order of the store. */
  readonly columns: Readonly<Record<string, Variable>>;
  /** Columns that no two rows share; an empty list where the published table has no key. */
  readonly key: readonly string[];
  /** First and last year that the source speaks of: outside them everything is missing, inside an absent row means what `absent` says. */
  readonly coverage?: readonly [first: number, last: number];
  /** What it means that a unit has no row within the coverage: zero (events, ties), or missing (measurements). */
  readonly absent: 'zero' | 'missing';
  /** Version, where it is not the source's (GML 2.1 beside 2.2.1). */
  readonly version?: string;
  /** Rows of the published version, where known: another number is reported, as a changed edition. */
  readonly publishedRows?: number;
  /** Further checks: each an SQL condition over `t` that must hold in every row, with what to say where it does not. */
  readonly checks?: readonly { readonly holds: string; readonly message: string }[];
}

/** A data set that foedus reads and never ships. */
export interface Source {
  /** `nmc`: also what `--add` takes. */
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly homepage: string;
  readonly citations: readonly [Citation, ...Citation[]];
  /** The terms of use in a sentence or two, and where they stand. */
  readonly terms: { readonly text: string; readonly url?: string };
  readonly downloads: readonly Download[];
  readonly tables: readonly [TableSpec, ...TableSpec[]];
  /** What a user must know: quirks, gaps, and what not to read into it. */
  readonly caveats: readonly string[];
}

export const defineSource = (source: Source): Source => source;
