import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autarky } from '../../../../src/core/models/spending/autarky.ts';
import { bestResponse } from '../../../../src/core/models/spending/best-response.ts';
import { calibrate } from '../../../../src/core/models/spending/calibrate.ts';
import { complementarityOf, residual } from '../../../../src/core/models/spending/complementarity.ts';
import { spendingEquilibria } from '../../../../src/core/models/spending/equilibria.ts';
import { baseSecurity, givenSecurity, ownEffect, utility, type SpendingGame } from '../../../../src/core/models/spending/game.ts';
import { lemke } from '../../../../src/core/models/spending/lemke.ts';
import { lindahl } from '../../../../src/core/models/spending/lindahl.ts';
import { nashSpending } from '../../../../src/core/models/spending/nash.ts';
import { pledgedSpending } from '../../../../src/core/models/spending/pledge.ts';
import { pact, total } from './games.ts';

const unit = (max: number) => fc.double({ min: 0, max, noNaN: true });

/** Any game of up to `most` members, each with an effect of its own and some base security. */
const gameOf = (most: number, base = unit(2)): fc.Arbitrary<SpendingGame> =>
  fc.integer({ min: 1, max: most }).chain((n) =>
    fc.record({
      members: fc.array(
        fc.record({
          income: fc.double({ min: 1, max: 200, noNaN: true }),
          security_weight: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
          own_effect: fc.double({ min: 0.5, max: 2, noNaN: true }),
          base,
        }),
        { minLength: n, maxLength: n },
      ),
      spillins: fc.array(fc.array(unit(1.2), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
    }),
  );

describe('Nash spending', () => {
  it('is a fixed point of best responses', () => {
    fc.assert(
      fc.property(gameOf(12), (game) => {
        const { spending, converged } = nashSpending(game);
        expect(converged).toBe(true);
        game.members.forEach((member, i) => expect(Math.abs(bestResponse(member, givenSecurity(game, i, spending)) - (spending[i] ?? NaN))).toBeLessThan(1e-5));
      }),
    );
  });

  it('leaves nobody a gain from another amount, on a grid of 200', () => {
    fc.assert(
      fc.property(gameOf(6), (game) => {
        const { spending } = nashSpending(game);
        game.members.forEach((member, i) => {
          const given = givenSecurity(game, i, spending);
          const payoff = (g: number): number => utility(member, member.income - g, ownEffect(member) * g + given);
          const here = payoff(spending[i] ?? NaN);
          for (let step = 0; step < 200; step++) expect(payoff((member.income * step) / 200)).toBeLessThanOrEqual(here + 1e-9);
        });
      }),
    );
  });

  it('is never more than alone', () => {
    fc.assert(
      fc.property(gameOf(10), (game) => {
        const alone = autarky(game);
        nashSpending(game).spending.forEach((value, i) => expect(value).toBeLessThanOrEqual((alone[i] ?? NaN) + 1e-6));
      }),
    );
  });

  it('on a pure public good depends on the income of the contributors alone (Warr 1983)', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 50, max: 60, noNaN: true }), { minLength: 2, maxLength: 6 }), unit(1), (incomes, moved) => {
        const total0 = nashSpending(pact(incomes, 0.5, 1)).total;
        const shifted = incomes.map((income, i) => income + (i === 0 ? moved : i === 1 ? -moved : 0));
        const before = nashSpending(pact(incomes, 0.5, 1)).spending;
        const after = nashSpending(pact(shifted, 0.5, 1)).spending;
        fc.pre([...before, ...after].every((value) => value > 1e-6));
        expect(total(after)).toBeCloseTo(total0, 6);
      }),
    );
  });

  it('is recovered from what it makes members spend', () => {
    fc.assert(
      fc.property(gameOf(8), (game) => {
        const { spending } = nashSpending(game);
        const { weights } = calibrate(game, spending);
        game.members.forEach(({ security_weight }, i) => {
          const { value = NaN, bound } = weights[i] ?? {};
          if ((spending[i] ?? 0) > 1e-3) expect(value).toBeCloseTo(security_weight, 5);
          else if (bound === 'at-most') expect(value).toBeGreaterThanOrEqual(security_weight - 1e-6);
        });
      }),
    );
  });
});

