import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CELLS } from '../../dist/app/sweep/cells.js';
import type { Chunk, Executor, Job } from '../../src/jobs/executor.ts';
import { createPool } from '../../dist/jobs/pool.js';
import { queue } from '../../dist/jobs/queue.js';
import { connectRedis } from '../../dist/jobs/redis.js';
import type { OpenJob } from '../../src/jobs/pools-at-hand.ts';
import { serveQueue } from '../../dist/jobs/queue-worker.js';
import { threads } from '../../dist/jobs/threads.js';
import { cellInput, keepsToTheInterface } from '../jobs/conformance.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';

let redis: TestRedis;
beforeAll(async () => void (redis = await startRedis()));
afterAll(() => redis.stop());

/** Jobs that are run, by their ids: what a worker finds in a sweep's folder. */
const jobs = new Map<string, OpenJob>();

/** A queue with a worker in this process. */
const queueWithWorker: Executor = {
  run: async <V>(job: Job<V>) => {
    const id = `job-${jobs.size}`;
    const named = new Map<string, Chunk>();
    function* noted(): Generator<Chunk> {
      for (const chunk of job.chunks) {
        named.set(chunk.name, chunk);
        yield chunk;
      }
    }
    const chunk = (name: string): Chunk => named.get(name) ?? { name, cells: [] };
    jobs.set(id, { task: job.task, parts: job.parts, chunk });
    const end = new AbortController();
    const open = ({ job: asked }: { readonly job: string }): OpenJob => {
      const found = jobs.get(asked);
      if (found === undefined) throw new RangeError(`there is no job ${asked}`);
      return found;
    };
    const worker = serveQueue({ url: redis.url, threads: 2, lease: 5000, signal: end.signal, open });
    try {
      await queue({ url: redis.url, folder: 'memory', job: id }).run({ ...job, chunks: noted() });
    } finally {
      end.abort();
      await worker;
    }
  },
};

describe('threads', () => keepsToTheInterface(threads(2), CELLS));

describe('queue', () => keepsToTheInterface(queueWithWorker, CELLS));

describe('a connection to Redis', () => {
  it('is made once one that is just being started is there', async () => {
    const other = await startRedis();
    try {
      await other.kill();
      const connecting = connectRedis(other.url);
      await sleep(400);
      await other.restart();
      const client = await connecting;
      expect(await client.ping()).toBe('PONG');
      client.disconnect();
    } finally {
      await other.stop();
    }
  });

  it('is given up where nobody comes, without the password being told; at once where there is no such host', async () => {
    await expect(connectRedis('redis://me:secret@127.0.0.1:1')).rejects.toThrow(/no Redis at redis:\/\/127.0.0.1:1: nobody listens there/);
    const start = performance.now();
    await expect(connectRedis('redis://nowhere.invalid:6379')).rejects.toThrow('there is no such host');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('a pool of threads', () => {
  it('closes quietly while answers are on their way', async () => {
    for (let time = 0; time < 12; time++) {
      const pool = createPool<number>({ module: CELLS, cell: 'arithmetic', shared: null }, 2);
      const asked = Array.from({ length: 40 }, async (_, at) => {
        try {
          return await pool.run([{ id: `cell-${at}`, input: cellInput(at, { n: 3 }) }]);
        } catch (error) {
          return error;
        }
      });
      expect(await asked[0]).toHaveProperty('results');
      await pool.close();
      // An answer that comes too late would be an uncaught error of this process, which no test survives.
      await Promise.all(asked);
    }
  });
});
