import { inLanes, type Executor, type Job } from './executor.ts';
import { openTask } from './run-cells.ts';

/** Runs cells in this thread, one after the other. */
export const inline: Executor = {
  run: async <V>(job: Job<V>): Promise<void> => {
    const { task, parts, signal, onChunk } = job;
    const run = await openTask<V>(task);
    await inLanes(job, 1, async (chunk) => {
      const { results, seconds } = await run(chunk.cells, signal);
      if (results.length < chunk.cells.length) return;
      await parts.put(chunk.name, results);
      onChunk?.(chunk, seconds);
    });
  },
};
