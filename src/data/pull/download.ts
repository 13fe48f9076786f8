import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { diskFault } from '../disk/disk-fault.ts';
import { checkHead, SNIFFED_BYTES } from '../archive/sniff.ts';
import { DataError } from '../data-error.ts';
import type { Network, Patience } from './network.ts';
import type { Part } from './part.ts';
import { Dropped, networkFault, request } from './request.ts';

export interface Wanted {
  readonly url: string;
  /** The name it will have. */
  readonly name: string;
  /** What messages call it. */
  readonly where: string;
}

export interface Watching {
  /** Told of every piece: bytes that are there, and of the whole where known. */
  readonly onBytes: (bytes: number, total: number | null) => void;
  /** Told where the next try waits: why, and for how many milliseconds. */
  readonly onPause: (reason: string, milliseconds: number) => void;
  readonly signal: AbortSignal | undefined;
}

const mib = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MiB`;

/**
 * Downloads a file into its part, going on from what is there where the server says that it is the same file still.
 * Tries again after a pause where the connection drops or the server is in passing trouble.
 * @throws {DataError} where it cannot be had; what came stays in the part, unless it is of no use
 */
export async function download(wanted: Wanted, part: Part, network: Network, patience: Patience, watching: Watching): Promise<void> {
  let most = part.size();
  for (let failures = 0; ;) {
    try {
      await attempt(wanted, part, network, patience, watching);
      return;
    } catch (error) {
      if (watching.signal?.aborted === true) {
        throw new DataError(`${wanted.where}: stopped at ${mib(part.size())}.`, ['Run the command again: it goes on from there.'], { cause: error });
      }
      if (!(error instanceof Dropped)) throw error;
      const size = part.size();
      failures = size > most ? 1 : failures + 1;
      most = Math.max(most, size);
      if (failures >= patience.tries) {
        throw new DataError(
          `${wanted.where}: ${error.message}, ${failures} times in a row.`,
          [size > 0 ? `${mib(size)} are kept. Run the command again later: it goes on from there.` : 'Run the command again later.'],
          { cause: error },
        );
      }
      const pause = Math.min(patience.longestPause, Math.max(error.after ?? 0, patience.pause * 2 ** (failures - 1)));
      watching.onPause(error.message, pause);
      await sleep(pause, undefined, watching.signal === undefined ? {} : { signal: watching.signal }).catch(() => undefined);
    }
  }
}

/** One try. @throws {Dropped} where another is worth it */
async function attempt(wanted: Wanted, part: Part, network: Network, patience: Patience, { onBytes, signal }: Watching): Promise<void> {
  const idle = new AbortController();
  const timer = setTimeout(() => idle.abort(new Dropped(`no answer for ${Math.round(patience.idle / 1000)} seconds`)), patience.idle);
  const either = signal === undefined ? idle.signal : AbortSignal.any([signal, idle.signal]);
  try {
    signal?.throwIfAborted();
    const about = part.about(wanted.url);
    const had = part.size();
    if (about?.total === had && had > 0) return;
    const validator = had > 0 ? (about?.validator ?? null) : null;
    const headers: Readonly<Record<string, string>> = validator === null ? {} : { range: `bytes=${had}-`, 'if-range': validator };
    const response = await request(wanted.url, headers, wanted.where, network, patience, either);
    const { from, total } = extent(response, had, part);
    if (total !== null && total > patience.bytes) throw tooLarge(wanted, `is ${mib(total)} by what its server says`, patience);
    // Bytes of another file are gone before the mark of this one stands beside them.
    if (from === 0) part.remove();
    part.note({ url: wanted.url, validator: validatorOf(response), total });
    await receive(response, from, total, wanted, part, patience, () => timer.refresh(), onBytes);
  } catch (error) {
    if (idle.signal.aborted) throw idle.signal.reason;
    if (error instanceof DataError) throw error;
    throw diskFault(part.file, error) ?? networkFault(wanted.where, error);
  } finally {
    clearTimeout(timer);
    idle.abort();
  }
}

function tooLarge({ where }: Wanted, what: string, { bytes }: Patience): DataError {
  return new DataError(`${where}: ${what}, more than the ${mib(bytes)} that foedus downloads.`, [
    'It is not what foedus knows of it. Look at it in a browser; what you download there is imported by foedus data import --from DIR',
  ]);
}

/** Strong validators alone hold for ranges (RFC 9110, 13.1.5). */
function validatorOf({ headers }: Response): string | null {
  const etag = headers.get('etag');
  if (etag !== null && !etag.startsWith('W/')) return etag;
  return etag === null ? headers.get('last-modified') : null;
}

function lengthOf(response: Response): number | null {
  const encoding = response.headers.get('content-encoding');
  const length = response.headers.get('content-length');
  return (encoding === null || encoding === 'identity') && length !== null && /^\d+$/.test(length) ? Number(length) : null;
}

/** Where the body's bytes belong, and how many the whole has. @throws {Dropped} where the server answers for another range */
function extent(response: Response, had: number, part: Part): { readonly from: number; readonly total: number | null } {
  if (response.status === 200) return { from: 0, total: lengthOf(response) };
  const [, from, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '') ?? [];
  if (response.status === 206 && Number(from) === had) return { from: had, total: total === '*' || total === undefined ? null : Number(total) };
  part.remove();
  throw new Dropped('the server answered for other bytes than asked for', 0);
}

async function receive(
  response: Response,
  from: number,
  total: number | null,
  wanted: Wanted,
  part: Part,
  patience: Patience,
  onAlive: () => void,
  onBytes: Watching['onBytes'],
): Promise<void> {
  const handle = await open(part.file, from === 0 ? 'w' : 'a');
  let size = from;
  let head = from === 0 ? Buffer.alloc(0) : undefined;
  const look = (): void => {
    if (head === undefined) return;
    checkAnswer(response, head, wanted);
    head = undefined;
  };
  try {
    for await (const chunk of response.body ?? []) {
      onAlive();
      if (head !== undefined) {
        head = Buffer.concat([head, chunk.subarray(0, SNIFFED_BYTES)]);
        if (head.length >= SNIFFED_BYTES) look();
      }
      if (size + chunk.length > patience.bytes) throw tooLarge(wanted, 'goes on and on', patience);
      await handle.writeFile(chunk);
      size += chunk.length;
      onBytes(size, total);
    }
    look();
    if (total !== null && size < total) throw new Dropped(`the connection closed at ${mib(size)} of ${mib(total)}`);
    await handle.sync();
  } catch (error) {
    if (error instanceof DataError) part.remove();
    throw error;
  } finally {
    await handle.close();
  }
}

/** Stops a download at its first bytes where they are not of the file. @throws {DataError} */
function checkAnswer(response: Response, head: Uint8Array, { name, where }: Wanted): void {
  const type = response.headers.get('content-type') ?? '';
  const isMarkup = /^text\/html\b/i.test(type) && new TextDecoder().decode(head).trimStart().startsWith('<');
  checkHead(isMarkup ? Buffer.from('<html>') : head, name, where);
}
