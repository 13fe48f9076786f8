import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/jobs/pace.ts';
import { nameOf, placesOf, rangeNamed, rangesOf, sizeOfShard, WHOLE } from '../../src/jobs/ranges.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const nothing = (place: number): boolean => place < 0;
const all = (cells: number, shard = WHOLE, isDone = nothing, size = 4): number[][] => [...rangesOf(cells, shard, isDone, () => size)].map(placesOf);

describe('ranges', () => {
  it('cover a job', () => {
    expect(all(10)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
    expect(all(0)).toEqual([]);
  });

  it('leave out what is done, and end before it', () => {
    expect(all(10, WHOLE, (place) => [0, 3, 4, 9].includes(place))).toEqual([
      [1, 2],
      [5, 6, 7, 8],
    ]);
  });

  it.each([1, 2, 3, 7, 20])('of %d shards cover it, each cell once', (of) => {
    const shards = Array.from({ length: of }, (_, index) => all(17, { index: index + 1, of }, (place) => place === 5, 3).flat());
    expect(shards.flat().sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    const sizes = shards.map((_, index) => sizeOfShard(17, { index: index + 1, of }));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(17);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it('are told by their names', () => {
    const range = { from: 2, to: 9, step: 3 };
    const name = nameOf(range, ['a', 'b', 'c'], hash);
    expect(name).toMatch(/^2-9-3-[0-9a-f]{16}$/);
    expect(rangeNamed(name)).toEqual(range);
    expect(nameOf(range, ['a', 'b', 'd'], hash)).not.toBe(name);
    for (const other of ['', 'sweep', '2-9-3', '9-2-1-0123456789abcdef', '2-9-0-0123456789abcdef', `${name}x`]) expect(rangeNamed(other)).toBeUndefined();
  });
});

describe('the pace', () => {
  it('grows to chunks of a second and a half, at most fourfold at a time', () => {
    const pace = createPace(1_000_000, 2);
    const sizes = Array.from({ length: 8 }, () => {
      const next = pace.next();
      pace.taken(next);
      pace.done(next, 0.01 * next);
      return next;
    });
    expect(sizes).toEqual([1, 4, 16, 64, 150, 150, 150, 150]);
    expect(pace.secondsPerCell()).toBeCloseTo(0.01, 12);
    expect(pace.spent()).toBeCloseTo(6.85, 12);
  });

  it('shrinks at the end, so that nobody waits long for the last', () => {
    const pace = createPace(100, 2);
    pace.taken(20);
    pace.done(20, 0.02);
    expect(pace.next()).toBe(10);
  });

  it('keeps to single cells where one takes long', () => {
    const pace = createPace(100, 2);
    pace.taken(1);
    pace.done(1, 60);
    expect(pace.next()).toBe(1);
  });
});
