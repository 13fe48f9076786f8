/** Every `step`-th of a job's cells from `from` on, below `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** One of `of` equal parts of a job, counted from 1: one task of an array of Slurm, one index of a job of Kubernetes. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

export const WHOLE: Shard = { index: 1, of: 1 };
const FINGERPRINT = 16;

/** Places of a range's cells. */
export function placesOf({ from, to, step }: Range): number[] {
  const places: number[] = [];
  for (let place = from; place < to; place += step) places.push(place);
  return places;
}

/** How many of `cells` fall to a shard. */
export const sizeOfShard = (cells: number, { index, of }: Shard): number => Math.max(0, Math.ceil((cells - index + 1) / of));

/**
 * A shard's cells that are not done, in ranges: neighbors go to different shards, so that a part of the design that takes longer is shared out.
 * @param size how many cells the next range is to have, asked before each
 */
export function* rangesOf(cells: number, { index, of: step }: Shard, isDone: (place: number) => boolean, size: () => number): Generator<Range> {
  for (let from = index - 1; from < cells; from += step) {
    if (isDone(from)) continue;
    const most = from + Math.max(1, Math.floor(size())) * step;
    let to = from + step;
    while (to < Math.min(most, cells) && !isDone(to)) to += step;
    yield { from, to: Math.min(to, cells), step };
    from = to - step;
  }
}

/**
 * The name of the part that a range's cells make: `0-64-1-9f86d081884c7d65`, with a hash of their ids.
 * @param hash in hexadecimal digits
 */
export function nameOf({ from, to, step }: Range, ids: readonly string[], hash: (text: string) => string): string {
  return `${from}-${to}-${step}-${hash(ids.join(' ')).slice(0, FINGERPRINT)}`;
}

/** The range that a name tells; undefined where it is no name. */
export function rangeNamed(name: string): Range | undefined {
  const found = /^(\d{1,9})-(\d{1,9})-(\d{1,9})-[0-9a-f]{16}$/.exec(name);
  if (found === null) return undefined;
  const [from = 0, to = 0, step = 0] = found.slice(1).map(Number);
  return from < to && step > 0 ? { from, to, step } : undefined;
}
