import type { ChunkName } from './queue.ts';
import type { Chunk, Parts } from './executor.ts';
import { createPool, type Pool } from './pool.ts';
import type { Task } from './cell.ts';

/** A job as a worker sees it. */
export interface OpenJob {
  readonly task: Task;
  readonly parts: Parts;
  /** @throws {RangeError} where it has no such chunk */
  readonly chunk: (name: string) => Chunk;
}

/** Looks a job up. @throws where it is not there, or cannot be run here */
export type OpenFunction = (job: Omit<ChunkName, 'chunk'>) => OpenJob | Promise<OpenJob>;

interface AtHand {
  readonly job: OpenJob;
  readonly pool: Pool;
}

/** Jobs whose threads stay; chunks of several may come in turn. */
const KEPT = 2;

/** Threads of the jobs that a worker serves: started with a job's first chunk, ended when others take their place. */
export function poolsAtHand(
  open: OpenFunction,
  threads: number,
): {
  /** Does a piece of work with a job's threads, which stay as long as it lasts. */
  readonly using: <T>(name: ChunkName, work: (at: AtHand) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
} {
  const kept = new Map<string, { readonly at: Promise<AtHand>; users: number }>();
  const end = async (key: string): Promise<void> => {
    const entry = kept.get(key);
    kept.delete(key);
    await entry?.at.then(
      ({ pool }) => pool.close(),
      () => undefined,
    );
  };
  const start = async ({ folder, job }: ChunkName): Promise<AtHand> => {
    const opened = await open({ folder, job });
    return { job: opened, pool: createPool(opened.task, threads) };
  };
  return {
    using: async (name, work) => {
      const key = `${name.job} ${name.folder}`;
      const entry = kept.get(key) ?? { at: start(name), users: 0 };
      // The job used last stands last.
      kept.delete(key);
      kept.set(key, entry);
      entry.users += 1;
      try {
        return await work(await entry.at);
      } catch (error) {
        // What could not be opened may be another time; what else failed is better begun with fresh threads.
        if (entry.users === 1) await end(key);
        throw error;
      } finally {
        entry.users -= 1;
        for (const [other, { users }] of kept) if (kept.size > KEPT && users === 0) await end(other);
      }
    },
    close: async () => void (await Promise.all([...kept.keys()].map(end))),
  };
}
