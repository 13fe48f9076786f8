import { describe, expect, it } from 'vitest';
import type { CrisisGame } from '../../../../src/core/models/crisis/game.ts';
import { bestProvocation, readCrisis } from '../../../../src/core/models/crisis/readings.ts';
import { solveCrisis } from '../../../../src/core/models/crisis/solve.ts';

const game = (promise: number): CrisisGame => ({
  decisiveness: 1,
  challenger: { strength: 1, value: 2, war_cost: 0.5 },
  target: { strength: 0.3, value: 2, war_cost: 0.3 },
  allies: [
    { strength: 1.5, value: 1.3, war_cost: 1.2, broken_promise_cost: promise },
    { strength: 0.5, value: 0.5, war_cost: 1.5, broken_promise_cost: 0 },
  ],
});
const read = (promise: number) => {
  const solution = solveCrisis(game(promise));
  return { solution, reading: readCrisis(game(promise), solution) };
};

describe('readings of a crisis', () => {
  it('without a promise nobody is entrapped, and nothing promised stays away', () => {
    const { reading } = read(0);
    expect(reading.allies.map(({ entrapment }) => entrapment)).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
    expect(reading.abandonment).toBeUndefined();
  });

  it('Snyder: a dearer promise raises honoring and, given war, entrapment alike', () => {
    const readings = [0, 0.5, 1, 2, 4].map(read);
    const honors = readings.map(({ reading }) => reading.allies[0]?.honors ?? NaN);
    const trapped = readings.map(({ reading, solution }) => (reading.allies[0]?.entrapment ?? NaN) / solution.pWar);
    for (let i = 1; i < readings.length; i++) {
      expect(honors[i]).toBeGreaterThan(honors[i - 1] ?? NaN);
      expect(trapped[i]).toBeGreaterThan(trapped[i - 1] ?? NaN);
    }
    // ... while the challenge grows rarer and the target's side stronger.
    const challenges = readings.map(({ solution }) => solution.pChallenge);
    expect(challenges).toEqual(challenges.toSorted((a, b) => b - a));
    expect(readings.map(({ reading }) => reading.abandonment ?? 1)).toEqual(readings.map(({ reading }) => reading.abandonment ?? 1).toSorted((a, b) => b - a));
  });

  it('the others join less where one is bound more: strengths are substitutes', () => {
    expect(read(4).reading.allies[1]?.honors).toBeLessThan(read(0).reading.allies[1]?.honors ?? NaN);
  });

  it('payoffs add up over the ends of the game', () => {
    const { solution, reading } = read(1);
    const { pChallenge, pResist, pWin, pJoin } = solution;
    const byHand = -pChallenge * (1 - pResist) * 1.3 - pChallenge * pResist * ((1 - pWin) * 1.3 + (pJoin[0] ?? NaN) * 1.2);
    expect(reading.allies[0]?.payoff).toBeCloseTo(byHand, 12);
  });

  it('a promise that ends where the protégé provokes keeps it from provoking', () => {
    const free = bestProvocation({ gain: 0.6, base: 0.1, slope: 0.4, payoff: -0.3, provokedPayoff: -0.3 });
    const conditional = bestProvocation({ gain: 0.6, base: 0.1, slope: 0.4, payoff: -0.3, provokedPayoff: -1.2 });
    expect(free).toBeCloseTo(0.6 - 0.4 * 0.3, 12);
    expect(conditional).toBeLessThan(free);
    expect(bestProvocation({ gain: -1, base: 0.1, slope: 0.4, payoff: -0.3, provokedPayoff: -0.3 })).toBe(0);
    expect(bestProvocation({ gain: 3, base: 0.1, slope: 0.4, payoff: -0.3, provokedPayoff: -0.3 })).toBe(1);
  });
});