describe('complementary pivoting', () => {
  it('ends at an equilibrium, however much members protect one another', () => {
    fc.assert(
      fc.property(gameOf(16), fc.double({ min: 0, max: 4, noNaN: true }), (game, more) => {
        const problem = complementarityOf({ ...game, spillins: game.spillins.map((row) => row.map((value) => value * more)) });
        const found = lemke(problem);
        expect(found === undefined ? NaN : residual(problem, found.spending)).toBeLessThan(1e-8 * problem.scale);
      }),
      { numRuns: 300 },
    );
  });
});

describe('equilibria', () => {
  it('are equilibria, each once, and their signs add up to 1', () => {
    fc.assert(
      fc.property(gameOf(7), (game) => {
        const { equilibria, converged } = spendingEquilibria(game);
        expect(converged).toBe(true);
        for (const { spending } of equilibria) {
          game.members.forEach((member, i) =>
            expect(Math.abs(bestResponse(member, givenSecurity(game, i, spending)) - (spending[i] ?? NaN))).toBeLessThan(1e-5),
          );
        }
        if (equilibria.every(({ index }) => index !== 0)) expect(total(equilibria.map(({ index }) => index))).toBe(1);
      }),
    );
  });

  it('certified unique are one by the search over all supports, too', () => {
    fc.assert(
      fc.property(gameOf(6, fc.constant(0)), (game) => {
        const { equilibria, uniqueness } = spendingEquilibria(game);
        if (uniqueness.unique === true) expect(equilibria).toHaveLength(1);
        const starts = Array.from({ length: 6 }, (_, k) => game.members.map(({ income }, i) => (i === k ? income / 2 : 0)));
        const reached = starts.map((start) => nashSpending(game, start.slice(0, game.members.length)).spending);
        for (const spending of reached) {
          expect(equilibria.some((one) => one.spending.every((value, i) => Math.abs(value - (spending[i] ?? NaN)) < 1e-4))).toBe(true);
        }
      }),
    );
  });
});

describe('the efficient allocation', () => {
  it('spends at least as much as Nash, and is never worse than alone for anybody', () => {
    fc.assert(
      fc.property(gameOf(10), (game) => {
        const { total: all, payments, security, converged } = lindahl(game);
        expect(converged).toBe(true);
        expect(all).toBeGreaterThanOrEqual(nashSpending(game).total - 1e-5);
        const alone = autarky(game);
        game.members.forEach((member, i) => {
          const own = alone[i] ?? NaN;
          const apart = utility(member, member.income - own, ownEffect(member) * own + baseSecurity(member));
          expect(utility(member, member.income - (payments[i] ?? NaN), security[i] ?? NaN)).toBeGreaterThanOrEqual(apart - 1e-6);
        });
      }),
    );
  });

  it('pays for itself: payments add up to what is spent, and prices to at most 1', () => {
    fc.assert(
      fc.property(gameOf(10), (game) => {
        const { payments, spending, prices } = lindahl(game);
        const scale = total(game.members.map(({ income }) => income));
        expect(Math.abs(total(payments) - total(spending))).toBeLessThan(1e-7 * scale);
        game.members.forEach((_, j) => expect(total(prices.map((row) => row[j] ?? 0))).toBeLessThanOrEqual(1 + 1e-6));
      }),
    );
  });

  it('without base security has everybody pay α y', () => {
    fc.assert(
      fc.property(gameOf(10, fc.constant(0)), (game) => {
        const { payments } = lindahl(game);
        game.members.forEach(({ income, security_weight }, i) => expect(payments[i]).toBeCloseTo(income * security_weight, 4));
      }),
    );
  });

  it('exists where threats take security away, as long as all can afford theirs', () => {
    fc.assert(
      fc.property(gameOf(8, fc.double({ min: -0.4, max: 0, noNaN: true })), (game) => {
        expect(lindahl(game)).toMatchObject({ converged: true, warnings: [] });
      }),
    );
  });
});

describe('a pledge with enforcement', () => {
  it('narrows the free-riding gap of a uniform pact', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 200, noNaN: true }), { minLength: 2, maxLength: 8 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (incomes, spillin, one, other) => {
          const game = pact(incomes, 0.04, spillin);
          const floors = incomes.map((income) => 0.03 * income);
          const [weak, strong] = [Math.min(one, other), Math.max(one, other)].map((enforcement) => pledgedSpending(game, { floors, enforcement }));
          expect(strong?.converged && weak?.converged).toBe(true);
          expect(strong?.total).toBeGreaterThanOrEqual((weak?.total ?? NaN) - 1e-6);
          expect(weak?.total).toBeGreaterThanOrEqual(nashSpending(game).total - 1e-6);
        },
      ),
    );
  });
});
