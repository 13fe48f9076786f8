import type { Chunk } from './executor.ts';

/** Seconds that a chunk is meant to take: long beside what handing it out costs, short beside a coffee. */
const MEANT = 1.5;
/** A chunk is at most so many times the one before: the first cells of a job tell little. */
const GROWTH = 4;
/** Chunks that everyone is still to get when the job comes to its end, so that none waits long for the last. */
const LAST_ROUNDS = 4;

/** Sizes of chunks by how long those before took. */
export interface Pace {
  /** Cells that the next chunk is to have. */
  readonly next: () => number;
  /** To be told of each chunk taken and each kept. */
  readonly taken: (chunk: Chunk) => void;
  readonly kept: (chunk: Chunk) => void;
  /** Seconds that a cell takes; undefined before the first is done. */
  readonly secondsPerCell: () => number | undefined;
}

/**
 * @param cells how many there are in all
 * @param lanes how many chunks are under way at once
 * @param now in milliseconds
 */
export function createPace(cells: number, lanes: number, now: () => number = () => performance.now()): Pace {
  const started = new Map<string, number>();
  let left = cells;
  let size = 1;
  let perCell: number | undefined;
  return {
    next: () => Math.max(1, Math.min(size, Math.ceil(left / (lanes * LAST_ROUNDS)))),
    taken: ({ name, cells: { length } }) => {
      started.set(name, now());
      left -= length;
    },
    kept: ({ name, cells: { length } }) => {
      const start = started.get(name);
      if (start === undefined) return;
      started.delete(name);
      perCell = Math.max(1e-6, (now() - start) / 1000 / length);
      size = Math.max(1, Math.min(Math.floor(MEANT / perCell), length * GROWTH));
    },
    secondsPerCell: () => perCell,
  };
}
