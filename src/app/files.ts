import { chmodSync, lstatSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { UserError } from './user-error.ts';

/** Treaty files over this many bytes are refused before they are read. */
export const MAX_FILE_BYTES = 1024 * 1024;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const READ_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EISDIR: 'is a directory; name a file',
  ENOTDIR: 'part of the path is not a directory',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'symbolic links go round in a circle',
};

function readFault(name: string, error: unknown): UserError {
  return new UserError(`${name}: ${READ_FAULTS[codeOf(error)] ?? 'cannot be read'}.`, [], { cause: error });
}

/**
 * Reads a text file that the user named, in UTF-8.
 * @param name as the user wrote it, used in errors
 * @param most what it may hold, in bytes
 * @throws {UserError} where it is missing, a directory or device, unreadable, too large, or no UTF-8 text
 */
export function readText(name: string, cwd: string, most: number = MAX_FILE_BYTES): string {
  const file = path.resolve(cwd, name);
  let bytes: Uint8Array;
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw new UserError(`${name}: is a directory; name a file.`);
    // A shell's <(command) is a link to a pipe; one that stands in a folder may have no writer, and reading would wait for it.
    if (lstatSync(file).isFIFO() && !file.startsWith('/dev/')) throw new UserError(`${name}: is a named pipe; name a file.`);
    if (stat.isCharacterDevice() || stat.isBlockDevice()) throw new UserError(`${name}: is a device; name a file.`);
    if (stat.size > most)
      throw new UserError(`${name}: is ${(stat.size / MAX_FILE_BYTES).toFixed(1)} MiB; a file may hold at most ${most / MAX_FILE_BYTES} MiB.`);
    bytes = readFileSync(file);
  } catch (error) {
    throw error instanceof UserError ? error : readFault(name, error);
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) throw new UserError(`${name}: is no text in UTF-8 (byte ${zero + 1}); expected a YAML or JSON file.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UserError(`${name}: is no text in UTF-8; expected a YAML or JSON file.`, [], { cause: error });
  }
}

function entriesOf(folder: string, cwd: string): Dirent[] {
  try {
    return readdirSync(path.resolve(cwd, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw readFault(folder, error);
  }
}

/**
 * The YAML and JSON files that the user's files and directories stand for, in a fixed order; hidden folders and node_modules are passed over.
 * @throws {UserError} where a name is missing, or a directory cannot be read or holds no such file
 */
export function treatyFilesIn(names: readonly string[], cwd: string): string[] {
  const found: string[] = [];
  for (const name of names) {
    let isDirectory: boolean;
    try {
      isDirectory = statSync(path.resolve(cwd, name)).isDirectory();
    } catch (error) {
      throw readFault(name, error);
    }
    if (!isDirectory) {
      found.push(name);
      continue;
    }
    const before = found.length;
    const visit = (folder: string): void => {
      for (const entry of entriesOf(folder, cwd)) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name.startsWith('foedus.config.')) continue;
        const inner = path.join(folder, entry.name);
        if (entry.isDirectory()) visit(inner);
        else if (/\.(ya?ml|json)$/i.test(entry.name)) found.push(inner);
      }
    };
    visit(name);
    if (found.length === before) throw new UserError(`${name}: holds no .yaml, .yml or .json file.`);
  }
  return [...new Set(found)];
}

const WRITE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there',
  EROFS: 'the file system is read-only',
  EISDIR: 'is a directory; name a file',
  ENOTDIR: 'part of the path is not a directory',
  ENOSPC: 'the disk is full',
};

function openDraft(named: string, name: string): { readonly file: string; readonly draft: string; readonly mode: number | undefined } {
  const old = statSync(named, { throwIfNoEntry: false });
  if (old?.isDirectory() === true) throw new UserError(`${name}: is a directory; name a file.`);
  const file = old === undefined ? named : realpathSync(named);
  return { file, draft: `${file}.${process.pid}.tmp`, mode: old?.mode };
}

function writeFault(name: string, error: unknown): UserError {
  return new UserError(`${name}: cannot be written, ${WRITE_FAULTS[codeOf(error)] ?? 'the system refused'}.`, [], { cause: error });
}

/**
 * Replaces a file whole or not at all: written beside it, then renamed. A symbolic link stays one: what it leads to is
 * replaced. A file that exists keeps its permissions.
 * @throws {UserError} where it cannot be written; the old file then stands
 */
export function writeAtomically(name: string, cwd: string, content: string | Uint8Array): void {
  let draft: string | undefined;
  try {
    const opened = openDraft(path.resolve(cwd, name), name);
    ({ draft } = opened);
    writeFileSync(draft, content, { flag: 'wx', ...(opened.mode !== undefined && { mode: opened.mode }) });
    if (opened.mode !== undefined) chmodSync(draft, opened.mode);
    renameSync(draft, opened.file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (draft !== undefined) rmSync(draft, { force: true });
    throw writeFault(name, error);
  }
}

/**
 * The same for what a library writes to a path of its own: `write` is handed the draft's path.
 * @throws {UserError} where the place cannot be written; what `write` throws, as it is
 */
export async function writeWith(name: string, cwd: string, write: (draft: string) => Promise<void>): Promise<void> {
  const { file, draft, mode } = openDraft(path.resolve(cwd, name), name);
  try {
    // An empty draft first: what is wrong with the place is then said in our words.
    try {
      writeFileSync(draft, '', { flag: 'wx' });
    } catch (error) {
      throw writeFault(name, error);
    }
    await write(draft);
    if (mode !== undefined) chmodSync(draft, mode);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
