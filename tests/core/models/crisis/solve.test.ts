import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/core/math/rng.ts';
import { convolvedOdds } from '../../../../src/core/models/crisis/convolve.ts';
import { enumeratedOdds } from '../../../../src/core/models/crisis/enumerate.ts';
import { laplaceOdds } from '../../../../src/core/models/crisis/laplace.ts';
import type { CrisisGame } from '../../../../src/core/models/crisis/game.ts';
import { readCrisis } from '../../../../src/core/models/crisis/readings.ts';
import { solveCrisis } from '../../../../src/core/models/crisis/solve.ts';
import { describeWithReference } from '../../../support/reference.ts';

interface Row {
  readonly game: CrisisGame & { readonly id: string };
  readonly lambda: number;
  readonly p_challenge: number;
  readonly p_resist: number;
  readonly p_join: readonly number[];
}

describeWithReference<{ readonly rows: readonly Row[] }>('the crisis game agrees with an independent logit solver (Gambit)', 'crisis-qre.json', ({ rows }) => {
  it.each(rows.map((row) => [row.game.id, row.lambda, row] as const))('%s at λ = %d', (_id, lambda, row) => {
    for (const followPath of [false, true]) {
      const solution = solveCrisis(row.game, { lambda, followPath });
      expect(solution.converged).toBe(true);
      expect(solution.pChallenge).toBeCloseTo(row.p_challenge, 8);
      expect(solution.pResist).toBeCloseTo(row.p_resist, 8);
      solution.pJoin.forEach((chance, i) => expect(chance).toBeCloseTo(row.p_join[i] ?? NaN, 8));
    }
  });
});

function randomGame(seed: number, allies: number, decisiveness = 1): CrisisGame {
  const rng = createRng(seed, 'crisis');
  return {
    decisiveness,
    challenger: { strength: 0.2 + rng.next(), value: 2 * rng.next(), war_cost: rng.next() },
    target: { strength: 0.1 + 0.5 * rng.next(), value: 2 * rng.next(), war_cost: rng.next() },
    allies: Array.from({ length: allies }, () => ({ strength: rng.next(), value: 3 * rng.next(), war_cost: rng.next(), broken_promise_cost: rng.next() })),
  };
}

