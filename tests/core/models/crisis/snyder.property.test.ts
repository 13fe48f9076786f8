import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { snydersDilemma, type SnyderCase } from '../../../../src/core/models/crisis/snyder.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const ally = fc.record({ strength: between(0.1, 4), value: between(0, 3), war_cost: between(0, 4), broken_promise_cost: between(0, 3) });

/** Targets that do not lose by resisting more: p v − k is above −1.28, from where x Λ(x) rises. */
const given: fc.Arbitrary<SnyderCase> = fc.record({
  game: fc.record({
    decisiveness: fc.constant(1),
    challenger: fc.record({ strength: between(0.2, 3), value: between(0, 6), war_cost: between(0, 4) }),
    target: fc.record({ strength: between(0.1, 2), value: between(0.5, 4), war_cost: between(0, 1.2) }),
    allies: fc.array(ally, { minLength: 1, maxLength: 3 }),
  }),
  ally: fc.constant(0),
  provocation: fc.record({ gain: between(0, 2), base: between(0, 0.5), slope: between(0, 0.5) }),
});

it('the condition never raises provocation or entrapment, and credibility never falls with the price', () => {
  fc.assert(
    fc.property(given, fc.array(between(0, 6), { minLength: 2, maxLength: 4 }), (one, prices) => {
      const { unconditional, unprovoked } = snydersDilemma(one, prices);
      unconditional.forEach((without, i) => {
        const within = unprovoked[i] ?? without;
        expect(within.credibility).toBe(without.credibility);
        expect(within.provocation).toBeLessThanOrEqual(without.provocation + 1e-9);
        expect(within.entrapment).toBeLessThanOrEqual(without.entrapment + 1e-9);
        expect(without.credibility).toBeGreaterThanOrEqual((unconditional[i - 1]?.credibility ?? 0) - 1e-9);
      });
    }),
    { numRuns: 150 },
  );
});
