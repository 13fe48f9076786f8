import { describe, expect, it } from 'vitest';
import { CELLS } from '../../src/app/sweep/cells.ts';
import { inline } from '../../src/jobs/inline.ts';
import { mapCells } from '../../src/jobs/map-cells.ts';
import { cellInput, keepsToTheInterface } from './conformance.ts';

describe('inline', () => keepsToTheInterface(inline, CELLS));

describe('mapCells', () => {
  const task = { module: CELLS, cell: 'arithmetic', shared: null };

  it.each([1, 3, 100])('values in the order of the inputs, %d handed out together', async (chunk) => {
    const told: number[] = [];
    const found = await mapCells<{ mean: number }>(
      inline,
      task,
      [5, 3, 9, 3].map((seed) => cellInput(seed)),
      { chunk, onProgress: (done) => void told.push(done) },
    );
    const means = found.map((value) => value?.mean);
    expect(new Set(means).size).toBe(3);
    expect(means[1]).toBe(means[3]);
    expect(told.at(-1)).toBe(4);
  });

  it('a cell that fails is an error', async () => {
    await expect(mapCells(inline, task, [cellInput(1), cellInput(2, { n: 0 })])).rejects.toThrow('n is 0: it must be a whole number from 1');
  });

  it('where it was stopped, what there is', async () => {
    expect(await mapCells(inline, task, [cellInput(1), cellInput(2)], { signal: AbortSignal.abort() })).toEqual([undefined, undefined]);
  });
});
