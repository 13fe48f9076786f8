import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structuralBalance } from '../../../../src/core/measures/network/balance.ts';
import { obligationBalance } from '../../../../src/core/measures/network/obligation-balance.ts';
import { obligationNetwork } from '../../../../src/core/measures/network/obligation-network.ts';
import { membersByYear } from '../../../../src/core/measures/record/members.ts';
import { pledgesByYear } from '../../../../src/core/measures/record/pledges.ts';
import { pledgeTable, spellTable } from '../made-up-record.ts';

/** A square of bytes, 1 where two states are paired. */
function square(size: number, pairs: readonly (readonly [number, number])[]): Uint8Array {
  const cells = new Uint8Array(size * size);
  for (const [i, j] of pairs) {
    cells[i * size + j] = 1;
    cells[j * size + i] = 1;
  }
  return cells;
}

describe("the four triads of Cartwright and Harary's (1956)", () => {
  it.each([
    [
      'three friends',
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
      [],
      1,
      1,
    ],
    [
      'friends of whom two are enemies',
      [
        [0, 1],
        [0, 2],
      ],
      [[1, 2]],
      0,
      0,
    ],
    [
      'two friends with a common enemy',
      [[0, 1]],
      [
        [0, 2],
        [1, 2],
      ],
      1,
      1,
    ],
    [
      'three enemies',
      [],
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
      0,
      1,
    ],
  ] as const)('%s', (_, friends, enemies, balanced, weakly) => {
    expect(structuralBalance(3, square(3, friends), square(3, enemies))).toMatchObject({ balanced, weaklyBalanced: weakly });
  });

  it('without a complete triad there is no share', () => {
    expect(structuralBalance(3, square(3, [[0, 1]]), square(3, [])).balanced).toBeNaN();
  });

  it('a pair with both signs has none', () => {
    const found = structuralBalance(
      3,
      square(3, [
        [0, 1],
        [0, 2],
        [1, 2],
      ]),
      square(3, [[1, 2]]),
    );
    expect(found).toMatchObject({ positive: 2, negative: 0, ambivalent: 1, triads: [0, 0, 0, 0] });
  });
});

describe('the theorem', () => {
  const camps = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 10 });
  const relations = (of: readonly number[], friends: boolean): (readonly [number, number])[] =>
    of.flatMap((camp, i) => of.slice(i + 1).flatMap((other, k) => ((camp === other) === friends ? [[i, i + 1 + k] as const] : [])));

  it('two camps, friends inside and enemies across: every triad is balanced', () => {
    fc.assert(
      fc.property(camps, (of) => {
        const two = of.map((camp) => Math.min(camp, 1));
        const found = structuralBalance(two.length, square(two.length, relations(two, true)), square(two.length, relations(two, false)));
        expect(found.balanced).toBe(1);
        expect(found.triads.reduce((sum, count) => sum + count, 0)).toBe((two.length * (two.length - 1) * (two.length - 2)) / 6);
      }),
    );
  });

  it('three camps: balanced in the weak sense alone, but for triads across all three', () => {
    fc.assert(
      fc.property(camps, (of) => {
        const found = structuralBalance(of.length, square(of.length, relations(of, true)), square(of.length, relations(of, false)));
        const [a = 0, b = 0, c = 0] = [0, 1, 2].map((camp) => of.filter((one) => one === camp).length);
        expect(found.weaklyBalanced).toBe(1);
        expect(found.triads[3]).toBe(a * b * c);
        expect(found.triads[1]).toBe(0);
      }),
    );
  });
});

describe('balance of the record', () => {
  it('takes ties as friends, and the pairs given as enemies, members alone', () => {
    const members = membersByYear(
      spellTable([
        [2, 1816, 1900],
        [20, 1816, 1900],
        [40, 1816, 1900],
      ]),
      1900,
    );
    const pledges = pledgesByYear(
      pledgeTable([
        [2, 20, 1850, ['atop_defense']],
        [2, 300, 1850, ['atop_defense']],
      ]),
    );
    const network = obligationNetwork(1850, 'defense', members, pledges);
    const found = obligationBalance(network, [
      [40, 2],
      [20, 40],
      [2, 300],
    ]);
    expect(found).toMatchObject({ positive: 1, negative: 2, balanced: 1, triads: [0, 0, 1, 0] });
  });
});
