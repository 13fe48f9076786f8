import { describe, expect, it } from 'vitest';
import { linear, ticksTo } from '../../src/charts/scale.ts';

describe('a straight scale', () => {
  it('maps ends to ends, also upside down', () => {
    const scale = linear([0, 10], [100, 0]);
    expect([0, 2.5, 10].map(scale)).toEqual([100, 75, 0]);
  });

  it('maps a domain of no width to the start', () => {
    expect(linear([3, 3], [5, 9])(3)).toBe(5);
  });
});

describe('ticks', () => {
  it.each([
    [9.2, 5, [0, 2, 4, 6, 8, 10]],
    [89, 3, [0, 50, 100]],
    [0.3, 3, [0, 0.1, 0.2, 0.3]],
    [10, 5, [0, 2, 4, 6, 8, 10]],
    [0.0007, 5, [0, 0.0002, 0.0004, 0.0006, 0.0008]],
    [0, 5, [0, 1]],
  ])('up to %d in about %d steps', (most, count, expected) => {
    expect(ticksTo(most, count)).toEqual(expected);
  });
});
