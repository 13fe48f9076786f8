import { describe, expect, it } from 'vitest';
import { complementarityOf } from '../../../../src/core/models/spending/complementarity.ts';
import { spendingEquilibria } from '../../../../src/core/models/spending/equilibria.ts';
import { isPMatrix, uniqueness } from '../../../../src/core/models/spending/uniqueness.ts';
import { HUB, OLSON_ZECKHAUSER, hub, pact, total } from './games.ts';

describe('equilibria of a hub: y = (100, 60, 60, 60), α = .05, π = .8', () => {
  const { equilibria, uniqueness: known, ...found } = spendingEquilibria(HUB, [4, 1, 1, 1]);

  it('are three', () => {
    const expected = [
      [5, 0, 0, 0],
      [0, 3, 3, 3],
      [2.511, 1.092, 1.092, 1.092],
    ];
    expect(equilibria).toHaveLength(3);
    expected.forEach((spending, k) => spending.forEach((value, i) => expect(equilibria[k]?.spending[i]).toBeCloseTo(value, 3)));
  });

  it('tell which one best responses leave, by signs that add up to 1', () => {
    expect(equilibria.map(({ index }) => index)).toEqual([1, 1, -1]);
    expect(found).toMatchObject({ method: 'supports', converged: true, iterations: 16, warnings: [] });
    expect(known).toEqual({ unique: false, by: 'principal minors' });
  });

  it('begin with the one reached from observed spending', () => {
    expect(spendingEquilibria(HUB, [1, 3, 3, 3]).equilibria[0]?.total).toBeCloseTo(9, 10);
  });

  it('are found from varied starts where there are too many members to try every set', () => {
    const many = spendingEquilibria(hub([300, ...Array.from({ length: 19 }, () => 60)], 0.05, 0.8));
    expect(many).toMatchObject({ method: 'starts', converged: true, uniqueness: { by: 'undecided' } });
    expect(many.equilibria.map((one) => [one.index, Math.round(one.total)])).toEqual([
      [1, 57],
      [1, 15],
      [-1, 19],
    ]);
    expect(many.warnings[0]).toMatch(/varied starts/);
  });
});

describe('a uniform pact', () => {
  it.each([3, 12, 32])('of %d members has one equilibrium, whatever the weights', (n) => {
    const incomes = Array.from({ length: n }, (_, i) => 1000 / (i + 1));
    const game = pact(incomes, 0.05, 0.9);
    const uneven = { ...game, members: game.members.map((member, i) => ({ ...member, security_weight: 0.02 + 0.001 * i })) };
    const found = spendingEquilibria(uneven);
    expect(found).toMatchObject({ method: 'unique', converged: true, uniqueness: { unique: true, by: 'positive definite' } });
    expect(found.equilibria).toHaveLength(1);
    expect(found.equilibria[0]?.index).toBe(1);
  });

  it('is unique as a pure public good, too, where somebody would not spend alone', () => {
    const game = { ...OLSON_ZECKHAUSER, members: [...OLSON_ZECKHAUSER.members.slice(0, 2), { income: 20, security_weight: 0.5, base: 30 }] };
    const found = spendingEquilibria(game);
    expect(found.method).toBe('unique');
    expect(total(found.equilibria[0]?.spending ?? [])).toBeCloseTo(160 / 3, 8);
  });
});

describe('uniqueness', () => {
  it('is seen where all are protected by one that nobody protects, by diagonal dominance', () => {
    const oneWay = hub([100, ...Array.from({ length: 15 }, () => 60)], 0.05, 0.95);
    const spillins = oneWay.spillins.map((row, i) => (i === 0 ? row.map(() => 0) : row));
    expect(uniqueness(complementarityOf({ ...oneWay, spillins }))).toEqual({ unique: true, by: 'diagonally dominant' });
  });

  it.each([
    ['the identity', [1, 0, 0, 1], true],
    ['a rotation', [1, -2, 2, 1], true],
    ['two who overprotect each other', [1, 1.2, 1.2, 1], false],
    ['two at the border of it', [1, 1, 1, 1], false],
    ['one way only', [1, 5, 0, 1], true],
  ])('by principal minors: %s', (_name, matrix, expected) => {
    expect(isPMatrix(Float64Array.from(matrix), 2)).toBe(expected);
  });

  it('by principal minors: the cycle of three that no sufficient condition sees', () => {
    const cycle = {
      members: [1, 1, 1].map((income) => ({ income, security_weight: 0.1 })),
      spillins: [
        [0, 2.5, 0],
        [0, 0, 2.5],
        [2.5, 0, 0],
      ],
    };
    expect(uniqueness(complementarityOf(cycle))).toEqual({ unique: true, by: 'principal minors' });
  });
});
