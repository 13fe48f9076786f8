import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { flush, renameDurably, replaceFile } from '../../data/disk/durable.ts';
import { isLongerThan } from '../../core/treaty/limits.ts';
import { MAX_FILE_BYTES } from '../files.ts';
import { UserError } from '../user-error.ts';
import { thinned } from './thinned.ts';

/**
 * Texts that are kept under names in a folder, `NAME.yaml`, each saved whole or not at all, with its last revisions in
 * `.history/NAME/`. A revision is named by its content, so that who saves can say which one the change was made on.
 */
export interface Shelf {
  /** In the order of their names. */
  readonly list: () => readonly Kept[];
  /** Undefined where there is none. @throws {UserError} for a name that is none */
  readonly get: (name: string) => KeptText | undefined;
  /**
   * @param on the revision the text was made from; null: there was none
   * @throws {Changed} where another stands by now, or none; {UserError} for a name or a text that cannot be kept
   */
  readonly save: (name: string, text: string, on: string | null) => KeptText;
  /** Its revisions stay. @throws {Changed} where another revision stands by now */
  readonly remove: (name: string, on: string) => void;
  /** The last revisions, the newest first; of a text that was removed too. */
  readonly history: (name: string) => readonly Kept[];
  /** A revision among them; undefined where there is none. */
  readonly revision: (name: string, revision: string) => KeptText | undefined;
}

export interface Kept {
  readonly name: string;
  /** First sixteen hexadecimal digits of the SHA-256 of the text. */
  readonly revision: string;
  /** When it was saved, UTC. */
  readonly saved: string;
  readonly bytes: number;
}

export interface KeptText extends Kept {
  readonly text: string;
}

/** What was to be replaced is not what stands. */
export class Changed extends Error {
  /** What stands by now; undefined where nothing does. */
  readonly current: KeptText | undefined;

  constructor(current: KeptText | undefined) {
    super('changed');
    this.name = 'Changed';
    this.current = current;
  }
}

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = 64;

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether a text can be kept under a name: lower-case words and digits joined by hyphens. */
export const isShelfName = (name: string): boolean => name.length <= LONGEST && NAME.test(name) && !DEVICES.test(name);

/** The name of a revision: 16 digits of a hash. */
const revisionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A revision's file: the moment it was saved, without the colons that Windows refuses, and its name. */
const REVISION_FILE = /^(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2}\.\d{3}Z)\.([0-9a-f]{16})\.yaml$/;

/** The shelf of a folder, which is made with the first text. */
export function openShelf(folder: string): Shelf {
  const fileOf = (name: string): string => path.join(folder, `${name}.yaml`);
  const pastOf = (name: string): string => path.join(folder, '.history', name);

  function checkName(name: string): void {
    if (!isShelfName(name)) throw new UserError(`'${name}' is no name to keep a text under; write lower-case words joined by hyphens, such as entente-2030.`);
  }

  /** A file of ours: no link, which might lead out of the folder, and no device. */
  function read(file: string, name: string): KeptText | undefined {
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (stat?.isFile() !== true || stat.size > MAX_FILE_BYTES) return undefined;
    const text = readFileSync(file, 'utf8');
    return { name, revision: revisionOf(text), saved: stat.mtime.toISOString(), bytes: stat.size, text };
  }

  const get = (name: string): KeptText | undefined => {
    checkName(name);
    return read(fileOf(name), name);
  };

  /** Files of revisions, the newest first. */
  function past(name: string): readonly (Kept & { readonly file: string })[] {
    const inner = pastOf(name);
    return filesIn(inner)
      .flatMap((file) => {
        const [, day, hours, minutes, seconds, revision = ''] = REVISION_FILE.exec(file) ?? [];
        const stat = lstatSync(path.join(inner, file), { throwIfNoEntry: false });
        if (day === undefined || stat?.isFile() !== true) return [];
        return [{ name, revision, saved: `${day}${hours}:${minutes}:${seconds}`, bytes: stat.size, file: path.join(inner, file) }];
      })
      .reverse();
  }

  function addToHistory(name: string, text: string, revision: string): void {
    const inner = pastOf(name);
    if (mkdirSync(inner, { recursive: true }) !== undefined) flush(path.dirname(inner));
    const moment = new Date().toISOString().replaceAll(':', '-');
    replaceFile(path.join(inner, `${moment}.${revision}.yaml`), text);
    const revisions = past(name);
    const kept = new Set(thinned(revisions.map(({ saved }) => saved)));
    for (const { saved, file } of revisions) if (!kept.has(saved)) rmSync(file, { force: true });
  }

  return {
    get,
    list: () =>
      filesIn(folder).flatMap((file) => {
        const name = file.endsWith('.yaml') ? file.slice(0, -'.yaml'.length) : '';
        const found = isShelfName(name) ? read(fileOf(name), name) : undefined;
        if (found === undefined) return [];
        const { text: _, ...kept } = found;
        return [kept];
      }),
    save: (name, text, on) => {
      const current = get(name);
      if ((current?.revision ?? null) !== on) throw new Changed(current);
      if (text.includes('\0')) throw new UserError('the text holds a zero byte; a draft is text in UTF-8.');
      if (isLongerThan(text, MAX_FILE_BYTES)) throw new UserError('the text is larger than 1 MiB; a treaty is far smaller.');
      const revision = revisionOf(text);
      if (current?.revision === revision) return current;
      mkdirSync(folder, { recursive: true });
      // The revision first: whatever ends the process from here on, the text is on the disk.
      addToHistory(name, text, revision);
      replaceFile(fileOf(name), text);
      const saved = get(name);
      if (saved?.revision !== revision) throw new Changed(saved);
      return saved;
    },
    remove: (name, on) => {
      const current = get(name);
      if (current?.revision !== on) throw new Changed(current);
      mkdirSync(pastOf(name), { recursive: true });
      const moment = current.saved.replaceAll(':', '-');
      renameDurably(fileOf(name), path.join(pastOf(name), `${moment}.${on}.yaml`));
      flush(folder);
    },
    history: (name) => {
      checkName(name);
      return past(name).map(({ revision, saved, bytes }) => ({ name, revision, saved, bytes }));
    },
    revision: (name, revision) => {
      checkName(name);
      const found = past(name).find((one) => one.revision === revision);
      if (found === undefined) return undefined;
      const { file, ...kept } = found;
      return { ...kept, text: readFileSync(file, 'utf8') };
    },
  };
}

/** Names in a folder in order; none where there is no such folder. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
