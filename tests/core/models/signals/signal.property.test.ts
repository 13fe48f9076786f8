import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readyBy } from '../../../../src/core/models/response/readiness.ts';
import { hastened, withForwardForces } from '../../../../src/core/models/signals/forward-readiness.ts';
import { signalEffect } from '../../../../src/core/models/signals/signal.ts';

const weights = { troops: 1, troopScale: 10, bases: 0.25, nuclear: 0.25, exercises: 0.1, visits: 0.25, most: 3 };
const nothing = { troops: 0, bases: false, nuclear: false, exercises: 0, visits: 0 };

describe('what a posture adds to the price of standing aside', () => {
  it('never exceeds the most, and never falls as troops or signals are added; taking bases away weakens it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (a, b, most) => {
          const few = signalEffect({ ...nothing, troops: Math.min(a, b) }, { ...weights, most });
          const many = signalEffect({ ...nothing, troops: Math.max(a, b) }, { ...weights, most });
          const based = signalEffect({ ...nothing, troops: Math.max(a, b), bases: true }, { ...weights, most });
          expect(few.logits).toBeLessThanOrEqual(many.logits);
          expect(many.logits).toBeLessThanOrEqual(based.logits);
          expect(based.logits).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});

describe('readiness of a posture', () => {
  const tiers = [
    { share: 0.1, days: 5 },
    { share: 0.3, days: 30 },
    { share: 0.6, days: 120 },
  ];

  it('never lowers what is there by a day, and keeps the forces as many', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 0, max: 200 }), (forward, cut, day) => {
        const moved = hastened(withForwardForces(tiers, forward), cut);
        expect(readyBy(moved, day)).toBeGreaterThanOrEqual(readyBy(tiers, day) - 1e-12);
        expect(readyBy(moved, Infinity)).toBeCloseTo(1, 12);
      }),
    );
  });
});
