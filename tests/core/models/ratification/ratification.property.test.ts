import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRatify } from '../../../../src/core/models/ratification/all-members.ts';
import { EXACT_SEATS, NORMAL_ERROR, quotaMet } from '../../../../src/core/models/ratification/body-vote.ts';
import { prepareGate, type RatificationGate } from '../../../../src/core/models/ratification/gate.ts';
import { normalDensity } from '../../../../src/core/math/normal.ts';
import { thresholdOf } from '../../../../src/core/models/ratification/quota.ts';
import { GRID_ERROR } from '../../../../src/core/models/ratification/shock-grid.ts';
import { ratification } from '../../../../src/core/models/ratification/state.ts';
import { CENTRAL_WEIGHTS } from '../../../../src/core/models/ratification/weights.ts';

const stance = fc.double({ min: -1, max: 1, noNaN: true });
const party = fc.record({ seats: fc.integer({ min: 1, max: 30 }), government: fc.boolean(), stance });
const large = fc.record({ seats: fc.integer({ min: 61, max: 300 }), government: fc.boolean(), stance });
const counted = fc.constantFrom('members' as const, 'present' as const, 'votes-cast' as const);
/** From the lowest to the highest. */
const QUOTAS = ['1/2', '1/2+', '3/5', '2/3', '3/4', 'all'];
const value = fc.double({ min: -5, max: 3, noNaN: true });
const method = fc.constantFrom('exact' as const, 'normal' as const);

const chamber = (parties: RatificationGate['parties'], of: 'members' | 'present' | 'votes-cast', share: string): RatificationGate => ({
  id: 'chamber',
  kind: 'chamber',
  quota: { of, share },
  parties,
});

describe('a higher quota', () => {
  it('never raises ratification', () => {
    fc.assert(
      fc.property(fc.array(party, { minLength: 1, maxLength: 3 }), counted, value, stance, (parties, of, worth, people) => {
        const other: RatificationGate = { id: 'vote', kind: 'referendum' };
        const chances = QUOTAS.map((share) => ratification({ gates: [chamber(parties, of, share), other], value: worth, stance: people }).p);
        chances.slice(1).forEach((chance, k) => expect(chance).toBeLessThanOrEqual((chances[k] ?? NaN) + 1e-12));
      }),
      { numRuns: 25 },
    );
  });

  it('never raises it in large bodies, nor in a referendum', () => {
    fc.assert(
      fc.property(fc.array(large, { minLength: 2, maxLength: 3 }), counted, value, (parties, of, worth) => {
        const large_ = QUOTAS.slice(0, -1).map((share) => ratification({ gates: [chamber(parties, of, share)], value: worth }, { method: 'normal' }).p);
        const votes = QUOTAS.map((share) => ratification({ gates: [{ id: 'vote', kind: 'referendum', quota: { of, share } }], value: worth }).p);
        for (const chances of [large_, votes]) chances.slice(1).forEach((chance, k) => expect(chance).toBeLessThanOrEqual((chances[k] ?? NaN) + 1e-12));
      }),
      { numRuns: 60 },
    );
  });

  it('for an objection never lowers it', () => {
    fc.assert(
      fc.property(fc.array(party, { minLength: 1, maxLength: 3 }), counted, value, (parties, of, worth) => {
        const chances = QUOTAS.map((share) => ratification({ gates: [{ ...chamber(parties, of, share), negative: true }], value: worth }).p);
        chances.slice(1).forEach((chance, k) => expect(chance).toBeGreaterThanOrEqual((chances[k] ?? NaN) - 1e-12));
      }),
      { numRuns: 15 },
    );
  });
});

describe('ratification', () => {
  it('rises with the value of the treaty and with stances, and one more gate never raises it', () => {
    fc.assert(
      fc.property(fc.array(party, { minLength: 1, maxLength: 4 }), value, fc.double({ min: 0, max: 2, noNaN: true }), method, (parties, worth, more, by) => {
        const gate = chamber(parties, 'votes-cast', '1/2+');
        const options = { method: by };
        const { p } = ratification({ gates: [gate], value: worth }, options);
        const raised = parties.map((one) => ({ ...one, stance: Math.min(1, one.stance + more) }));
        expect(ratification({ gates: [gate], value: worth + more }, options).p).toBeGreaterThanOrEqual(p - 1e-12);
        expect(ratification({ gates: [{ ...gate, parties: raised }], value: worth }, options).p).toBeGreaterThanOrEqual(p - 1e-12);
        expect(ratification({ gates: [gate, { ...gate, id: 'second' }], value: worth }, options).p).toBeLessThanOrEqual(p + 1e-12);
      }),
      { numRuns: 25 },
    );
  });

  it('of all is never above that of the least likely member', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, correlation) => {
        const members = values.map((worth) => ({ gates: [{ id: 'vote', kind: 'referendum' as const }], value: worth }));
        const { all, each } = allRatify(members, { weights: { ...CENTRAL_WEIGHTS, correlation } });
        expect(all).toBeLessThanOrEqual(Math.min(...each) + GRID_ERROR);
        expect(all).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the stated errors', () => {
  it('hold for the normal approximation in bodies too large to be counted', () => {
    fc.assert(
      fc.property(
        fc.array(large, { minLength: 2, maxLength: 3 }),
        counted,
        fc.constantFrom('1/2+', '3/5', '2/3', '4/5'),
        value,
        (parties, of, share, worth) => {
          fc.pre(parties.reduce((sum, one) => sum + one.seats, 0) > EXACT_SEATS);
          // The mean over a coarse grid of shocks, by both ways.
          const blocs = (z: number) => parties.map(({ seats, stance: lean }) => ({ seats, yes: 1 / (1 + Math.exp(-(3 * lean + 2 + worth + z))) }));
          const turnout = { attendance: 0.95, abstention: 0.03 };
          let difference = 0;
          for (let z = -4; z <= 4; z += 0.25) {
            const [exact, normal] = (['exact', 'normal'] as const).map((by) => quotaMet(blocs(z), thresholdOf(share), of, turnout, by));
            difference += 0.25 * normalDensity(z) * ((normal ?? NaN) - (exact ?? NaN));
          }
          expect(Math.abs(difference)).toBeLessThan(NORMAL_ERROR);
        },
      ),
      { numRuns: 12 },
    );
  }, 30_000);

  it('hold for the grid of shocks against one twenty times as fine', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ seats: fc.integer({ min: 1, max: 260 }), government: fc.boolean(), stance }), { minLength: 1, maxLength: 3 }),
        value,
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        (parties, worth, shock) => {
          const weights = { ...CENTRAL_WEIGHTS, shock };
          const gate = chamber(parties, 'votes-cast', '1/2+');
          const { p } = ratification({ gates: [gate], value: worth }, { weights, method: 'normal' });
          const { passes } = prepareGate(gate, { stance: 0, governmentStance: 0, weights, method: 'normal' });
          let fine = 0;
          for (let z = -8; z <= 8; z += 0.005) fine += 0.005 * normalDensity(z) * passes(weights.value * worth + shock * z);
          expect(Math.abs(p - fine)).toBeLessThan(GRID_ERROR);
        },
      ),
      { numRuns: 60 },
    );
  });
});
