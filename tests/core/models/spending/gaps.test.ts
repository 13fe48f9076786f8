import { describe, expect, it } from 'vitest';
import { gapTo, spendingGaps } from '../../../../src/core/models/spending/gaps.ts';
import { nashSpending } from '../../../../src/core/models/spending/nash.ts';
import { pledgedResponse, pledgedSpending } from '../../../../src/core/models/spending/pledge.ts';
import { HUB, OLSON_ZECKHAUSER, pact, total } from './games.ts';

describe('the free-riding gap', () => {
  const gaps = spendingGaps(OLSON_ZECKHAUSER);

  it('is what efficient payments exceed Nash spending by', () => {
    [3.333, 23.333, 10].forEach((expected, i) => expect(gaps.toEfficient.members[i]).toBeCloseTo(expected, 3));
    expect(gaps.toEfficient.total).toBeCloseTo(36.667, 3);
    expect(gaps.toEfficient.share).toBeCloseTo(0.407, 3);
  });

  it('says how it was found', () => {
    expect(gaps).toMatchObject({ method: 'gauss-seidel, interior-point', converged: true, warnings: [] });
    expect(gaps.iterations).toBeGreaterThan(2);
  });

  it('is nothing where nothing is shared', () => {
    const alone = spendingGaps(pact([100, 60, 20], 0.5, 0));
    expect(alone.toEfficient.total).toBeCloseTo(0, 6);
    expect(alone.pooling).toEqual([0, 0, 0]);
  });

  it('to a standard of nothing has no share', () => {
    expect(gapTo([0, 0], [0, 0])).toEqual({ members: [0, 0], total: 0, share: 0 });
  });
});

describe('the pooling gain', () => {
  it('is what each saves against autarky', () => {
    const { pooling } = spendingGaps(OLSON_ZECKHAUSER);
    [3.333, 23.333, 10].forEach((expected, i) => expect(pooling[i]).toBeCloseTo(expected, 3));
  });

  it('is what each saves against the world without the treaty, where other treaties stay', () => {
    const { pooling, nash } = spendingGaps(pact([100, 20], 0.05, 0.2), { without: pact([100, 20], 0.05, 0.05) });
    const without = nashSpending(pact([100, 20], 0.05, 0.05)).spending;
    pooling.forEach((value, i) => expect(value).toBeCloseTo((without[i] ?? NaN) - (nash[i] ?? NaN), 10));
    expect(pooling[1]).toBeGreaterThan(0);
  });
});

describe('a pledge', () => {
  const floors = [50, 30, 10];
  const left = (enforcement: number): number => spendingGaps(OLSON_ZECKHAUSER, { pledge: { floors, enforcement } }).pledge?.leftToEfficient.total ?? NaN;

  it('changes nothing without enforcement', () => {
    const { nash, pledge } = spendingGaps(OLSON_ZECKHAUSER, { pledge: { floors, enforcement: 0 } });
    pledge?.spending.forEach((value, i) => expect(value).toBeCloseTo(nash[i] ?? NaN, 8));
    expect(pledge?.toPledge.total).toBeCloseTo(36.667, 3);
  });

  it('with enforcement narrows the free-riding gap, the more the dearer it is to miss', () => {
    const path = [0, 0.05, 0.1, 0.2, 0.4, Infinity].map(left);
    path.slice(1).forEach((gap, k) => expect(gap).toBeLessThan(path[k] ?? NaN));
    expect(path.at(-1)).toBeCloseTo(0, 6);
  });

  it('that cannot be missed is met', () => {
    const found = pledgedSpending(OLSON_ZECKHAUSER, { floors, enforcement: Infinity });
    expect(found).toMatchObject({ shortfalls: [0, 0, 0], converged: true, warnings: [] });
    expect(found.total).toBeCloseTo(90, 10);
  });

  it('does not bind who spends more anyway', () => {
    expect(pledgedResponse({ income: 100, security_weight: 0.5 }, 0, 20, 5)).toBe(50);
  });

  it.each([0.01, 0.3, 1, 4])('at κ = %d is answered as best can be', (enforcement) => {
    const member = { income: 100, security_weight: 0.05, own_effect: 0.9 };
    const payoff = (g: number): number => 0.95 * Math.log(100 - g) + 0.05 * Math.log(0.9 * g + 3) - (enforcement * Math.max(0, 4 - g)) / 100;
    const best = pledgedResponse(member, 3, 4, enforcement);
    for (let g = 0; g < 8; g += 0.01) expect(payoff(best)).toBeGreaterThanOrEqual(payoff(g) - 1e-12);
  });

  it('by the spokes alone takes the hub from paying to riding, though the total rises', () => {
    const start = [5, 0, 0, 0];
    const found = pledgedSpending(HUB, { floors: [0, 3, 3, 3], enforcement: Infinity }, start);
    expect(found.spending[0]).toBe(0);
    expect(total(found.spending)).toBe(9);
  });

  it.each([
    ['a floor above income', [200, 0, 0], 1],
    ['a floor for some only', [1, 1], 1],
    ['negative enforcement', [1, 1, 1], -1],
  ])('is refused with %s', (_name, wrong, enforcement) => {
    expect(() => pledgedSpending(OLSON_ZECKHAUSER, { floors: wrong, enforcement })).toThrow(RangeError);
  });
});
