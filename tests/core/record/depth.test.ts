import { describe, expect, it } from 'vitest';
import { depthFrame, type ArmsYear } from '../../../src/core/record/depth.ts';
import { rowsOf } from '../../../src/core/table/table.ts';

const one = (state: string, year: number, more: Partial<ArmsYear> = {}): ArmsYear => ({
  state,
  year,
  milex: 100,
  spending: 10,
  share: 0.02,
  cinc: 0.1,
  democracy: 0.5,
  major: false,
  atWar: false,
  rivals: 0,
  ...more,
});

const YEARS = [
  one('A', 2000),
  one('A', 2001, { milex: 150, spending: 11, share: 0.03 }),
  one('B', 2001, { cinc: 0.3, democracy: 0.9 }),
  one('C', 2001, { cinc: 0.1, democracy: 0.1 }),
  one('D', 2001),
];
const MEMBERS = [
  { treaty: 1, state: 'A', from: 1990, to: 2010 },
  { treaty: 1, state: 'B', from: 1990, to: 2010 },
  { treaty: 2, state: 'A', from: 2001, to: 2010 },
  { treaty: 2, state: 'C', from: 2001, to: 2010 },
  { treaty: 9, state: 'D', from: 1990, to: 2010 },
];
const rows = rowsOf(
  depthFrame(
    YEARS,
    MEMBERS,
    new Map([
      [1, 1],
      [2, -1],
    ]),
  ),
);

describe('depth of treaties', () => {
  it('leaves out who has no treaty of known depth', () => {
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['A', 'B', 'C']));
  });

  it('is a mean by the power of partners, a plain one, and the deepest', () => {
    const row = rows.find(({ state, year }) => state === 'A' && year === 2001);
    expect(row).toMatchObject({ depth_mean: 0, depth_most: 1, treaties: 2 });
    expect(row?.['depth']).toBeCloseTo((0.3 * 1 + 0.1 * -1) / 0.4, 12);
    expect(row?.['partners_democracy']).toBeCloseTo((0.3 * 0.9 + 0.1 * 0.1) / 0.4 - 0.5, 12);
  });

  it('comes with the growth of what is spent, where both years are known', () => {
    const row = rows.find(({ state, year }) => state === 'A' && year === 2001);
    expect(row?.['growth']).toBeCloseTo(Math.asinh(0.5), 12);
    expect(row?.['real_growth']).toBeCloseTo(Math.log(1.1), 12);
    expect(row?.['share_change']).toBeCloseTo(1, 12);
    expect(rows.find(({ state, year }) => state === 'A' && year === 2000)).toMatchObject({ growth: null, real_growth: null });
  });

  it('has no mean by power where no partner is known', () => {
    expect(rows.find(({ state, year }) => state === 'A' && year === 2000)).toMatchObject({ depth: null, depth_mean: 1, partners_democracy: null });
  });

  it('has no growth from or to nothing', () => {
    const members = [{ treaty: 1, state: 'A', from: 1990, to: 2010 }];
    const of = (first: number, second: number) =>
      rowsOf(depthFrame([one('A', 2000, { milex: first }), one('A', 2001, { milex: second })], members, new Map([[1, 1]]))).find(({ year }) => year === 2001)?.[
        'growth'
      ];
    expect([of(0, 100), of(100, 0)]).toEqual([null, null]);
    expect(of(100, 100)).toBe(0);
  });
});
