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
  /** To be told of each chunk taken, and of each done with the seconds its cells took. */
  readonly taken: (cells: number) => void;
  readonly done: (cells: number, seconds: number) => void;
  /** Seconds that a cell takes; undefined before the first is done. */
  readonly secondsPerCell: () => number | undefined;
  /** Seconds that all took together. */
  readonly spent: () => number;
}

/**
 * @param cells how many there are in all
 * @param lanes how many chunks are under way at once
 */
export function createPace(cells: number, lanes: number): Pace {
  let left = cells;
  let size = 1;
  let perCell: number | undefined;
  let spent = 0;
  return {
    next: () => Math.max(1, Math.min(size, Math.ceil(left / (lanes * LAST_ROUNDS)))),
    taken: (count) => void (left -= count),
    done: (count, seconds) => {
      spent += seconds;
      perCell = Math.max(1e-6, seconds / count);
      size = Math.max(1, Math.min(Math.floor(MEANT / perCell), count * GROWTH));
    },
    secondsPerCell: () => perCell,
    spent: () => spent,
  };
}
