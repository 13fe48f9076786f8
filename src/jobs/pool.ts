import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Cell, Task } from './cell.ts';
import { isCompiled } from './in-threads.ts';
import { openTask, type Ran } from './run-cells.ts';

/** Compiled beside this file; from sources there is none. */
const THREAD = new URL('./thread.js', import.meta.url);

/** Whether there are threads: in the compiled program alone. */
export const haveThreads = (): boolean => isCompiled(THREAD);

/** Runs chunks of one task, several at once where it has threads. */
export interface Pool<V = unknown> {
  /** @throws what the task's `open` throws; an error where the pool is closed meanwhile */
  readonly run: (cells: readonly Cell[]) => Promise<Ran<V>>;
  /** Ends at once; chunks under way are dropped. */
  readonly close: () => Promise<void>;
}

/** So many threads of this process; from sources, this thread. */
export function createPool<V>(task: Task, threads: number): Pool<V> {
  if (!haveThreads()) {
    const opened = openTask<V>(task);
    opened.catch(() => undefined);
    return { run: async (cells) => (await opened)(cells), close: async () => undefined };
  }
  const pool = new Piscina({ filename: fileURLToPath(THREAD), name: 'runChunk', workerData: task, minThreads: threads, maxThreads: threads });
  return {
    run: async (cells) => {
      const ran: Ran<V> = await pool.run(cells);
      return ran;
    },
    close: async () => {
      // What a thread sends while it is being ended answers nobody any more, which the pool takes for an error of its own.
      pool.on('error', () => undefined);
      await pool.destroy();
    },
  };
}
