import path from 'node:path';
import type { Expanded } from '../archive/expand.ts';
import { DataError } from '../data-error.ts';
import type { Input } from './find-inputs.ts';
import { hashFile, type FileHash } from '../disk/hash.ts';
import { recognize, type Recognized } from './recognize.ts';
import type { Layout, Source, TableSpec } from '../source.ts';

/** A table to import, and the file that holds it. */
export interface PlannedTable {
  readonly spec: TableSpec;
  readonly layout: Layout;
  readonly input: Input;
  /** Of the file at hand: of the archive, where the table was in one. */
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

/** A file that should hold a table and cannot be read. */
export interface Fault {
  /** Absent where it is not known what the file should hold. */
  readonly source?: string;
  readonly file: string;
  readonly message: string;
  readonly detail: readonly string[];
}

export interface Plan {
  readonly planned: readonly Planned[];
  /** Files that hold nothing known. */
  readonly unknown: readonly string[];
  readonly faults: readonly Fault[];
}

interface Candidate extends Recognized {
  readonly input: Input;
  readonly hash: FileHash;
}

const isZip = (name: string): boolean => /\.zip$/i.test(name);

/** Whether a file's name says that it may hold a table; of an archive only its content does. */
export function mayHoldTable({ name }: Input, sources: readonly Source[]): boolean {
  return isZip(name) || recognize(path.basename(name), sources).length > 0;
}

/** A fault of a file, said in the error that told it. @throws the error, where it is none of the data */
export function faultOf(error: unknown, file: string, source?: string): Fault {
  if (!(error instanceof DataError)) throw error;
  return { ...(source !== undefined && { source }), file, message: error.message, detail: error.detail };
}

type Unpack = (archive: string, wanted: (name: string) => boolean) => Promise<Expanded>;

/**
 * What to import from which file: several files of one source and version together, in the order of the sources.
 * @param unpack opens an archive and unpacks the files whose names are wanted
 */
export async function planImport(inputs: readonly Input[], sources: readonly Source[], unpack: Unpack): Promise<Plan> {
  const candidates: Candidate[] = [];
  const unknown: string[] = [];
  const faults: Fault[] = [];
  for (const outer of inputs) {
    try {
      const held = isZip(outer.name) ? await unpackKnown(outer, sources, unpack) : [outer];
      const found = held.flatMap((input) => recognize(path.basename(input.name), sources).map((one) => ({ ...one, input })));
      if (found.length === 0) {
        unknown.push(outer.name);
        continue;
      }
      const hash = hashFile(outer.file);
      candidates.push(...found.map((one) => ({ ...one, hash })));
    } catch (error) {
      faults.push(faultOf(error, outer.name));
    }
  }
  const planned = sources.flatMap((source) => {
    const own = candidates.filter((one) => one.source === source);
    return [...new Set(own.map(({ version }) => version))].toSorted().map((version): Planned => {
      const tables = source.tables.flatMap((spec) => {
        const [best, ...rest] = own.filter((one) => one.version === version && one.table === spec).toSorted((one, other) => one.rank - other.rank);
        if (best === undefined) return [];
        const notes = rest.map((one) => `${one.input.name} holds the same table and was not read`);
        return [{ spec, layout: best.layout, input: best.input, ...best.hash, notes }];
      });
      return { source, version, tables };
    });
  });
  return { planned, unknown, faults };
}

async function unpackKnown(archive: Input, sources: readonly Source[], unpack: Unpack): Promise<readonly Input[]> {
  const { files } = await unpack(archive.file, (name) => recognize(name, sources).length > 0);
  return files.map(({ origin, path: file }) => ({ name: origin, file }));
}
