import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { LOCK_FILE, withLock } from '../../../src/data/store/lock.ts';
import { temporaryFolder } from '../../cli/harness.ts';

interface Holder {
  readonly pid?: number;
  readonly host?: string;
  readonly started?: string;
}

/** A folder with a lock in it, of this process, now, unless said otherwise. */
function locked({ pid = process.pid, host = hostname(), started = new Date().toISOString() }: Holder): string {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, LOCK_FILE), JSON.stringify({ pid, host, started, token: 'other' }));
  return folder;
}

/** The id of a process that has ended. */
const ended = (): number => spawnSync(process.execPath, ['--version']).pid;

const taken = (folder: string): Promise<string> => withLock(folder, () => Promise.resolve('done'), { patience: 0 });

it('lets one writer in at a time', async () => {
  const folder = temporaryFolder();
  const inside: number[] = [];
  let most = 0;
  const work = (number: number): Promise<void> =>
    withLock(folder, async () => {
      inside.push(number);
      most = Math.max(most, inside.length);
      await sleep(5);
      inside.splice(inside.indexOf(number), 1);
    });
  await Promise.all([1, 2, 3, 4].map(work));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

it('is free again after an error', async () => {
  const folder = temporaryFolder();
  await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await taken(folder)).toBe('done');
});

it.each<[string, () => Holder]>([
  ['of a process that is gone', () => ({ pid: ended() })],
  ['of before this machine was started', () => ({ started: '2001-01-01T00:00:00.000Z' })],
])('a lock %s is taken over', async (_, holder) => {
  const folder = locked(holder());
  expect(await taken(folder)).toBe('done');
  expect(readdirSync(folder)).toEqual([]);
});

it.each<[string, Holder, RegExp]>([
  ['of a process that runs', {}, /the store is being written to by process \d+ on .+, since 2\d{3}-/],
  ['of another machine', { host: 'elsewhere.example', pid: 1, started: '2001-01-01T00:00:00.000Z' }, /by process 1 on elsewhere\.example/],
])('a lock %s is left alone', async (_, holder, message) => {
  const folder = locked(holder);
  await expect(taken(folder)).rejects.toThrow(message);
  expect(JSON.parse(readFileSync(path.join(folder, LOCK_FILE), 'utf8'))).toMatchObject({ token: 'other' });
});

it('a lock that cannot be read is left alone', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, LOCK_FILE), '');
  await expect(taken(folder)).rejects.toThrow(/being written to by another process\.$/);
});

it('says once that it waits, and goes on when the other is done', async () => {
  const folder = locked({});
  const said: string[] = [];
  const waiting = withLock(folder, () => Promise.resolve('done'), { onWait: (line) => said.push(line) });
  await sleep(250);
  rmSync(path.join(folder, LOCK_FILE));
  expect(await waiting).toBe('done');
  expect(said).toEqual([expect.stringMatching(/^Waiting for process \d+ on .+, which writes to the store\.$/)]);
});

it('a writer whose lock was taken over may commit nothing, and leaves the lock to the other', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, LOCK_FILE);
  const robbed = withLock(folder, ({ assertHeld }) => {
    assertHeld();
    writeFileSync(file, JSON.stringify({ pid: 1, host: 'h', started: new Date().toISOString(), token: 'other' }));
    assertHeld();
    return Promise.resolve();
  });
  await expect(robbed).rejects.toThrow(/another process took the lock over\.$/);
  expect(existsSync(file)).toBe(true);
});
