import type { BibEntry } from '../core/formats/bibtex.ts';
import { readLedger, type LedgerEntry } from '../data/store/ledger.ts';
import { sources } from '../data/sources/index.ts';
import type { Citation, Source } from '../data/source.ts';
import { sourceNamed } from '../data/store/store.ts';
import { UserError } from './user-error.ts';
import { asUser } from './with-store.ts';

/** What a bibliography says of the edition used: "National Material Capabilities, version 7.0". */
function noteOf(source: Source, entries: readonly LedgerEntry[]): string {
  const inUse = entries.findLast((entry) => entry.source === source.id);
  const other = [...new Set(inUse?.tables.flatMap(({ table, version }) => (version === undefined ? [] : [`${table}: ${version}`])) ?? [])];
  const version = inUse?.version ?? source.version;
  return `${source.title}, version ${version}${other.length === 0 ? '' : ` (${other.join(', ')})`}${inUse?.synthetic === true ? ', made up by foedus, not the published data' : ''}`;
}

function entryOf({ key, type, author, year, title, fields }: Citation, note: string): BibEntry {
  const { note: own, ...rest } = fields ?? {};
  return { key, type, fields: { author, year: String(year), title, ...rest, note: own === undefined ? note : `${own}; ${note}` } };
}

/**
 * What to cite for the sources named, or for all that are in the store: a work that several sources share once, with all their versions.
 * @throws {UserError} for a name that is no source, or where none is named and the store is empty
 */
export function citationsOf(workspace: string, names: readonly string[]): Promise<readonly BibEntry[]> {
  return asUser(async () => {
    const { entries } = readLedger(workspace);
    const wanted = names.length > 0 ? names.map(sourceNamed) : sources.filter(({ id }) => entries.some(({ source }) => source === id));
    if (wanted.length === 0) throw new UserError(`the store at ${workspace} is empty: name the sources to cite, such as 'foedus data cite nmc'.`);
    const byKey = new Map<string, { citation: Citation; notes: string[] }>();
    for (const source of wanted) {
      for (const citation of source.citations) {
        const { notes } = byKey.get(citation.key) ?? { notes: [] };
        byKey.set(citation.key, { citation, notes: [...notes, noteOf(source, entries)] });
      }
    }
    return [...byKey.values()].map(({ citation, notes }) => entryOf(citation, [...new Set(notes)].join('; ')));
  });
}
