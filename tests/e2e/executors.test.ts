import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CELLS } from '../../dist/app/sweep/cells.js';
import type { Chunk, Executor, Job } from '../../src/jobs/executor.ts';
import { createPool } from '../../dist/jobs/pool.js';
import { queue } from '../../dist/jobs/queue.js';
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
