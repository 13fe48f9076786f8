import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CrisisGame } from '../../../../src/core/models/crisis/game.ts';
import { reliabilityUnderSelection } from '../../../../src/core/models/signals/smith.ts';

const game = (challengerValue: number, targetValue: number): CrisisGame => ({
  decisiveness: 1,
  challenger: { strength: 1, value: challengerValue, war_cost: 1 },
  target: { strength: 0.3, value: targetValue, war_cost: 1 },
  allies: [{ strength: 2, value: 1, war_cost: 1.5, broken_promise_cost: 0 }],
});

describe('reliability under selection', () => {
  it('among the challenged is never above that of all where challenges fall in the price', () => {
    const amount = fc.double({ min: 0, max: 4, noNaN: true });
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.array(fc.record({ price: amount, weight: fc.double({ min: 0.1, max: 1, noNaN: true }) }), { minLength: 1, maxLength: 6 }),
        (challenger, target, types) => {
          const { latent, challenged, types: solved } = reliabilityUnderSelection(game(challenger, target), 0, types);
          const byHonor = solved.toSorted((a, b) => a.honors - b.honors).map(({ challenge }) => challenge);
          expect(byHonor.every((chance, i) => i === 0 || chance <= (byHonor[i - 1] ?? 0) + 1e-9)).toBe(true);
          expect(challenged).toBeLessThanOrEqual(latent + 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });
});
