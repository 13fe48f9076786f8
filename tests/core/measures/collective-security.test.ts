import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectiveSecurity } from '../../../src/core/measures/collective-security.ts';

describe('collective security', () => {
  it('deters a state exactly where the willing outweigh it', () => {
    // 5 against 3 + 1 + 1 is a draw, which deters nobody; 3 against 7 deters.
    expect(collectiveSecurity([5, 3, 1, 1], [1, 1, 1, 1], 1).map(({ expected, deterred }) => [expected, deterred])).toEqual([
      [5, false],
      [7, true],
      [9, true],
      [9, true],
    ]);
  });

  it('weighs each by the chance that it honors the promise', () => {
    const [first] = collectiveSecurity([4, 4, 4], [0.2, 0.5, 0.75], 1);
    expect(first).toEqual({ expected: 5, deterred: true, threshold: 1.25 });
    expect(collectiveSecurity([4, 4, 4], [0.2, 0.5, 0.75], 1.25)[0]?.deterred).toBe(false);
  });

  it('never fails against a state without strength, and the promise of the attacker itself does not count', () => {
    expect(collectiveSecurity([0, 1], [1, 1], 3)).toEqual([
      { expected: 1, deterred: true, threshold: Infinity },
      { expected: 0, deterred: false, threshold: 0 },
    ]);
  });

  it('deters no fewer where more honor it, nor where the offense is weaker', () => {
    const states = fc.array(fc.record({ M: fc.integer({ min: 0, max: 9 }), pi: fc.double({ min: 0, max: 1, noNaN: true }) }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(states, fc.double({ min: 0.1, max: 3, noNaN: true }), (list, gamma) => {
        const M = list.map((state) => state.M);
        const before = collectiveSecurity(
          M,
          list.map((state) => state.pi),
          gamma,
        );
        const willing = collectiveSecurity(
          M,
          M.map(() => 1),
          gamma,
        );
        const weaker = collectiveSecurity(
          M,
          list.map((state) => state.pi),
          gamma / 2,
        );
        before.forEach(({ deterred }, i) => deterred && expect([willing[i]?.deterred, weaker[i]?.deterred]).toEqual([true, true]));
      }),
    );
  });

  it.each([
    [[1], [1, 1], 1, /1 strengths and 2/],
    [[-1], [1], 1, /strength -1/],
    [[1], [1.5], 1, /chance 1.5/],
    [[1], [1], 0, /gamma 0/],
  ])('refuses %j, %j, %d', (M, pi, gamma, message) => {
    expect(() => collectiveSecurity(M, pi, gamma)).toThrow(message);
  });
});
