import { describe, expect, it } from 'vitest';
import { energyOf, landscape, LANDSCAPE_MAX_ACTORS } from '../../../src/core/measures/landscape.ts';
import { describeWithData } from '../../support/data.ts';

const table =
  (n: number, pairs: Readonly<Record<string, number>>) =>
  (i: number, j: number): number =>
    pairs[`${Math.min(i, j)} ${Math.max(i, j)}`] ?? pairs[String(n)] ?? 0;

describe('landscape theory (Axelrod and Bennett 1993)', () => {
  it('sizes 3, 2, 1, 1, p12 = p34 = -1, p13 = p24 = +1: the one minimum is {1,3} against {2,4}, at -14', () => {
    const { minima, configurations } = landscape([3, 2, 1, 1], table(4, { '0 1': -1, '2 3': -1, '0 2': 1, '1 3': 1 }));
    expect(configurations).toBe(8);
    expect(minima).toEqual([
      {
        camps: [
          [0, 2],
          [1, 3],
        ],
        energy: -14,
        basin: 1,
        strict: true,
      },
    ]);
  });

  it('friends all together is a minimum at 0', () => {
    expect(landscape([1, 2, 3], () => 1).minima).toEqual([{ camps: [[0, 1, 2], []], energy: 0, basin: 1, strict: true }]);
  });

  it('three that all dislike each other have a minimum for each that can be left out', () => {
    const { minima, highest } = landscape([1, 1, 1], () => -1);
    expect(minima.map(({ energy }) => energy)).toEqual([-4, -4, -4]);
    // From all in one camp, each change is as good as another: the first actor's is taken.
    expect(minima.map(({ camps: [first], basin }) => [first.length, basin])).toContainEqual([1, 0.5]);
    expect(minima.reduce((sum, { basin }) => sum + basin, 0)).toBe(1);
    expect(highest).toBe(0);
  });

  it('an actor indifferent to two opponents makes two minima of equal height side by side', () => {
    const { minima } = landscape([1, 1, 1], table(3, { '0 1': -1 }));
    expect(minima).toHaveLength(2);
    expect(minima.every(({ strict, energy }) => !strict && energy === -2)).toBe(true);
  });

  it.each([
    [[1], () => 0, /1 actors/],
    [new Array<number>(LANDSCAPE_MAX_ACTORS + 1).fill(1), () => 0, /23 actors/],
    [[1, -1], () => 0, /size -1/],
    [[1, 1], () => Number.NaN, /NaN/],
    [[1, 1], (i: number) => i, /symmetric/],
  ])('refuses %j', (s, p, message) => {
    expect(() => landscape(s, p)).toThrow(message);
  });
});

describeWithData(
  'landscape of 17 European states in 1938, with the example data of T. Glynne-Jones',
  ['landscape_glynne_jones_1938_actors.csv', 'landscape_glynne_jones_1938_conflict.csv'],
  (actors, conflict) => {
    it('is searched whole in less than a second, and ends in minima', () => {
      const rows = (text: string | undefined): string[][] =>
        (text ?? '')
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.trim().split(','));
      const names = rows(actors).map(([, name = '']) => name);
      const size = rows(actors).map((cells) => Number(cells.at(-1)));
      const religion = rows(actors).map(([, , , faith]) => faith);
      const ideology = rows(actors).map(([, , , , idea]) => idea);
      const fought = new Set(rows(conflict).flatMap(([a = '', b = '', value]) => (value === '1' ? [`${a} ${b}`, `${b} ${a}`] : [])));
      const same = (list: readonly (string | undefined)[], i: number, j: number): number => (list[i] === list[j] ? 1 : -1);
      const p = (i: number, j: number): number => same(religion, i, j) + same(ideology, i, j) - (fought.has(`${names[i] ?? ''} ${names[j] ?? ''}`) ? 1 : 0);
      const begun = performance.now();
      const { minima, configurations } = landscape(size, p);
      expect(performance.now() - begun).toBeLessThan(1000);
      expect(configurations).toBe(65_536);
      expect(minima.length).toBeGreaterThan(0);
      for (const { camps, energy } of minima) {
        const second = size.map((_, i) => camps[1].includes(i));
        expect(energyOf(size, p, second)).toBe(energy);
        for (const i of size.keys()) {
          expect(
            energyOf(
              size,
              p,
              second.map((side, j) => (j === i ? !side : side)),
            ),
          ).toBeGreaterThanOrEqual(energy - 1e-9);
        }
      }
    });
  },
);
