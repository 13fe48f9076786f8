import path from 'node:path';
import type { Input } from './find-inputs.ts';
import { hashFile } from './hash.ts';
import { recognize, type Recognized } from './recognize.ts';
import type { Layout, Source, TableSpec } from './source.ts';

/** A table to import, and the file that holds it. */
export interface PlannedTable {
  readonly spec: TableSpec;
  readonly layout: Layout;
  readonly input: Input;
  readonly bytes: number;
  readonly sha256: string;
  /** Why another file was not taken. */
  readonly notes: readonly string[];
}

/** A source's tables of one version: one entry of the ledger. */
export interface Planned {
  readonly source: Source;
  readonly version: string;
  readonly tables: readonly PlannedTable[];
}

interface Candidate extends Recognized {
  readonly input: Input;
}

/** What to import from which file: several files of one source and version together, in the order of the sources; and the files that hold nothing known. */
export function planImport(
  inputs: readonly Input[],
  sources: readonly Source[],
): { readonly planned: readonly Planned[]; readonly unknown: readonly string[] } {
  const candidates: Candidate[] = [];
  const unknown: string[] = [];
  for (const input of inputs) {
    const found = recognize(path.basename(input.name), sources);
    if (found.length === 0) unknown.push(input.name);
    for (const one of found) candidates.push({ ...one, input });
  }
  const hashes = new Map<string, ReturnType<typeof hashFile>>();
  const hashOf = (file: string): ReturnType<typeof hashFile> => {
    const hash = hashes.get(file) ?? hashFile(file);
    hashes.set(file, hash);
    return hash;
  };
  const planned = sources.flatMap((source) => {
    const own = candidates.filter((one) => one.source === source);
    return [...new Set(own.map(({ version }) => version))].toSorted().map((version): Planned => {
      const tables = source.tables.flatMap((spec) => {
        const [best, ...rest] = own.filter((one) => one.version === version && one.table === spec).toSorted((one, other) => one.rank - other.rank);
        if (best === undefined) return [];
        const { layout, input } = best;
        const notes = rest.map((one) => `${one.input.name} holds the same table and was not read`);
        return [{ spec, layout, input, ...hashOf(input.file), notes }];
      });
      return { source, version, tables };
    });
  });
  return { planned, unknown };
}
