import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl';
import { DataError } from '../data-error.ts';
import { crc32 } from './crc32.ts';
import { diskFault } from '../disk/disk-fault.ts';
import { faultOfName, isLitter, shownName } from './entry-name.ts';
import type { Budget } from './limits.ts';

/** One file of an archive, its name found harmless. */
export interface ZipEntry {
  /** As it stands in the archive, folders and all. */
  readonly name: string;
  /** The last part of it. */
  readonly base: string;
  /** Writes it to a file, checking its size and CRC-32 as it goes. @throws {DataError} with the file removed by the caller */
  unpack(to: string, signal: AbortSignal | undefined): Promise<void>;
}

const AGAIN = 'Download it again; where it came by another way, compare its size with the one published.';

function damaged(where: string, what: string, cause?: unknown): DataError {
  return new DataError(`${where}: ${what}; nothing was taken from it.`, [AGAIN], { cause });
}

/** What the reader of archives says, in our words. */
function zipFault(where: string, error: unknown): DataError {
  const said = error instanceof Error ? error.message : String(error);
  if (said.startsWith('End of central directory record signature not found')) {
    return damaged(where, 'the archive is cut short: its end, where the list of its files stands, is missing', error);
  }
  if (/overflows file bounds|unexpected EOF|unexpected end of file/.test(said)) return damaged(where, 'the archive is cut short or damaged', error);
  if (said.startsWith('strong encryption')) return encrypted(where);
  return diskFault(where, error) ?? damaged(where, `the archive is damaged (${said})`, error);
}

function encrypted(where: string): DataError {
  return new DataError(`${where}: is encrypted, and foedus knows no password.`, ['Unpack it yourself, and import the folder.']);
}

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;

/** Links and devices, by the mode that Unix archivers store. */
function isPlain(entry: Entry): boolean {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  return type === 0 || type === REGULAR || type === DIRECTORY;
}

function refuse(where: string, name: string, fault: string): DataError {
  return new DataError(`${where}: the entry '${shownName(name)}' ${fault}; the archive was refused, and nothing of it unpacked.`, [
    'An archive like this can overwrite files outside its folder. Take the data set from its official address.',
  ]);
}

async function entriesOf(zip: ZipFile, where: string): Promise<readonly (readonly [name: string, entry: Entry])[]> {
  const seen = new Set<string>();
  const entries: (readonly [string, Entry])[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    const fault = faultOfName(name) ?? (isPlain(entry) ? undefined : 'is a symbolic link or a device');
    if (fault !== undefined) throw refuse(where, name, fault);
    if (isLitter(name)) continue;
    if (seen.has(name)) throw refuse(where, name, 'stands in it twice');
    seen.add(name);
    entries.push([name, entry]);
  }
  return entries;
}

async function unpack(zip: ZipFile, entry: Entry, to: string, where: string, budget: Budget, signal: AbortSignal | undefined): Promise<void> {
  if (entry.isEncrypted()) throw encrypted(where);
  if (!entry.canDecodeFileData()) {
    throw new DataError(`${where}: is packed by method ${entry.compressionMethod}, which foedus cannot unpack.`, [
      'Unpack it yourself, and import the folder.',
    ]);
  }
  let bytes = 0;
  let crc = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    await pipeline(
      stream,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > entry.uncompressedSize) throw damaged(where, `unpacks to more than the ${entry.uncompressedSize} bytes it declares`);
          budget.spend(chunk.length, where);
          crc = crc32(chunk, crc);
          yield chunk;
        }
      },
      createWriteStream(to, { flags: 'wx' }),
      ...(signal === undefined ? [] : [{ signal }]),
    );
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof DataError ? error : zipFault(where, error);
  }
  if (bytes < entry.uncompressedSize) throw damaged(where, `unpacks to ${bytes} bytes, where it declares ${entry.uncompressedSize}`);
  if (crc !== entry.crc32) throw damaged(where, 'its checksum (CRC-32) does not fit its bytes: the archive is damaged');
}

/**
 * Opens a zip archive for the time of `work`, its list of files read and found harmless, before a byte is unpacked.
 * @param where the archive, for messages
 * @throws {DataError} where it is damaged, encrypted, made to do harm, or beyond the budget
 */
export async function withZip<T>(file: string, where: string, budget: Budget, work: (entries: readonly ZipEntry[]) => Promise<T>): Promise<T> {
  let zip: ZipFile;
  try {
    zip = await openPromise(file, { autoClose: false, decodeStrings: false, validateEntrySizes: false });
  } catch (error) {
    throw zipFault(where, error);
  }
  try {
    budget.enter(zip.entryCount, where);
    const entries = await entriesOf(zip, where).catch((error: unknown) => {
      throw error instanceof DataError ? error : zipFault(where, error);
    });
    return await work(
      entries.map(([name, entry]) => ({
        name,
        base: name.split('/').at(-1) ?? name,
        unpack: (to, signal) => {
          const inner = `${where}/${name}`;
          budget.declare(entry.uncompressedSize, inner);
          return unpack(zip, entry, to, inner, budget, signal);
        },
      })),
    );
  } finally {
    zip.close();
  }
}
