import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/core/math/rng.ts';

const draws = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the seeded generator', () => {
  it('repeats itself for the same seed and labels, and for no other', () => {
    const stream = (...labels: [number, ...string[]]) => {
      const rng = createRng(...labels);
      return draws(5, () => rng.next());
    };
    expect(stream(1, 'a')).toEqual(stream(1, 'a'));
    expect(stream(1, 'a')).not.toEqual(stream(1, 'b'));
    expect(stream(1, 'a')).not.toEqual(stream(2, 'a'));
  });

  it('small seeds give first draws spread over the interval', () => {
    const firsts = draws(1000, () => 0).map((_, seed) => createRng(seed).next());
    expect(mean(firsts)).toBeCloseTo(0.5, 1);
    for (const tenth of Array.from({ length: 10 }, (_, index) => index / 10)) {
      const share = firsts.filter((value) => value >= tenth && value < tenth + 0.1).length / 1000;
      expect(share).toBeGreaterThan(0.06);
      expect(share).toBeLessThan(0.14);
    }
  });

  it('normal draws have mean 0 and variance 1', () => {
    const rng = createRng('normal');
    const values = draws(20_000, () => rng.normal());
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((value) => value * value))).toBeCloseTo(1, 1);
  });

  it('whole numbers stay below n and reach every value', () => {
    const rng = createRng(7);
    expect(new Set(draws(200, () => rng.int(5)))).toEqual(new Set([0, 1, 2, 3, 4]));
  });
});
