import type { LedgerEntry } from '../data/store/ledger.ts';
import { readLedger } from '../data/store/ledger.ts';
import { sources } from '../data/sources/index.ts';
import type { Source } from '../data/source.ts';
import { sourceNamed } from '../data/store/store.ts';
import { asUser } from './with-store.ts';

export interface ListedTable {
  readonly table: string;
  readonly title: string;
  readonly unit: string;
  readonly coverage: readonly [number, number] | null;
  /** Rows of the published edition, where known. */
  readonly rows: number | null;
  readonly columns: readonly { readonly name: string; readonly label: string }[];
}

export interface ListedSource {
  readonly source: string;
  readonly title: string;
  /** The edition foedus knows. */
  readonly version: string;
  readonly coverage: readonly [number, number] | null;
  readonly terms: string;
  readonly terms_url: string | null;
  readonly homepage: string;
  /** Whether `data pull` has an address for it. */
  readonly pull: boolean;
  readonly tables: readonly ListedTable[];
  readonly caveats: readonly string[];
  /** Versions in the store, the one in use last. */
  readonly in_store: readonly string[];
}

/** The years that several spans reach over together; null where there is none. */
export function spanOf(spans: readonly (readonly [number, number] | null | undefined)[]): readonly [number, number] | null {
  const known = spans.filter((span) => span !== null && span !== undefined);
  return known.length === 0 ? null : [Math.min(...known.map(([from]) => from)), Math.max(...known.map(([, to]) => to))];
}

function listed(source: Source, entries: readonly LedgerEntry[]): ListedSource {
  return {
    source: source.id,
    title: source.title,
    version: source.version,
    coverage: spanOf(source.tables.map(({ coverage }) => coverage)),
    terms: source.terms.text,
    terms_url: source.terms.url ?? null,
    homepage: source.homepage,
    pull: source.downloads.length > 0,
    tables: source.tables.map(({ id, title, unit, coverage, publishedRows, columns }) => ({
      table: id,
      title,
      unit,
      coverage: coverage ?? null,
      rows: publishedRows ?? null,
      columns: Object.entries(columns).map(([name, { label }]) => ({ name, label })),
    })),
    caveats: source.caveats,
    in_store: entries.filter((entry) => entry.source === source.id).map(({ version }) => version),
  };
}

/**
 * The sources foedus reads, all or those named, and which of them the store holds.
 * @throws {UserError} for a name that is no source, or a store that cannot be read
 */
export function listSources(workspace: string, names: readonly string[]): Promise<readonly ListedSource[]> {
  return asUser(async () => {
    const { entries } = readLedger(workspace);
    return (names.length === 0 ? sources : names.map(sourceNamed)).map((source) => listed(source, entries));
  });
}
