import { describe, expect, it } from 'vitest';
import { crowdingDistances } from '../../../../src/core/math/pareto/crowding.ts';
import { dominates, dominatesFeasibly, type Scored } from '../../../../src/core/math/pareto/dominance.ts';
import { hypervolume } from '../../../../src/core/math/pareto/hypervolume.ts';
import { frontOf, nonDominatedSort } from '../../../../src/core/math/pareto/sort.ts';
import { createRng } from '../../../../src/core/math/rng.ts';

const scored = (...objectives: number[]): Scored => ({ objectives, violation: 0 });

describe('domination', () => {
  it('is being nowhere worse and somewhere better', () => {
    expect(dominates([1, 2], [1, 3])).toBe(true);
    expect(dominates([1, 2], [1, 2])).toBe(false);
    expect(dominates([1, 3], [2, 2])).toBe(false);
  });

  it('puts the feasible before the infeasible, and the less infeasible before the more', () => {
    const broken = (violation: number): Scored => ({ objectives: [0, 0], violation });
    expect(dominatesFeasibly(scored(9, 9), broken(0.1))).toBe(true);
    expect(dominatesFeasibly(broken(0.1), broken(0.2))).toBe(true);
    expect(dominatesFeasibly(broken(0.1), scored(9, 9))).toBe(false);
  });
});

describe('fronts', () => {
  const points = [scored(1, 5), scored(2, 3), scored(4, 1), scored(3, 4), scored(5, 5), scored(2, 3)];

  it('are peeled off one after the other; those alike stand together', () => {
    expect(nonDominatedSort(points)).toEqual([[0, 1, 2, 5], [3], [4]]);
    expect(frontOf(points).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 5]);
  });

  it('crowding is infinite at the ends and the way round between the neighbors elsewhere', () => {
    expect(
      crowdingDistances([
        [1, 5],
        [2, 3],
        [4, 1],
      ]),
    ).toEqual([Infinity, 3 / 3 + 4 / 4, Infinity]);
    expect(
      crowdingDistances([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([Infinity, Infinity]);
  });
});

describe('hypervolume', () => {
  it('of boxes and staircases counted by hand', () => {
    expect(hypervolume([[1]], [3])).toBe(2);
    expect(
      hypervolume(
        [
          [1, 2],
          [2, 1],
        ],
        [3, 3],
      ),
    ).toBe(3);
    expect(hypervolume([[1, 1, 1]], [2, 3, 4])).toBe(6);
    // Two boxes of eight that share one of one.
    expect(
      hypervolume(
        [
          [0, 0, 1],
          [1, 1, 0],
        ],
        [2, 2, 2],
      ),
    ).toBe(4 + 2 - 1);
    expect(
      hypervolume(
        [
          [0, 0, 1],
          [1, 1, 0],
          [3, 0, 0],
        ],
        [2, 2, 2],
      ),
    ).toBe(5);
    expect(hypervolume([], [1, 1])).toBe(0);
  });

  it.each([3, 4, 5])('in %i objectives agrees with the share of a fine grid', (width) => {
    const rng = createRng(7, width);
    const front = Array.from({ length: 9 }, () => Array.from({ length: width }, () => rng.next()));
    const draws = 20_000;
    let inside = 0;
    for (let k = 0; k < draws; k++) {
      const at = Array.from({ length: width }, () => rng.next());
      if (front.some((point) => point.every((value, m) => value <= (at[m] ?? 0)))) inside++;
    }
    const share = inside / draws;
    expect(
      Math.abs(
        hypervolume(
          front,
          Array.from({ length: width }, () => 1),
        ) - share,
      ),
    ).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / draws) + 1e-3);
  });
});
