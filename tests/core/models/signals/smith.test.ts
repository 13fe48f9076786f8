import { describe, expect, it } from 'vitest';
import type { CrisisGame } from '../../../../src/core/models/crisis/game.ts';
import { reliabilityUnderSelection } from '../../../../src/core/models/signals/smith.ts';

const game = (challengerValue: number, targetValue: number): CrisisGame => ({
  decisiveness: 1,
  challenger: { strength: 1, value: challengerValue, war_cost: 1 },
  target: { strength: 0.3, value: targetValue, war_cost: 1 },
  allies: [{ strength: 2, value: 1, war_cost: 1.5, broken_promise_cost: 0 }],
});
const population = [0, 1, 2, 3, 4].map((price) => ({ price, weight: 1 }));

describe('reliability under selection (Smith 1995)', () => {
  it('is lower among the challenged than among all, and may be higher among wars', () => {
    const { latent, challenged, atWar, types } = reliabilityUnderSelection(game(3, 6), 0, population, { lambda: 2 });
    const challenges = types.map(({ challenge }) => challenge);
    expect(challenges).toEqual(challenges.toSorted((a, b) => b - a));
    expect(challenged).toBeLessThan(latent);
    expect(atWar).toBeLessThan(latent);
    // A target that doubts whether to resist does where it trusts its ally; its challenger hardly minds.
    const doubtful = game(6, 6);
    const trusting = reliabilityUnderSelection({ ...doubtful, target: { ...doubtful.target, war_cost: 4 } }, 0, population);
    expect(trusting.challenged).toBeLessThan(trusting.latent);
    expect(trusting.atWar).toBeGreaterThan(trusting.latent);
  });

  it('is the same everywhere in a population of one', () => {
    const { latent, challenged, atWar } = reliabilityUnderSelection(game(3, 6), 0, [{ price: 1, weight: 5 }]);
    expect(challenged).toBeCloseTo(latent, 12);
    expect(atWar).toBeCloseTo(latent, 12);
  });

  it('asks for an ally that is there and a population that weighs something', () => {
    expect(() => reliabilityUnderSelection(game(3, 6), 1, population)).toThrow(RangeError);
    expect(() => reliabilityUnderSelection(game(3, 6), 0, [])).toThrow(RangeError);
  });
});