describe('solving', () => {
  it('the quadrature agrees with enumeration at 12 allies to 1e-9', () => {
    const { challenger, target, allies } = randomGame(1, 12);
    const contenders = allies.map(({ strength }) => ({ strength, forTarget: true }));
    const q = Float64Array.from(allies, (_, i) => (i + 0.5) / 12);
    const quadrature = laplaceOdds(target.strength, challenger.strength, contenders).at(q, false);
    const exact = enumeratedOdds(target.strength, challenger.strength, contenders, 1).at(q, false);
    expect(Math.abs(quadrature.value - exact.value)).toBeLessThan(1e-12);
    exact.gradient.forEach((slope, i) => expect(Math.abs((quadrature.gradient[i] ?? NaN) - slope)).toBeLessThan(1e-12));
  });

  it.each(Array.from({ length: 12 }, (_, seed) => seed))('world %i: the quick way, the branch in long steps and in short ones end in one point', (seed) => {
    const game = randomGame(seed, 1 + (seed % 6), 1 + (seed % 2));
    for (const lambda of [1, 8]) {
      const short = solveCrisis(game, { lambda, followPath: true, maxStep: 0.02 });
      for (const other of [solveCrisis(game, { lambda }), solveCrisis(game, { lambda, followPath: true })]) {
        expect(other.converged).toBe(true);
        other.pJoin.forEach((chance, i) => expect(chance).toBeCloseTo(short.pJoin[i] ?? NaN, 8));
      }
    }
  });

  it('an overwhelming ally that is certain to come leaves numbers', () => {
    const contenders = [
      { strength: 100, forTarget: true },
      { strength: 0.2, forTarget: true },
    ];
    const q = Float64Array.of(1, 0.3);
    const found = laplaceOdds(0.05, 0.05, contenders).at(q, true);
    const exact = enumeratedOdds(0.05, 0.05, contenders, 1).at(q, true);
    expect(found.value).toBeCloseTo(exact.value, 8);
    exact.gradient.forEach((slope, i) => expect(found.gradient[i]).toBeCloseTo(slope, 8));
    exact.hessian.forEach((slope, i) => expect(found.hessian[i]).toBeCloseTo(slope, 8));
  });

  it('with another decisiveness and many allies, a grid stays within its bound of the list of all coalitions', () => {
    for (const decisiveness of [0.5, 2, 3]) {
      const { challenger, target, allies } = randomGame(4, 12);
      const contenders = allies.map(({ strength }) => ({ strength, forTarget: true }));
      const q = Float64Array.from(allies, (_, i) => (i + 0.5) / 12);
      const grid = convolvedOdds(target.strength, challenger.strength, contenders, decisiveness);
      const exact = enumeratedOdds(target.strength, challenger.strength, contenders, decisiveness).at(q, true);
      const found = grid.at(q, true);
      expect(grid.error).toBeLessThan(1e-4);
      expect(Math.abs(found.value - exact.value)).toBeLessThanOrEqual(grid.error);
      exact.gradient.forEach((slope, i) => expect(Math.abs((found.gradient[i] ?? NaN) - slope)).toBeLessThanOrEqual(2 * grid.error));
      exact.hessian.forEach((slope, i) => expect(Math.abs((found.hessian[i] ?? NaN) - slope)).toBeLessThanOrEqual(4 * grid.error));
    }
  });

  it('twenty allies at decisiveness 2 are solved on the grid, with its error told', () => {
    const solution = solveCrisis(randomGame(5, 20, 2));
    expect(solution.converged).toBe(true);
    expect(solution.error).toBeGreaterThan(0);
    expect(solution.error).toBeLessThan(1e-4);
    expect(solveCrisis(randomGame(5, 4, 2)).error).toBe(0);
  });

  it('λ → ∞ gives backward induction with one ally, who comes where its stakes are worth it', () => {
    const game = (broken_promise_cost: number): CrisisGame => ({
      decisiveness: 1,
      challenger: { strength: 1, value: 1, war_cost: 0.45 },
      target: { strength: 0.5, value: 1, war_cost: 0.4 },
      allies: [{ strength: 1.5, value: 0.5, war_cost: 0.3, broken_promise_cost }],
    });
    // Joining raises p from 1/3 to 2/3 and is worth 1/6 against a cost of .3: a promise over .1333 brings the ally.
    const bound = solveCrisis(game(0.2), { lambda: 2000 });
    expect(bound.pJoin[0]).toBeCloseTo(1, 6);
    // p_T = 2/3 > .4: the target resists; the challenger would win 1/3 at a cost of .45: it does not challenge.
    expect(bound.pResist).toBeCloseTo(1, 6);
    expect(bound.pChallenge).toBeCloseTo(0, 6);
    const free = solveCrisis(game(0.1), { lambda: 2000 });
    expect(free.pJoin[0]).toBeCloseTo(0, 6);
    // 1/3 < .4: the target concedes, so the challenger challenges.
    expect(free.pResist).toBeCloseTo(0, 6);
    expect(free.pChallenge).toBeCloseTo(1, 6);
  });

  it('at λ = 0 every choice is a coin', () => {
    const solution = solveCrisis(randomGame(3, 4), { lambda: 0 });
    expect([solution.pChallenge, solution.pResist, ...solution.pJoin]).toEqual(Array.from({ length: 6 }, () => 0.5));
  });

  it('Zagare and Kilgour: a target hard by chance π deters where π ≥ (v_C − b_C)/(v_C − w_C); 1, .4 and −.5 give .40', () => {
    // The target resists with chance π at λ = 1; the challenger's difference of payoffs must vanish at the threshold.
    const threshold = (1 - 0.4) / (1 - -0.5);
    expect(threshold).toBeCloseTo(0.4, 12);
    const valueAt = (pResist: number): number => {
      const war_cost = 0.5 - Math.log(pResist / (1 - pResist));
      const { challengeValue, pResist: solved } = solveCrisis({
        decisiveness: 1,
        challenger: { strength: 1, value: 1, war_cost: 1, status_quo: 0.4 },
        target: { strength: 1, value: 1, war_cost },
        allies: [],
      });
      expect(solved).toBeCloseTo(pResist, 12);
      return challengeValue;
    };
    expect(valueAt(threshold)).toBeCloseTo(0, 12);
    expect(valueAt(threshold - 0.01)).toBeGreaterThan(0);
    expect(valueAt(threshold + 0.01)).toBeLessThan(0);
  });

  it('a resisted challenge that seldom becomes war is challenged more', () => {
    const game: CrisisGame = {
      decisiveness: 1,
      challenger: { strength: 1, value: 1, war_cost: 2 },
      target: { strength: 1, value: 1, war_cost: 0.3 },
      allies: [],
    };
    const always = solveCrisis(game);
    const seldom = solveCrisis({ ...game, escalation: 0.1 });
    expect(seldom.pChallenge).toBeGreaterThan(always.pChallenge);
    expect(seldom.pWar).toBeLessThan(always.pWar);
  });

  it('nuclear weapons make a challenge dearer by the chance that a power that has them is on the other side', () => {
    const game = (nuclear: boolean, cost: number): CrisisGame => ({
      decisiveness: 1,
      challenger: { strength: 1, value: 1, war_cost: 0.2, nuclear_cost: cost },
      target: { strength: 1, value: 1, war_cost: 0.2 },
      allies: [{ strength: 1, value: 1, war_cost: 0.3, broken_promise_cost: 0.5, nuclear }],
    });
    const [plain, armed] = [solveCrisis(game(false, 2)), solveCrisis(game(true, 2))];
    const q = armed.pJoin[0] ?? NaN;
    expect(armed.pJoin).toEqual(plain.pJoin);
    expect(armed.challengeValue).toBeCloseTo(plain.challengeValue - armed.pResist * 2 * q, 12);
    expect(solveCrisis(game(true, 0)).challengeValue).toBeCloseTo(plain.challengeValue, 12);
    const target = { ...game(true, 2), target: { strength: 1, value: 1, war_cost: 0.2, nuclear: true } };
    expect(solveCrisis(target).challengeValue).toBeCloseTo(plain.challengeValue - armed.pResist * 2, 12);
  });

  it('a supporter of the challenger mirrors an ally of the target', () => {
    const allied = solveCrisis({
      decisiveness: 1,
      challenger: { strength: 1, value: 1, war_cost: 0 },
      target: { strength: 1, value: 1, war_cost: 0 },
      allies: [{ strength: 0.7, value: 1.2, war_cost: 0.4, broken_promise_cost: 0.3 }],
    });
    const supported = solveCrisis({
      decisiveness: 1,
      challenger: { strength: 1, value: 1, war_cost: 0 },
      target: { strength: 1, value: 1, war_cost: 0 },
      allies: [],
      supporters: [{ strength: 0.7, value: 1.2, war_cost: 0.4, broken_promise_cost: 0.3 }],
    });
    expect(supported.pSupport[0]).toBeCloseTo(allied.pJoin[0] ?? NaN, 12);
    expect(supported.pWin).toBeCloseTo(1 - allied.pWin, 12);
  });

  describe('in company', () => {
    const pair = (company: number): CrisisGame => ({
      decisiveness: 1,
      challenger: { strength: 1, value: 1, war_cost: 0.2 },
      target: { strength: 0.5, value: 1, war_cost: 0.2 },
      allies: [0.3, 0.2].map((strength) => ({ strength, value: 0, war_cost: 1, broken_promise_cost: 0 })),
      company,
    });

    it('each weighs what the other is expected to bring: log odds are c q_j s_j − k', () => {
      const { pJoin, others, residual } = solveCrisis(pair(4));
      const [first = NaN, second = NaN] = pJoin;
      expect(Math.log(first / (1 - first))).toBeCloseTo(4 * 0.2 * second - 1, 9);
      expect(Math.log(second / (1 - second))).toBeCloseTo(4 * 0.3 * first - 1, 9);
      expect(others).toEqual([expect.closeTo(0.2 * second, 12), expect.closeTo(0.3 * first, 12)]);
      expect(residual).toBeLessThan(1e-9);
    });

    it('left out it is 0', () => {
      const { company: _, ...without } = pair(0);
      expect(solveCrisis(pair(0))).toEqual(solveCrisis(without));
    });

    it('the challenger and its supporters know none', () => {
      const { allies, ...rest } = pair(4);
      const across: CrisisGame = { ...rest, allies: allies.slice(0, 1), supporters: [...allies, ...allies] };
      const [found, without] = [solveCrisis(across), solveCrisis({ ...across, company: 0 })];
      expect([found.pJoin, found.pSupport]).toEqual([without.pJoin, without.pSupport]);
    });

    it.each(Array.from({ length: 12 }, (_, seed) => seed))(
      'world %i: more of it never makes anybody less likely to come, and every way to the solution ends in one point',
      (seed) => {
        const game = { ...randomGame(seed, 2 + (seed % 5)), supporters: randomGame(seed + 100, seed % 3).allies };
        const chances = [0, 0.5, 1].map((company) => {
          const solution = solveCrisis({ ...game, company, allies: game.allies.map((ally) => ({ ...ally, value: 0 })) });
          expect(solution.converged).toBe(true);
          return solution.pJoin;
        });
        game.allies.forEach((_, i) => {
          expect(chances[1]?.[i] ?? NaN).toBeGreaterThanOrEqual(chances[0]?.[i] ?? NaN);
          expect(chances[2]?.[i] ?? NaN).toBeGreaterThanOrEqual(chances[1]?.[i] ?? NaN);
        });
        const whole = { ...game, company: 1 };
        const [quick, branch] = [solveCrisis(whole), solveCrisis(whole, { followPath: true, maxStep: 0.05 })];
        expect(branch.converged).toBe(true);
        quick.pJoin.forEach((chance, i) => expect(chance).toBeCloseTo(branch.pJoin[i] ?? NaN, 8));
      },
    );

    it('interest counts it: at a price of 0 what a state would do without its promise is what it does', () => {
      const game = { ...randomGame(7, 4), company: 1.5 };
      const free = { ...game, allies: game.allies.map((ally) => ({ ...ally, broken_promise_cost: 0 })) };
      const solution = solveCrisis(free);
      readCrisis(free, solution).allies.forEach(({ honors, withoutPromise }) => expect(withoutPromise).toBeCloseTo(honors, 9));
    });
  });

  it('refuses a game it cannot hold', () => {
    const crowded = randomGame(1, 17, 2);
    expect(() => solveCrisis({ ...crowded, supporters: crowded.allies.slice(0, 1) })).toThrow(RangeError);
    expect(() =>
      solveCrisis({ ...randomGame(1, 1), challenger: { strength: 0, value: 1, war_cost: 1 }, target: { strength: 0, value: 1, war_cost: 1 } }),
    ).toThrow(RangeError);
  });
});
