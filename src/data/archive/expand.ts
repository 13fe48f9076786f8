import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { DataError } from '../data-error.ts';
import { diskFault } from '../disk/disk-fault.ts';
import { gunzip } from './gunzip.ts';
import { createBudget, LIMITS, type Budget, type Limits } from './limits.ts';
import { checkFile, wrappingOf } from './sniff.ts';
import { withZip } from './unzip.ts';

/** A published file, plain, on disk. */
export interface PlainFile {
  /** Base name as published, by which layouts know it: `NMC-70-abridged.csv`. */
  readonly name: string;
  /** Where it lies. */
  readonly path: string;
  /** How one gets to it, for messages: `NMC_v7_0.zip/NMC-70-abridged.zip/NMC-70-abridged.csv`. */
  readonly origin: string;
}

/** What a file turned out to hold. */
export interface Expanded {
  /** In the order of the archive. */
  readonly files: readonly PlainFile[];
  /** Files of it that were not wanted and not unpacked, by their origin. */
  readonly passedOver: readonly string[];
}

export interface ExpandOptions {
  /** Whether a file of this base name is of use; all are unless given. Archives inside are always opened. */
  readonly wanted?: (name: string) => boolean;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

interface Walk {
  readonly folder: string;
  readonly wanted: (name: string) => boolean;
  readonly budget: Budget;
  readonly signal: AbortSignal | undefined;
  readonly files: PlainFile[];
  readonly passedOver: string[];
}

/**
 * Opens a file as it is published: .zip (with .zip and .gz in it, to a depth of three) and .gz are unpacked below `scratch`;
 * anything else is handed on as it lies. Every file keeps its base name, in a folder of its own. Where it fails, nothing of
 * it is left in `scratch`.
 * @param scratch a folder, made where absent; the caller removes it
 * @throws {DataError} where the file is damaged, encrypted, a web page or JSON in an archive's place, made to write outside
 *   its folder, or a zip bomb
 * @throws the reason of `signal` where it was aborted
 */
export async function expand(file: string, scratch: string, options: ExpandOptions = {}): Promise<Expanded> {
  const { wanted = () => true, signal } = options;
  const name = path.basename(file);
  const size = await sizeOf(file, name);
  const wrapping = wrappingOf(name);
  if (wrapping === undefined) {
    if (!wanted(name)) return { files: [], passedOver: [name] };
    await checkFile(file, name, name);
    return { files: [{ name, path: file, origin: name }], passedOver: [] };
  }
  await mkdir(scratch, { recursive: true });
  const folder = await mkdtemp(path.join(scratch, 'unpacked-'));
  const walk: Walk = {
    folder,
    wanted,
    budget: createBudget(size, { ...LIMITS, ...options.limits }),
    signal,
    files: [],
    passedOver: [],
  };
  try {
    await open(file, name, name, 1, walk);
    return { files: walk.files, passedOver: walk.passedOver };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function sizeOf(file: string, name: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isFile()) return found.size;
  } catch (error) {
    throw diskFault(file, error) ?? error;
  }
  throw new DataError(`${name}: is no file.`);
}

/** A new place for a file of this name: two files of an archive may have the same base name. */
async function placeFor(name: string, walk: Walk): Promise<string> {
  return path.join(await mkdtemp(path.join(walk.folder, '-')), name);
}

/** Opens an archive that lies on disk. */
async function open(file: string, name: string, origin: string, depth: number, walk: Walk): Promise<void> {
  const { limits } = walk.budget;
  if (depth > limits.depth) {
    throw new DataError(`${origin}: is an archive in an archive, ${limits.depth} deep already; it was not unpacked.`, [
      'No data set that foedus reads is packed like this. Where the file is sound, unpack it yourself and import the folder.',
    ]);
  }
  await checkFile(file, name, origin);
  if (wrappingOf(name) === 'gzip') {
    const inner = name.replace(/\.gz$/i, '');
    await take(inner, `${origin}/${inner}`, depth, walk, (to) => gunzip(file, to, origin, walk.budget, walk.signal));
    return;
  }
  await withZip(file, origin, walk.budget, async (entries) => {
    for (const entry of entries) {
      walk.signal?.throwIfAborted();
      await take(entry.base, `${origin}/${entry.name}`, depth, walk, (to) => entry.unpack(to, walk.signal));
    }
  });
}

/** Takes one file out of an archive; where it is an archive itself, goes on into it. */
async function take(name: string, origin: string, depth: number, walk: Walk, unpack: (to: string) => Promise<void>): Promise<void> {
  const isArchive = wrappingOf(name) !== undefined;
  if (!isArchive && !walk.wanted(name)) {
    walk.passedOver.push(origin);
    return;
  }
  const to = await placeFor(name, walk);
  await unpack(to);
  if (isArchive) {
    await open(to, name, origin, depth + 1, walk);
    await rm(to);
    return;
  }
  walk.files.push({ name, path: to, origin });
}
