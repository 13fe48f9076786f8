import type { Cell, CellResult, Task } from './cell.ts';

/** Cells that are run together and kept together; long enough that handing them out costs nothing beside. */
export interface Chunk {
  /** Tells its cells: a chunk of the same name has the same cells. */
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** Where finished chunks are kept: all of a chunk or nothing of it. A chunk kept twice counts once. */
export interface Parts<V = unknown> {
  has(name: string): boolean;
  put(name: string, results: readonly CellResult<V>[]): void | Promise<void>;
}

export interface Job<V = unknown> {
  readonly task: Task;
  /** Taken one by one as there is somebody to run them. */
  readonly chunks: Iterable<Chunk>;
  readonly parts: Parts<V>;
  /** Stops the job: what is kept stays, chunks under way are dropped. */
  readonly signal?: AbortSignal;
  /** Called once for each chunk, when it is kept, with the seconds its cells took where that is known here. */
  readonly onChunk?: (chunk: Chunk, seconds?: number) => void;
}

/** Somebody who runs chunks. Whoever does, the same cells yield the same results. */
export interface Executor {
  /**
   * Runs every chunk; in which order is not said.
   * @returns when all are kept, or soon after `signal`
   * @throws what the task's `open` throws, and where a part cannot be kept
   */
  readonly run: <V>(job: Job<V>) => Promise<void>;
}

/**
 * Takes chunks from a job, so many at a time, until there are none, the signal comes or one fails.
 * @throws the first failure, when those under way have ended
 */
export async function inLanes({ chunks, signal }: Pick<Job, 'chunks' | 'signal'>, lanes: number, work: (chunk: Chunk) => Promise<void>): Promise<void> {
  const source = chunks[Symbol.iterator]();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (;;) {
      if (failed || signal?.aborted === true) return;
      const next = source.next();
      if (next.done === true) return;
      try {
        await work(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const fault = ends.find((end) => end.status === 'rejected');
  if (fault !== undefined) throw fault.reason;
}
