import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, merged } from '../../../../src/core/models/ratification/intervals.ts';
import { likelySet } from '../../../../src/core/models/ratification/likely-set.ts';
import { ratification } from '../../../../src/core/models/ratification/state.ts';
import { inWinSet, winSet, winSetArea, type Point2 } from '../../../../src/core/models/ratification/win-set.ts';

const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const nine: readonly Point2[] = [
  [0.2, 0.3],
  [0.3, 0.7],
  [0.5, 0.5],
  [0.6, 0.2],
  [0.7, 0.8],
  [0.8, 0.4],
  [0.4, 0.4],
  [0.55, 0.65],
  [0.65, 0.45],
];
const statusQuo: Point2 = [0.1, 0.1];

describe('the win-set on one issue', () => {
  it.each([
    [6, 1],
    [7, 0.8],
    [10, 0.2],
  ])('ten ideals .1 to 1.0, status quo 0: at %i of 10 its upper end is %d', (needed, end) => {
    const [only, ...others] = winSet([{ ideals: tenths, needed }], 0);
    expect(others).toEqual([]);
    expect(only?.[0]).toBe(0);
    expect(only?.[1]).toBeCloseTo(end, 12);
  });

  it('is the status quo alone where the voters pull both ways', () => {
    expect(winSet([{ ideals: [-1, 1], needed: 2 }], 0)).toEqual([[0, 0]]);
  });

  it('of two states is what both accept', () => {
    const bodies = [
      { ideals: [0.4], needed: 1 },
      { ideals: tenths, needed: 6 },
    ];
    expect(winSet(bodies, 0)).toEqual([[0, 0.8]]);
  });

  it('never grows with the quota, or with another body', () => {
    const ideal = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(ideal, { minLength: 1, maxLength: 12 }), ideal, ideal, (ideals, quo, veto) => {
        const at = (needed: number): number => lengthOf(winSet([{ ideals, needed }], quo));
        for (let needed = 2; needed <= ideals.length; needed++) expect(at(needed)).toBeLessThanOrEqual(at(needed - 1) + 1e-12);
        const both = [
          { ideals, needed: 1 },
          { ideals: [veto], needed: 1 },
        ];
        expect(lengthOf(winSet(both, quo))).toBeLessThanOrEqual(at(1) + 1e-12);
      }),
    );
  });
});

describe('the win-set on two issues', () => {
  // Exact areas, against counts on grids; a grid of 201 by 201 points with its edges gives .900, .842, .564, .113.
  it.each([
    [5, 0.9043, 0.9],
    [6, 0.8472, 0.842],
    [7, 0.5692, 0.564],
    [8, 0.3811, 0.377],
    [9, 0.1143, 0.113],
  ])('nine ideals at %i of 9: area %d, on the grid %d', (needed, area, onGrid) => {
    const bodies = [{ ideals: nine, needed }];
    const found = winSetArea(bodies, statusQuo);
    expect(found.area).toBeCloseTo(area, 4);
    expect(found.error).toBeLessThan(1e-10);
    let count = 0;
    for (let i = 0; i <= 200; i++) for (let j = 0; j <= 200; j++) if (inWinSet(bodies, statusQuo, [i / 200, j / 200])) count++;
    expect(count / 201 ** 2).toBeCloseTo(onGrid, 3);
  });

  it('of one voter is a disc, of two facing voters a point, of two alike the lens of their circles', () => {
    const wide = { x: [-3, 3], y: [-3, 3] } as const;
    const area = (ideals: readonly Point2[], needed: number): number => winSetArea([{ ideals, needed }], [0, 0], wide).area;
    expect(area([[1, 0]], 1)).toBeCloseTo(Math.PI, 9);
    expect(
      area(
        [
          [1, 0],
          [-1, 0],
        ],
        2,
      ),
    ).toBeCloseTo(0, 9);
    // Unit circles about (1, 0) and (0, 1): the lens has area π/2 − 1.
    expect(
      area(
        [
          [1, 0],
          [0, 1],
        ],
        2,
      ),
    ).toBeCloseTo(Math.PI / 2 - 1, 9);
    expect(
      area(
        [
          [1, 0],
          [0, 1],
        ],
        1,
      ),
    ).toBeCloseTo(1.5 * Math.PI + 1, 9);
  });

  it('never grows with the quota, nor with a second chamber', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const point = fc.tuple(unit, unit);
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 6 }), point, point, (ideals, quo, veto) => {
        const at = (needed: number): number => winSetArea([{ ideals, needed }], quo).area;
        for (let needed = 2; needed <= ideals.length; needed++) expect(at(needed)).toBeLessThanOrEqual(at(needed - 1) + 1e-7);
        const both = [
          { ideals, needed: 1 },
          { ideals: [veto], needed: 1 },
        ];
        expect(winSetArea(both, quo).area).toBeLessThanOrEqual(at(1) + 1e-7);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the win-set by probability', () => {
  it('finds the ends of what is likely to pass', () => {
    const [only] = likelySet((x) => 1 - x ** 2, [-1, 1], 0.75);
    expect(only?.[0]).toBeCloseTo(-0.5, 8);
    expect(only?.[1]).toBeCloseTo(0.5, 8);
    expect(likelySet(() => 0.4, [0, 1])).toEqual([]);
    expect(likelySet(() => 0.6, [0, 1])).toEqual([[0, 1]]);
    expect(likelySet((x) => Number(Math.abs(x - 0.5) > 0.2), [0, 1])).toHaveLength(2);
  });

  it('shrinks as a chamber asks for more', () => {
    const length = (share: string): number =>
      lengthOf(likelySet((cost) => ratification({ gates: [{ id: 'c', kind: 'chamber', quota: { of: 'members', share } }], value: -cost }).p, [0, 6], 0.5, 13));
    expect(length('2/3')).toBeLessThan(length('1/2+'));
    expect(length('3/4')).toBeLessThan(length('2/3'));
  });
});

describe('intervals', () => {
  it('that touch are one', () => {
    expect(
      merged([
        [1, 2],
        [0, 1],
        [3, 4],
      ]),
    ).toEqual([
      [0, 2],
      [3, 4],
    ]);
  });
});
