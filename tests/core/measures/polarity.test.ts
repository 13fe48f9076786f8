import { describe, expect, it } from 'vitest';
import { polarity } from '../../../src/core/measures/polarity.ts';

const pacts =
  (...pairs: readonly (readonly [number, number])[]) =>
  (i: number, j: number): boolean =>
    pairs.some(([a, b]) => a === i && b === j);

describe('polarity (Wayman 1984)', () => {
  it('counts every power for itself where none is bound', () => {
    expect(polarity(5, pacts())).toMatchObject({ poles: [[0], [1], [2], [3], [4]], polarity: 1, tightness: Number.NaN, between: 0 });
  });

  it('counts powers joined through a third as one pole, a pact binding either way round', () => {
    const { poles, polarity: share, tightness, between } = polarity(5, pacts([2, 0], [0, 4]));
    expect(poles).toEqual([[0, 2, 4], [1], [3]]);
    expect(share).toBe(3 / 5);
    // Two of the three pairs of the bloc have a pact of their own.
    expect(tightness).toBeCloseTo(2 / 3, 12);
    expect(between).toBe(0);
  });

  it('is one over the number of powers where all are in one bloc', () => {
    const { polarity: share, tightness, between } = polarity(3, pacts([0, 1], [1, 2], [0, 2]));
    expect(share).toBe(1 / 3);
    expect(tightness).toBe(1);
    expect(between).toBeNaN();
  });

  it('averages similarity over poles, not over pairs, and leaves out what is undefined', () => {
    const likeness = (i: number, j: number): number => {
      if (i === 0 && j === 1) return 0.9;
      if (i === 3 && j === 4) return Number.NaN;
      return i >= 2 && j >= 2 ? 0.3 : -0.2;
    };
    const { tightness, between } = polarity(5, pacts([0, 1], [2, 3], [3, 4]), likeness);
    expect(tightness).toBeCloseTo((0.9 + 0.3) / 2, 12);
    expect(between).toBeCloseTo(-0.2, 12);
  });
});
