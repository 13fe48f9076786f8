import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { warStability, warStableNetworks } from '../../../src/core/measures/war-stability.ts';

const strengths = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 5 });
const advantage = fc.double({ min: 0.3, max: 6, noNaN: true });

describe('war-stable networks', () => {
  it('are the empty one at most (Jackson and Nei, Theorem 1)', () => {
    fc.assert(
      fc.property(strengths, advantage, (M, gamma) => {
        expect(warStableNetworks(M, gamma).every((network) => network.length === 0)).toBe(true);
      }),
    );
  });

  it('include the empty one exactly where no two beat any third', () => {
    fc.assert(
      fc.property(strengths, advantage, (M, gamma) => {
        const [weakest = 0, ...rest] = M.toSorted((a, b) => a - b);
        const [second = 0, first = 0] = rest.slice(-2);
        const expected = first + second <= gamma * weakest;
        expect(warStableNetworks(M, gamma)).toEqual(expected ? [[]] : []);
        expect(warStability(M, [], gamma).stable).toBe(expected);
      }),
    );
  });

  it('agree with the test of one network', () => {
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }), advantage, fc.subarray([...pairs]), (M, gamma, network) => {
        const listed = warStableNetworks(M, gamma).some((one) => JSON.stringify(one) === JSON.stringify(network));
        expect(warStability(M, network, gamma).stable).toBe(listed);
      }),
    );
  });
});
