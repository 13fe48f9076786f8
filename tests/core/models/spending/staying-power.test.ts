import { describe, expect, it } from 'vitest';
import { downturnEffect, stayingPower, type StayingPowerCase } from '../../../../src/core/models/spending/staying-power.ts';

/** Strength is spending (all wears out each year), and nothing but growth moves it. */
const plain: StayingPowerCase = { growth: 1, defense: 2, wear: 1, debt: 50, interest: 1, primary_balance: 0, level: 0.8, level_growth: 3 };

describe('years at a level of strength', () => {
  it('end where the challenger outgrows it: ln(1/.8) / ln(1.03/1.01)', () => {
    const found = stayingPower(plain);
    expect(found.years).toBeCloseTo(Math.log(1 / 0.8) / Math.log(1.03 / 1.01), 1);
    expect(found).toMatchObject({ binding: 'growth', method: 'recursion', converged: true, iterations: 30, warnings: [] });
  });

  it('have no end in sight where nothing falls behind', () => {
    expect(stayingPower({ ...plain, level_growth: 1 })).toMatchObject({ years: null, binding: null });
  });

  it('are none where strength is short today', () => {
    expect(stayingPower({ ...plain, level: 1.1 }).years).toBe(0);
  });

  it('keep strength at 1 where spending keeps pace, whatever wears out', () => {
    for (const wear of [0.05, 0.2, 1]) {
      stayingPower({ ...plain, growth: 0, wear }).path.forEach(({ strength }) => expect(strength).toBeCloseTo(1, 12));
    }
  });

  it('fall as will fades: half of what is spent above peace is gone in a half-life', () => {
    const found = stayingPower({ ...plain, growth: 0, level: 0.75, level_growth: 0, will_half_life: 10, peace_share: 1 });
    expect(found.path[10]?.defense).toBeCloseTo(1.5, 12);
    expect(found.years).toBeCloseTo(10, 10);
    expect(found.binding).toBe('will');
  });

  it('fall with a workforce that shrinks, and with what aging costs where debt binds', () => {
    const aging = stayingPower({ ...plain, workforce_growth: -0.5 });
    expect(aging.years).toBeLessThan(stayingPower(plain).years ?? NaN);
    const capped: StayingPowerCase = { ...plain, growth: 0, interest: 0, level: 0.9, level_growth: 0, ceiling: 60, aging_cost: 0.2 };
    const costly = stayingPower(capped);
    expect(costly.years).not.toBeNull();
    expect(costly.binding).toBe('debt');
    expect(Math.max(...costly.path.map(({ debt }) => debt))).toBeLessThanOrEqual(60 + 1e-9);
    expect(stayingPower({ ...capped, aging_cost: 0 }).years).toBeNull();
  });

  it('are longer where stocks wear out slowly', () => {
    const fading: StayingPowerCase = { ...plain, will_half_life: 5, wear: 0.05 };
    expect(stayingPower(fading).years).toBeGreaterThan(stayingPower({ ...fading, wear: 1 }).years ?? NaN);
  });

  it('say where debt is above the ceiling already', () => {
    expect(stayingPower({ ...plain, debt: 90, ceiling: 60 }).warnings).toHaveLength(1);
  });

  it.each([
    ['no defense', { defense: 0 }],
    ['wear above 1', { wear: 1.5 }],
    ['growth of −100 %', { growth: -100 }],
    ['a downturn of all', { downturn: { year: 1, depth: 100, lasts: 2 } }],
    ['cuts of more than all', { defense_cut: 2 }],
  ])('are refused for %s', (_name, wrong) => {
    expect(() => stayingPower({ ...plain, ...wrong })).toThrow(RangeError);
  });
});

describe('a downturn', () => {
  const calm: StayingPowerCase = { ...plain, wear: 0.2, growth: 1.5, level_growth: 2.5, level: 0.9 };

  it('takes output, gives back what is regained, and leaves the rest lost', () => {
    const { with: hit, without } = downturnEffect(calm, { year: 3, depth: 6, lasts: 4, regained: 0.5 });
    const ratio = (year: number): number => (hit.path[year]?.output ?? NaN) / (without.path[year]?.output ?? NaN);
    expect([2, 3, 5, 7, 20].map(ratio)).toEqual([1, 0.94, 0.955, 0.97, 0.97].map((value) => expect.closeTo(value, 12)));
  });

  it('costs years, the more the deeper', () => {
    const lost = (depth: number): number => downturnEffect(calm, { year: 2, depth, lasts: 3, regained: 0 }).yearsLost ?? NaN;
    expect(lost(0)).toBeCloseTo(0, 12);
    expect(lost(3)).toBeGreaterThan(0);
    expect(lost(6)).toBeGreaterThan(lost(3));
  });

  it('raises debt through the budget', () => {
    const { with: hit, without } = downturnEffect({ ...calm, growth: 0 }, { year: 1, depth: 4, lasts: 2 });
    // Half a point of deficit for each percent of output, and the same debt over less output.
    expect(hit.path[1]?.debt).toBeCloseTo((50 * 1.01) / 0.96 + 2, 10);
    expect(without.path[1]?.debt).toBeCloseTo(50.5, 10);
  });

  it('says how deep strength falls', () => {
    const effect = downturnEffect({ ...calm, wear: 1 }, { year: 2, depth: 5, lasts: 3 });
    expect(effect.deepest).toBeCloseTo(5, 10);
  });

  it('costs nothing where the level is kept up all the same, and cannot be counted where only it loses the level', () => {
    const ample: StayingPowerCase = { ...calm, level_growth: 0, level: 0.5 };
    expect(downturnEffect(ample, { year: 2, depth: 5, lasts: 3 }).yearsLost).toBe(0);
    expect(downturnEffect({ ...ample, level: 0.98, wear: 1, growth: 0 }, { year: 2, depth: 5, lasts: 3 }).yearsLost).toBeNull();
  });
});
