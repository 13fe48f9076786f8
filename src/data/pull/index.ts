import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DataError } from '../data-error.ts';
import { importFrom, type ImportReport } from '../import/import.ts';
import { acceptTerms } from '../store/ledger-write.ts';
import { readLedger } from '../store/ledger.ts';
import { withLock } from '../store/lock.ts';
import type { Source } from '../source.ts';
import { fetchFile, type Fetched } from './fetch-file.ts';
import { readHashes, recordHashes } from './hashes.ts';
import { NETWORK, PATIENCE, type Network, type Patience } from './network.ts';
import type { PullProgress } from './progress.ts';

export type { Fetched } from './fetch-file.ts';
export type { PullProgress } from './progress.ts';

/** What became of a source. */
export type Pulled = { readonly source: string } & (
  | { readonly outcome: 'imported'; readonly files: readonly Fetched[]; readonly report: ImportReport }
  /** It has no address that foedus may fetch from. */
  | { readonly outcome: 'by-hand'; readonly message: string; readonly detail: readonly string[] }
  /** Its terms were not accepted: nothing was fetched. */
  | { readonly outcome: 'declined'; readonly message: string }
  /** It was not imported, or not all of it: the detail then names the tables that were. */
  | { readonly outcome: 'failed'; readonly message: string; readonly detail: readonly string[] }
);

export interface PullOptions {
  /** Asked once for each source whose terms the ledger does not hold as accepted, before a byte is fetched: show `source.terms` and ask. */
  readonly accept: (source: Source) => Promise<boolean>;
  readonly onProgress?: (progress: PullProgress) => void;
  /** Told in a line where it waits for another process that pulls or imports. */
  readonly onWait?: (line: string) => void;
  /** Fetches again, and takes a file that is another than before (`--accept-changed`). */
  readonly acceptChanged?: boolean;
  /** Stops between two pieces; what came is kept and gone on from. */
  readonly signal?: AbortSignal;
  readonly network?: Partial<Network>;
  readonly patience?: Partial<Patience>;
}

/**
 * Fetches sources from their official addresses and imports them, one after the other; a source that fails holds none up.
 * Where it is told to stop, the outcomes so far are returned.
 * Downloads are kept in the workspace's `downloads/<source>`: pulling again fetches no byte of a file that is there with its hash.
 * @throws {DataError} where the ledger or the recorded hashes are damaged
 */
export async function pullSources(workspace: string, sources: readonly Source[], options: PullOptions): Promise<readonly Pulled[]> {
  const outcomes: Pulled[] = [];
  readLedger(workspace);
  readHashes(path.join(workspace, 'downloads'));
  for (const source of sources) {
    outcomes.push(await pullSource(workspace, source, options));
    if (options.signal?.aborted === true) break;
  }
  return outcomes;
}

async function pullSource(workspace: string, source: Source, options: PullOptions): Promise<Pulled> {
  if (source.downloads.length === 0) return { source: source.id, outcome: 'by-hand', ...byHand(source) };
  try {
    if (readLedger(workspace).accepted[source.id] === undefined) {
      if (!(await options.accept(source))) {
        return { source: source.id, outcome: 'declined', message: `${source.id}: its terms were not accepted; nothing was fetched.` };
      }
      await acceptTerms(workspace, source.id);
    }
    const folder = path.join(workspace, 'downloads');
    const wait = options.onWait === undefined ? {} : { onWait: options.onWait };
    return await withLock(folder, () => fetchAndImport(workspace, folder, source, options), wait);
  } catch (error) {
    if (!(error instanceof DataError)) {
      if (options.signal?.aborted !== true) throw error;
      return {
        source: source.id,
        outcome: 'failed',
        message: `${source.id}: stopped before it was imported.`,
        detail: ['Run the command again: what was fetched is kept.'],
      };
    }
    return { source: source.id, outcome: 'failed', message: error.message, detail: error.detail };
  }
}

/** What to say of a source that no program may fetch, or whose address is not known for certain. */
function byHand(source: Source): { readonly message: string; readonly detail: readonly string[] } {
  return {
    message: `${source.id}: ${source.title} has no address that foedus can fetch it from.`,
    detail: [`Download it at ${source.homepage}`, 'then import the folder it lies in: foedus data import --from DIR', `Its terms: ${source.terms.text}`],
  };
}

async function fetchAndImport(workspace: string, downloads: string, source: Source, options: PullOptions): Promise<Pulled> {
  const folder = path.join(downloads, source.id);
  mkdirSync(folder, { recursive: true });
  removeOthers(folder, source);
  const hashes = readHashes(downloads);
  const files: Fetched[] = [];
  for (const one of source.downloads) {
    files.push(
      await fetchFile(source, one, folder, hashes[`${source.id}/${one.file}`], {
        network: { ...NETWORK, ...options.network },
        patience: { ...PATIENCE, ...options.patience },
        acceptChanged: options.acceptChanged ?? false,
        onProgress: options.onProgress ?? (() => undefined),
        signal: options.signal,
      }),
    );
  }
  const [last] = files;
  options.onProgress?.({
    source: source.id,
    file: last?.file ?? '',
    doing: 'importing',
    bytes: last?.bytes ?? 0,
    total: last?.bytes ?? null,
    secondsLeft: null,
  });
  const report = await importFrom(workspace, folder, {
    sources: [source],
    ...(options.onWait !== undefined && { onWait: options.onWait }),
    ...(options.signal !== undefined && { signal: options.signal }),
  });
  const [fault] = report.failed;
  if (fault !== undefined) {
    const came = report.imported.flatMap(({ tables }) => tables.map(({ table }) => table));
    throw new DataError(fault.message, [...fault.detail, ...(came.length === 0 ? [] : [`Imported from its other files: ${came.join(', ')}`])]);
  }
  if (report.imported.length === 0 && report.unchanged.length === 0) {
    throw new DataError(`${source.id}: what was fetched holds no table that foedus knows of it: the published files have changed.`, [
      `It holds: ${report.unknown.join(', ')}`,
    ]);
  }
  // Held to from now on: bytes that came whole and could be read.
  const recorded = new Date().toISOString();
  const fresh = files.filter(({ held }) => held === 'new' || held === 'accepted');
  if (fresh.length > 0) {
    recordHashes(downloads, Object.fromEntries(fresh.map(({ file, sha256, bytes, url }) => [`${source.id}/${file}`, { sha256, bytes, url, recorded }])));
  }
  return { source: source.id, outcome: 'imported', files, report };
}

/** Removes what earlier editions left, so that the import reads this one alone; parts of its own files stay. */
function removeOthers(folder: string, source: Source): void {
  const own = source.downloads.flatMap(({ file }) => [file, `${file}.part`, `${file}.part.json`]);
  for (const name of readdirSync(folder)) if (!own.includes(name)) rmSync(path.join(folder, name), { recursive: true, force: true });
}
