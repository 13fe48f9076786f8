import { describe, expect, it } from 'vitest';
import { balanceOfPower, NOR_MAX_STATES } from '../../../src/core/measures/niou-ordeshook-rose.ts';

/** Partitions of a total into n positive parts, the largest first. */
function partitions(total: number, n: number, most = total): number[][] {
  if (n === 0) return total === 0 ? [[]] : [];
  return Array.from({ length: Math.min(total, most) }, (_, k) => k + 1).flatMap((part) => partitions(total - part, n - 1, part).map((rest) => [part, ...rest]));
}

describe('balance of power (Niou, Ordeshook and Rose 1989)', () => {
  it.each([
    [3, 75, 26],
    [4, 206, 85],
  ])('of the partitions of 30 among %d, %d, all are essential in %d', (n, all, essential) => {
    const parts = partitions(30, n);
    expect(parts).toHaveLength(all);
    expect(parts.filter((r) => balanceOfPower(r).systemStable)).toHaveLength(essential);
  });

  it('among three, all are essential exactly where none holds more than half', () => {
    for (const r of partitions(30, 3)) expect(balanceOfPower(r).systemStable).toBe(Math.max(...r) <= 15);
  });

  it('with one at exactly half, resources are safe', () => {
    expect(balanceOfPower([15, 9, 6])).toEqual({
      essential: [true, true, true],
      memberships: [2, 1, 1],
      minimalWinning: 2,
      systemStable: true,
      resourceStable: true,
    });
  });

  it('with one beyond half, nobody else counts', () => {
    expect(balanceOfPower([16, 8, 6])).toMatchObject({ essential: [true, false, false], predominant: 0, systemStable: false, resourceStable: false });
  });

  it('a small state can be too small to matter', () => {
    // Any two of the first three win; the fourth is never needed.
    expect(balanceOfPower([10, 10, 9, 1])).toMatchObject({ essential: [true, true, true, false], memberships: [2, 2, 2, 0], minimalWinning: 3 });
  });

  it('a state without resources is inessential', () => {
    expect(balanceOfPower([1, 1, 1, 0]).essential).toEqual([true, true, true, false]);
  });

  it.each([
    [[], /0 states/],
    [new Array<number>(NOR_MAX_STATES + 1).fill(1), /23 states/],
    [[1, -1], /-1/],
    [[0, 0], /no state has any/],
  ])('refuses %j', (r, message) => {
    expect(() => balanceOfPower(r)).toThrow(message);
  });
});
