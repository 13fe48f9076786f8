import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { CellResult } from './cell.ts';
import { inLanes, type Executor, type Job } from './executor.ts';
import { inline } from './inline.ts';

/** Compiled beside this file; from sources there is none. */
const THREAD = fileURLToPath(new URL('./thread.js', import.meta.url));

/** Runs chunks in so many threads of this process. */
export function threads(count: number): Executor {
  return {
    run: async <V>(job: Job<V>): Promise<void> => {
      const { task, parts, signal, onChunk } = job;
      const stopped = (): boolean => signal?.aborted === true;
      if (stopped()) return;
      const pool = new Piscina({ filename: THREAD, name: 'runChunk', workerData: task, minThreads: count, maxThreads: count });
      const stop = (): void => void pool.destroy();
      signal?.addEventListener('abort', stop);
      try {
        // One chunk more than threads waits ready, so that none stands idle.
        await inLanes(job, count + 1, async (chunk) => {
          const results: readonly CellResult<V>[] = await pool.run(chunk.cells);
          await parts.put(chunk.name, results);
          onChunk?.(chunk);
        });
      } catch (error) {
        if (!stopped()) throw error;
      } finally {
        signal?.removeEventListener('abort', stop);
        await pool.destroy();
      }
    },
  };
}

/** Threads where more than one is wanted and this is the compiled program; else this one. Results are the same. */
export const localExecutor = (count: number): Executor => (count > 1 && existsSync(THREAD) ? threads(count) : inline);
