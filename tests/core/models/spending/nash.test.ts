import { describe, expect, it } from 'vitest';
import { autarky } from '../../../../src/core/models/spending/autarky.ts';
import { bestResponse } from '../../../../src/core/models/spending/best-response.ts';
import { givenSecurity, utility, type SpendingGame } from '../../../../src/core/models/spending/game.ts';
import { nashSpending } from '../../../../src/core/models/spending/nash.ts';
import { HUB, OLSON_ZECKHAUSER, pact, total } from './games.ts';

describe('a best response', () => {
  it.each([
    ['alone, its share α of income', 0, 50],
    ['less by what others give it', 40, 30],
    ['nothing where they give enough', 100, 0],
    ['more where the threat takes from it', -20, 60],
  ])('is %s', (_name, given, expected) => {
    expect(bestResponse({ income: 100, security_weight: 0.5 }, given)).toBe(expected);
  });

  it('counts others in units of own effect', () => {
    expect(bestResponse({ income: 100, security_weight: 0.5, own_effect: 2 }, 40)).toBe(40);
  });
});

describe('Nash spending', () => {
  it('on a pure public good: y = (100, 60, 20), α = ½', () => {
    const found = nashSpending(OLSON_ZECKHAUSER);
    [46.667, 6.667, 0].forEach((expected, i) => expect(found.spending[i]).toBeCloseTo(expected, 3));
    expect(found.total).toBeCloseTo(160 / 3, 10);
    expect(found).toMatchObject({ method: 'gauss-seidel', converged: true, warnings: [] });
  });

  it('does not change as income moves among those who contribute (Warr 1983), and does where one does not', () => {
    const moved = nashSpending(pact([90, 70, 20], 0.5, 1));
    expect(moved.total).toBeCloseTo(160 / 3, 10);
    [36.667, 16.667, 0].forEach((expected, i) => expect(moved.spending[i]).toBeCloseTo(expected, 3));
    expect(nashSpending(pact([110, 60, 10], 0.5, 1)).total).toBeGreaterThan(54);
  });

  it('is autarky without spill-ins', () => {
    const game = pact([100, 60, 20], 0.5, 0);
    expect(nashSpending(game).spending).toEqual([50, 30, 10]);
    expect(autarky(OLSON_ZECKHAUSER)).toEqual([50, 30, 10]);
  });

  it.each([
    ['the hub alone', [4, 1, 1, 1], [5, 0, 0, 0]],
    ['the spokes alone', [1, 3, 3, 3], [0, 3, 3, 3]],
  ] as const)('starts from what is observed: %s', (_name, observed, expected) => {
    nashSpending(HUB, observed).spending.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 10));
  });

  it('pivots where best responses go round in circles', () => {
    // Each is protected by the next alone, at more than its own effect.
    const circle: SpendingGame = {
      members: [100, 100, 100].map((income) => ({ income, security_weight: 0.1 })),
      spillins: [
        [0, 1.6, 0],
        [0, 0, 1.6],
        [1.6, 0, 0],
      ],
    };
    const found = nashSpending(circle, [5, 1, 3]);
    expect(found).toMatchObject({ method: 'lemke', converged: true });
    expect(found.warnings).toHaveLength(1);
    found.spending.forEach((value) => expect(value).toBeCloseTo(10 / 2.44, 8));
  });

  it('says where no budget buys what the threat requires', () => {
    const { warnings } = nashSpending({ members: [{ income: 10, security_weight: 0.1, base: -11 }], spillins: [[0]] });
    expect(warnings[0]).toMatch(/^Member 1: .*more than its whole income/);
  });

  it.each([
    ['no income', { members: [{ income: 0, security_weight: 0.1 }], spillins: [[0]] }],
    ['a weight of 1', { members: [{ income: 1, security_weight: 1 }], spillins: [[0]] }],
    ['no own effect', { members: [{ income: 1, security_weight: 0.1, own_effect: 0 }], spillins: [[0]] }],
    ['no spill-ins', { members: [{ income: 1, security_weight: 0.1 }], spillins: [] }],
    ['a base that is no number', { members: [{ income: 1, security_weight: 0.1, base: NaN }], spillins: [[0]] }],
    ['a negative spill-in', pact([1, 1], 0.1, -1)],
  ])('is refused for %s', (_name, game) => {
    expect(() => nashSpending(game)).toThrow(RangeError);
  });
});

describe('deeper credibility', () => {
  const junior = (spillin: number): number => nashSpending(pact([100, 20], 0.05, spillin)).spending[1] ?? NaN;

  it('lowers what the junior member spends, down to nothing (Alley 2021)', () => {
    const path = [0, 0.05, 0.1, 0.15, 0.2].map(junior);
    expect(path).toEqual(path.toSorted((a, b) => b - a));
    expect(new Set(path).size).toBe(5);
    expect(junior(0)).toBe(1);
    expect(junior(0.8)).toBe(0);
  });

  it('lowers what all spend together, and makes the junior better off', () => {
    const welfare = (spillin: number): number => {
      const game = pact([100, 20], 0.05, spillin);
      const { spending } = nashSpending(game);
      const own = spending[1] ?? NaN;
      return utility({ income: 20, security_weight: 0.05 }, 20 - own, own + givenSecurity(game, 1, spending));
    };
    expect(total(nashSpending(pact([100, 20], 0.05, 0.5)).spending)).toBeLessThan(6);
    expect(welfare(0.5)).toBeGreaterThan(welfare(0.1));
  });
});
