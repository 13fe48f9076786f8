import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { energyOf, landscape } from '../../../src/core/measures/landscape.ts';

const world = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc.record({
    s: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n }),
    pairs: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: n * n, maxLength: n * n }),
  }),
);
const propensity =
  (n: number, pairs: readonly number[]) =>
  (i: number, j: number): number =>
    pairs[Math.min(i, j) * n + Math.max(i, j)] ?? 0;

describe('the landscape', () => {
  it('has as minima exactly the configurations that no single change lowers; basins add up to 1', () => {
    fc.assert(
      fc.property(world, ({ s, pairs }) => {
        const n = s.length;
        const p = propensity(n, pairs);
        const { minima } = landscape(s, p);
        const shown = (second: readonly boolean[]): string => second.map((side) => (side === second[0] ? '1' : '2')).join('');
        const expected = new Set<string>();
        for (let bits = 0; bits < 2 ** n; bits++) {
          const second = s.map((_, i) => ((bits >> i) & 1) === 1);
          const energy = energyOf(s, p, second);
          if (
            s.every(
              (_, i) =>
                energyOf(
                  s,
                  p,
                  second.map((side, j) => (i === j ? !side : side)),
                ) >= energy,
            )
          )
            expected.add(shown(second));
        }
        const found = minima.map(({ camps }) => shown(s.map((_, i) => camps[1].includes(i))));
        expect(new Set(found)).toEqual(expected);
        expect(minima.reduce((sum, { basin }) => sum + basin, 0)).toBeCloseTo(1, 12);
        expect(minima.map(({ energy }) => energy).toSorted((a, b) => a - b)).toEqual(minima.map(({ energy }) => energy));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its minima under another unit of size', () => {
    fc.assert(
      fc.property(world, ({ s, pairs }) => {
        const p = propensity(s.length, pairs);
        const scaled = landscape(
          s.map((size) => size * 3),
          p,
        ).minima;
        expect(scaled.map(({ camps }) => camps)).toEqual(landscape(s, p).minima.map(({ camps }) => camps));
      }),
      { numRuns: 60 },
    );
  });
});
