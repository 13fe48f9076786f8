import { describe, expect, it } from 'vitest';
import { warStability, warStableNetworks } from '../../../src/core/measures/war-stability.ts';

const equals = (n: number): number[] => new Array<number>(n).fill(1);

describe('war stability (Jackson and Nei 2015)', () => {
  it.each([3, 4, 5, 6])('among %d equals the empty network is the only stable one, and is so exactly from gamma 2 on', (n) => {
    expect(warStableNetworks(equals(n), 1.99)).toEqual([]);
    expect(warStableNetworks(equals(n), 2)).toEqual([[]]);
    expect(warStableNetworks(equals(n), 3)).toEqual([[]]);
  });

  it('two alone need no more than that neither beats the other', () => {
    expect(warStableNetworks([2, 1], 1.9)).toEqual([]);
    expect(warStableNetworks([2, 1], 2)).toEqual([[]]);
  });

  it('says which countries can be beaten: two allied against one alone', () => {
    expect(warStability(equals(3), [[0, 1]], 1.5)).toMatchObject({ stable: false, vulnerable: [2] });
  });

  it('allies that are not in the attack defend', () => {
    // Any two of three equals are a clique that outweighs the third, whose other allies are none: all are open.
    expect(
      warStability(
        equals(3),
        [
          [0, 1],
          [1, 2],
          [0, 2],
        ],
        1.5,
      ).vulnerable,
    ).toEqual([0, 1, 2]);
    // In a ring of four, a pair attacking one of the others faces it and the ally that is not in the pair.
    expect(
      warStability(
        equals(4),
        [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 0],
        ],
        1,
      ).vulnerable,
    ).toEqual([]);
  });

  it('names alliances that would expose somebody, and those that could be dropped', () => {
    const { temptations, idle, vulnerable } = warStability(equals(3), [], 1.5);
    expect({ temptations, idle, vulnerable }).toEqual({
      temptations: [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
      idle: [],
      vulnerable: [],
    });
    expect(warStability(equals(4), [[0, 1]], 3).idle).toEqual([[0, 1]]);
  });

  it('takes an alliance named twice once', () => {
    expect(
      warStability(
        equals(3),
        [
          [0, 1],
          [1, 0],
        ],
        1.5,
      ),
    ).toEqual(warStability(equals(3), [[0, 1]], 1.5));
  });

  it.each([
    [[], 1, /0 countries/],
    [equals(7), 1, /7 countries/],
    [[1, 0], 1, /strength 0/],
    [[1, 1], 0, /gamma 0/],
  ])('refuses to enumerate %j with gamma %d', (M, gamma, message) => {
    expect(() => warStableNetworks(M, gamma)).toThrow(message);
  });

  it('refuses an alliance with oneself or with nobody', () => {
    expect(() => warStability([1, 1], [[0, 0]], 1)).toThrow(/not two/);
    expect(() => warStability([1, 1], [[0, 2]], 1)).toThrow(/not two/);
  });
});
