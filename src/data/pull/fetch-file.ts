import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkFile } from '../archive/sniff.ts';
import { DataError } from '../data-error.ts';
import { renameDurably } from '../disk/durable.ts';
import { hashFile } from '../disk/hash.ts';
import type { Download, Source } from '../source.ts';
import { download } from './download.ts';
import type { RecordedHash } from './hashes.ts';
import type { Network, Patience } from './network.ts';
import { partOf } from './part.ts';
import { createMeter, type PullProgress } from './progress.ts';

/** A file of a source, whole, with the hash it must have. */
export interface Fetched {
  readonly file: string;
  readonly path: string;
  readonly url: string;
  readonly sha256: string;
  readonly bytes: number;
  /** 'kept': it was there from an earlier pull, and no byte was fetched. */
  readonly from: 'server' | 'kept';
  /** What held it to its hash: ours, one recorded before, the user's word, or nothing yet. */
  readonly held: 'pinned' | 'recorded' | 'accepted' | 'new';
}

export interface FetchOptions {
  readonly network: Network;
  readonly patience: Patience;
  /** Takes a file whose hash is another than expected. */
  readonly acceptChanged: boolean;
  readonly onProgress: (progress: PullProgress) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Brings one file of a source to a folder, unless it is there with the hash it must have.
 * @param recorded the hash of an earlier pull
 * @throws {DataError} where it cannot be had, or is another than before
 */
export async function fetchFile(source: Source, wanted: Download, folder: string, recorded: RecordedHash | undefined, options: FetchOptions): Promise<Fetched> {
  const { url, file } = wanted;
  const target = path.join(folder, file);
  const where = `${source.id}: ${file}`;
  const expected = [wanted.sha256, recorded?.sha256].filter((hash) => hash !== undefined);
  const fetched = (sha256: string, bytes: number, from: Fetched['from'], held: Fetched['held']): Fetched => ({
    file,
    path: target,
    url,
    sha256,
    bytes,
    from,
    held,
  });
  const heldBy = (sha256: string): Fetched['held'] => (sha256 === wanted.sha256 ? 'pinned' : 'recorded');
  if (!options.acceptChanged && existsSync(target)) {
    const { sha256, bytes } = hashFile(target);
    if (expected.includes(sha256)) return fetched(sha256, bytes, 'kept', heldBy(sha256));
  }
  const meter = createMeter(source.id, file, options.onProgress);
  const part = partOf(target);
  await download({ url, name: file, where }, part, options.network, options.patience, {
    onBytes: meter.bytes,
    onPause: (reason, milliseconds) => meter.at('waiting', `${reason}; next try in ${Math.ceil(milliseconds / 1000)} s`),
    signal: options.signal,
  });
  meter.at('checking');
  try {
    await checkFile(part.file, file, where);
    const { sha256, bytes } = hashFile(part.file);
    const isExpected = expected.length === 0 || expected.includes(sha256);
    if (!isExpected && !options.acceptChanged) throw changed(source, where, url, sha256, wanted.sha256, recorded);
    rmSync(target, { force: true });
    renameDurably(part.file, target);
    return fetched(sha256, bytes, 'server', expected.length === 0 ? 'new' : isExpected ? heldBy(sha256) : 'accepted');
  } finally {
    part.remove();
  }
}

function changed(source: Source, where: string, url: string, found: string, pinned: string | undefined, recorded: RecordedHash | undefined): DataError {
  return new DataError(`${where}: is another file than ${pinned === undefined ? 'it was' : 'foedus knows'}; it was not imported.`, [
    ...(pinned === undefined ? [] : [`SHA-256 known to foedus: ${pinned}`]),
    ...(recorded === undefined ? [] : [`SHA-256 on ${recorded.recorded.slice(0, 10)}:     ${recorded.sha256}`]),
    `SHA-256 of ${new URL(url).host} now: ${found}`,
    `Its owner may have published another edition, or someone put another file in its place: see ${source.homepage}`,
    `To take it: foedus data pull ${source.id} --accept-changed`,
  ]);
}
