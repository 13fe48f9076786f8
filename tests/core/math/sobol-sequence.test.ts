import { describe, expect, it } from 'vitest';
import { MOST_DIMENSIONS, sobolPoints } from '../../../src/core/math/sobol-sequence.ts';

describe('the Sobol sequence', () => {
  it('is that of scipy 1.17 (qmc.Sobol, scramble=False), by the direction numbers of Joe and Kuo', () => {
    const points = sobolPoints(64, MOST_DIMENSIONS);
    const at = (row: number, columns: readonly number[]): readonly number[] => columns.map((column) => points[row * MOST_DIMENSIONS + column] ?? NaN);
    expect(at(37, [0, 1, 2, 7, 20, 50, 100, 127])).toEqual([0.921875, 0.640625, 0.578125, 0.796875, 0.953125, 0.421875, 0.359375, 0.671875]);
    expect(at(63, [3, 64, 127])).toEqual([0.453125, 0.828125, 0.640625]);
  });

  it('puts one point of 64 in each sixty-fourth of every dimension, shifted or not', () => {
    for (const seed of [undefined, 1, 2]) {
      const points = sobolPoints(64, 20, seed);
      for (let column = 0; column < 20; column++) {
        const cells = new Set(Array.from({ length: 64 }, (_, row) => Math.floor(64 * (points[row * 20 + column] ?? NaN))));
        expect(cells.size, `seed ${seed}, dimension ${column}`).toBe(64);
      }
    }
  });

  it('with a seed is the same again, and another with another, and never 0', () => {
    expect(sobolPoints(32, 4, 7)).toEqual(sobolPoints(32, 4, 7));
    expect(sobolPoints(32, 4, 7)).not.toEqual(sobolPoints(32, 4, 8));
    expect(Math.min(...sobolPoints(4096, 2, 1))).toBeGreaterThan(0);
  });

  it('has no more dimensions than direction numbers', () => {
    expect(() => sobolPoints(1, MOST_DIMENSIONS + 1)).toThrow('at most 128 dimensions');
  });
});
