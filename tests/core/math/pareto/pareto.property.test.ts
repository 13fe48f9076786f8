import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dominates } from '../../../../src/core/math/pareto/dominance.ts';
import { hypervolume } from '../../../../src/core/math/pareto/hypervolume.ts';
import { frontOf, nonDominatedSort } from '../../../../src/core/math/pareto/sort.ts';

const width = 3;
const point = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: width, maxLength: width });
const points = fc.array(point, { minLength: 1, maxLength: 12 });
const reference = [7, 7, 7];

describe('fronts and volumes', () => {
  it('nothing dominates the front, and something of it dominates all others', () => {
    fc.assert(
      fc.property(points, (all) => {
        const scored = all.map((objectives) => ({ objectives, violation: 0 }));
        const [first = []] = nonDominatedSort(scored);
        expect(frontOf(scored).toSorted((a, b) => a - b)).toEqual(first);
        const front = first.map((i) => all[i] ?? []);
        all.forEach((one, i) => expect(front.some((other) => dominates(other, one))).toBe(!first.includes(i)));
      }),
    );
  });

  it('a volume counts its cells, does not depend on the order, and grows with a point that nothing dominates', () => {
    fc.assert(
      fc.property(points, point, (all, more) => {
        let cells = 0;
        for (let a = 0; a < 7; a++)
          for (let b = 0; b < 7; b++) for (let c = 0; c < 7; c++) if (all.some(([x = 9, y = 9, z = 9]) => x <= a && y <= b && z <= c)) cells++;
        const volume = hypervolume(all, reference);
        expect(volume).toBe(cells);
        expect(hypervolume(all.toReversed(), reference)).toBe(volume);
        const covered = all.some((one) => one.every((value, m) => value <= (more[m] ?? 0)));
        expect(hypervolume([...all, more], reference) > volume).toBe(!covered);
      }),
    );
  });
});
