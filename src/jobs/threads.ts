import { inLanes, type Executor, type Job } from './executor.ts';
import { inline } from './inline.ts';
import { createPool, haveThreads } from './pool.ts';

/** Runs chunks in so many threads of this process. */
export function threads(count: number): Executor {
  return {
    run: async <V>(job: Job<V>): Promise<void> => {
      const { task, parts, signal, onChunk } = job;
      const stopped = (): boolean => signal?.aborted === true;
      if (stopped()) return;
      const pool = createPool<V>(task, count);
      const stop = (): void => void pool.close();
      signal?.addEventListener('abort', stop);
      try {
        // One chunk more than threads waits ready, so that none stands idle.
        await inLanes(job, count + 1, async (chunk) => {
          const { results, seconds } = await pool.run(chunk.cells);
          await parts.put(chunk.name, results);
          onChunk?.(chunk, seconds);
        });
      } catch (error) {
        if (!stopped()) throw error;
      } finally {
        signal?.removeEventListener('abort', stop);
        await pool.close();
      }
    },
  };
}

/** Threads where more than one is wanted and this is the compiled program; else this one. Results are the same. */
export const localExecutor = (count: number): Executor => (count > 1 && haveThreads() ? threads(count) : inline);
