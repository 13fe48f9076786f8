import { describe, expect, it } from 'vitest';
import { debtPath, nextDebt, yearsToPledge, type DebtCase } from '../../../../src/core/models/spending/debt.ts';

const base: DebtCase = { debt: 60, interest: 3, growth: 5, primary_balance: 0, defense: 1.5, pledge: 1.5, defense_growth: 5 };

describe('debt', () => {
  it.each([
    ['stays where interest is growth and the budget balances', 60, 4, 4, 0, 60],
    ['falls by growth', 105, 0, 5, 0, 100],
    ['rises by interest', 100, 5, 0, 0, 105],
    ['rises by the deficit', 60, 4, 4, -3, 63],
  ])('%s', (_name, debt, interest, growth, balance, expected) => {
    expect(nextDebt(debt, interest, growth, balance)).toBeCloseTo(expected, 12);
  });

  it('settles, at growth of 5 %, near 60 % of GDP where 3 % is borrowed each year in all (the arithmetic of Maastricht)', () => {
    // Interest is 0 here, so that the primary deficit is the whole: 3 × 1.05 / .05 = 63.
    const found = debtPath({ ...base, interest: 0, primary_balance: -3, years: 300 });
    expect(found.settles).toBeCloseTo(63, 10);
    expect(found.path.at(-1)?.debt).toBeCloseTo(63, 3);
  });

  it('is stable at the stabilizing balance', () => {
    const { stabilizing } = debtPath({ ...base, interest: 6 });
    expect(stabilizing).toBeCloseTo(60 * (0.01 / 1.05), 12);
    const path = debtPath({ ...base, interest: 6, primary_balance: stabilizing });
    expect(path.path.at(-1)?.debt).toBeCloseTo(60, 8);
    expect(path).toMatchObject({ affordable: true, settles: null, method: 'recursion', converged: true, iterations: 20 });
  });

  it('takes a premium above the threshold', () => {
    const dear = debtPath({ ...base, debt: 100, premium: 0.04 });
    expect(dear.path[1]?.interest).toBeCloseTo((100 * (3 + 0.04 * 40)) / 105, 12);
    expect(dear.settles).toBeNull();
  });
});

describe('a pledge of spending', () => {
  it.each([
    ['is met already', 2.1, 2, 3, 0, 0],
    // ln(2/1.5) / ln(1.08/1.04) = 7.62.
    ['is met in between', 1.5, 2, 4, 8, 7.623],
    ['is never met at the growth of GDP', 1.5, 2, 4, 4, null],
    ['is never met from nothing', 0, 2, 4, 8, null],
  ])('%s', (_name, share, pledge, growth, spending, expected) => {
    const years = yearsToPledge(share, pledge, growth, spending);
    if (expected === null) expect(years).toBeNull();
    else expect(years).toBeCloseTo(expected, 3);
  });

  const pledged: DebtCase = { ...base, pledge: 3.5, defense_growth: 12, ceiling: 62 };

  it('is reached on the path in the year after it is met', () => {
    const { path, yearsToPledge: years } = debtPath(pledged);
    const met = path.find(({ defense }) => defense === 3.5)?.year;
    expect(met).toBe(Math.ceil(years ?? NaN));
    expect(path[0]).toEqual({ year: 0, debt: 60, defense: 1.5, interest: 0 });
  });

  it('raises debt where it is borrowed, and not where it is paid', () => {
    expect(debtPath(pledged).path.at(-1)?.debt).toBeGreaterThan(debtPath({ ...pledged, borrowed: 0.5 }).path.at(-1)?.debt ?? NaN);
    expect(debtPath({ ...pledged, borrowed: 0 }).path.at(-1)?.debt).toBeCloseTo(debtPath(base).path.at(-1)?.debt ?? NaN, 10);
  });

  it('breaks the ceiling in a year, or is affordable', () => {
    const found = debtPath(pledged);
    expect(found.affordable).toBe(false);
    expect(found.path[found.ceilingYear ?? NaN]?.debt).toBeGreaterThan(62);
    expect(found.path[(found.ceilingYear ?? NaN) - 1]?.debt).toBeLessThanOrEqual(62);
    expect(debtPath({ ...pledged, borrowed: 0 })).toMatchObject({ affordable: true, ceilingYear: null });
  });

  it('says where it is never met, or debt stands above the ceiling', () => {
    expect(debtPath({ ...pledged, defense_growth: 5 }).warnings[0]).toMatch(/never met/);
    expect(debtPath({ ...pledged, debt: 80 }).warnings[0]).toMatch(/above the ceiling/);
  });

  it('is refused at impossible rates', () => {
    expect(() => debtPath({ ...base, growth: -100 })).toThrow(RangeError);
    expect(() => debtPath({ ...base, debt: -1 })).toThrow(RangeError);
  });
});
