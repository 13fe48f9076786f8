import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQueue, type Queue, type QueueOptions } from '../../src/api/work/queue.ts';

/** A worker that waits, ends or turns in circles as the question says, and then names its process and its folder. */
const WORKER = `
import { tmpdir } from 'node:os';
process.on('message', ({ verb: name, question }) => {
  if (question === 'end') process.exit(3);
  while (question === 'circles');
  const told = { answer: { file: String(process.pid), type: tmpdir(), name } };
  if (question === 'refuse') process.send({ refused: { message: 'no such state', detail: ['There is one.'] } });
  else if (question === 'fault') process.send({ fault: 'Error: of its own' });
  else setTimeout(() => process.send(told), question);
});
process.on('disconnect', () => process.exit());
`;

let folder = '';
const forever = new AbortController().signal;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'foedus-queue-'));
  writeFileSync(path.join(folder, 'worker.mjs'), WORKER);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function withQueue(options: QueueOptions, tests: (queue: Queue) => Promise<void>): Promise<void> {
  const queue = createQueue({ script: pathToFileURL(path.join(folder, 'worker.mjs')), ...options });
  try {
    await tests(queue);
  } finally {
    await queue.close();
  }
}

const ask = (queue: Queue, question: unknown, { name = '', signal = forever }: { name?: string; signal?: AbortSignal } = {}) =>
  queue.answer({ workspace: folder, folder, verb: name, question, today: '2025-06-01' }, { signal });

/** How a promise failed. */
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the queue of work', () => {
  it('answers in the order of the questions, in one process', async () => {
    await withQueue({}, async (queue) => {
      const order: string[] = [];
      const asked = [30, 1, 10].map(async (wait, index) => {
        const { file, name } = await ask(queue, wait, { name: String(index) });
        order.push(name ?? '');
        return file;
      });
      expect(new Set(await Promise.all(asked)).size).toBe(1);
      expect(order).toEqual(['0', '1', '2']);
    });
  });

  it('refuses what would wait behind too much', async () => {
    await withQueue({ places: 2 }, async (queue) => {
      const first = [30, 1, 1].map((wait) => ask(queue, wait));
      expect(await failure(ask(queue, 1))).toMatchObject({ name: 'NotDone', why: 'busy' });
      await Promise.all(first);
      await ask(queue, 1);
    });
  });

  it('leaves what is no longer wanted, and keeps no place for it', async () => {
    await withQueue({ places: 1 }, async (queue) => {
      const running = ask(queue, 50);
      const away = new AbortController();
      const waiting = failure(ask(queue, 'circles', { signal: away.signal }));
      away.abort();
      expect(await waiting).toMatchObject({ why: 'gone' });
      const [one, other] = await Promise.all([running, ask(queue, 1)]);
      expect(other.file).toBe(one.file);
    });
  });

  it('ends a process whose work is no longer wanted; the next question starts another', async () => {
    await withQueue({}, async (queue) => {
      const { file: pid, type: scratch } = await ask(queue, 1);
      const away = new AbortController();
      const circling = failure(ask(queue, 'circles', { signal: away.signal }));
      setTimeout(() => away.abort(), 20);
      expect(await circling).toMatchObject({ why: 'gone' });
      expect(isRunning(Number(pid))).toBe(false);
      expect(readdirSync(path.dirname(scratch))).not.toContain(path.basename(scratch));
      expect((await ask(queue, 1)).file).not.toBe(pid);
    });
  });

  it('ends what takes too long', async () => {
    await withQueue({ limit: 1500 }, async (queue) => {
      expect(await failure(ask(queue, 'circles'))).toMatchObject({ why: 'slow' });
      await ask(queue, 1);
    });
  });

  it('tells a mistake of the user from an error of its own', async () => {
    await withQueue({}, async (queue) => {
      expect(await failure(ask(queue, 'refuse'))).toMatchObject({ name: 'UserError', message: 'no such state', detail: ['There is one.'] });
      expect(await failure(ask(queue, 'fault'))).toMatchObject({ name: 'Error', message: 'Error: of its own' });
    });
  });

  it('goes on where a process ended by itself', async () => {
    await withQueue({}, async (queue) => {
      expect(await failure(ask(queue, 'end'))).toMatchObject({ message: 'The worker did not answer: it ended by status 3.' });
      await ask(queue, 1);
    });
  });

  it('keeps no process without work, and none when it is closed', async () => {
    let pid = 0;
    await withQueue({ idle: 20 }, async (queue) => {
      pid = Number((await ask(queue, 1)).file);
      await expect.poll(() => isRunning(pid)).toBe(false);
      pid = Number((await ask(queue, 1)).file);
    });
    expect(isRunning(pid)).toBe(false);
  });
});
