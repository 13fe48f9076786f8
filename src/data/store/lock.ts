import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { codeOf, diskFault } from '../disk/disk-fault.ts';
import { DataError } from '../data-error.ts';

export const LOCK_FILE = 'ledger.lock';

const holderSchema = z.object({ pid: z.int(), host: z.string(), started: z.iso.datetime(), token: z.string() });

type Holder = z.infer<typeof holderSchema>;

/** The right to write to a workspace. */
export interface Lock {
  /** @throws {DataError} where another process took the lock over meanwhile: then nothing may be committed */
  readonly assertHeld: () => void;
}

export interface LockOptions {
  /** How long to wait for another writer, in milliseconds; a minute unless given. */
  readonly patience?: number;
  /** Told once where it has to wait. */
  readonly onWait?: (line: string) => void;
}

function holderOf(file: string): Holder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Whether the process that holds a lock is gone: killed, or of before the last start of this machine. One on another machine never is. */
function isGone({ pid, host, started }: Holder): boolean {
  if (host !== hostname()) return false;
  if (Date.parse(started) < Date.now() - uptime() * 1000 - 1000) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** Moves a stale lock aside, unless another process did so first and stands in its place. */
function removeStale(file: string, stale: Holder): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (holderOf(aside)?.token !== stale.token) {
    try {
      linkSync(aside, file);
    } catch {
      // A third writer stands there now; the one moved aside finds out before it commits.
    }
  }
  rmSync(aside, { force: true });
}

/**
 * Runs work that writes to a workspace, one process at a time. A lock whose process is gone is taken over.
 * @throws {DataError} where another process holds the lock for longer than the patience, or the folder cannot be written to
 */
export async function withLock<T>(workspace: string, work: (lock: Lock) => Promise<T>, options: LockOptions = {}): Promise<T> {
  const file = path.join(workspace, LOCK_FILE);
  const own: Holder = { pid: process.pid, host: hostname(), started: new Date().toISOString(), token: randomUUID() };
  await acquire(file, own, options);
  const isHeld = (): boolean => holderOf(file)?.token === own.token;
  try {
    return await work({
      assertHeld: () => {
        if (!isHeld()) throw new DataError(`${file}: another process took the lock over.`, ['Nothing more was written. Run the command again.']);
      },
    });
  } finally {
    if (isHeld()) rmSync(file, { force: true });
  }
}

/** Puts the lock where none stands, its text and all: by a second name for the draft, or where a file system has none, by a new file. */
function take(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
  }
  try {
    writeFileSync(file, readFileSync(draft), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function acquire(file: string, own: Holder, { patience = 60_000, onWait }: LockOptions): Promise<void> {
  const draft = `${file}.${own.token}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify(own));
  } catch (error) {
    throw diskFault(path.dirname(file), error) ?? error;
  }
  const until = Date.now() + patience;
  let told = false;
  try {
    for (;;) {
      if (take(draft, file)) return;
      const holder = holderOf(file);
      if (holder !== undefined && isGone(holder)) {
        removeStale(file, holder);
        continue;
      }
      const who = holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host}, since ${holder.started}`;
      if (Date.now() >= until) {
        throw new DataError(`${file}: the store is being written to by ${who}.`, ['Wait for it to end. If no such process runs, remove the file.']);
      }
      if (!told) onWait?.(`Waiting for ${who}, which writes to the store.`);
      told = true;
      await sleep(100);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}
