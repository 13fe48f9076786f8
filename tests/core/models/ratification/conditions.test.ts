import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bargain, constraintEffect, schellingHolds } from '../../../../src/core/models/ratification/conditions.ts';
import { logistic } from '../../../../src/core/math/logistic.ts';

const game = { home: 0.5, foreign: 1, statusQuo: 0 };

describe('a bargain between two governments', () => {
  it('maximizes the product of gains: the root of its first-order condition', () => {
    // (1 − 2x)(x)(2 − x) ... d/dx ln[x(1 − x) · x(2 − x)] = 2/x − 1/(1 − x) − 1/(2 − x) = 0: 4x² − 9x + 4 = 0.
    const x = (9 - Math.sqrt(17)) / 8;
    expect(bargain(game).proposal).toBeCloseTo(x, 6);
  });

  it('gives the stronger more, and all to one that takes all', () => {
    const at = (power: number): number => bargain({ ...game, power }).proposal ?? NaN;
    expect(at(1)).toBeCloseTo(0.5, 6);
    expect(at(0.7)).toBeLessThan(at(0.3));
  });

  it('finds nothing where the two pull apart', () => {
    expect(bargain({ home: -1, foreign: 1, statusQuo: 0 }).proposal).toBeUndefined();
    expect(bargain({ home: 0, foreign: 0, statusQuo: 0 }).proposal).toBeUndefined();
  });

  it('asks for less where ratification is doubtful, and both are worse off than where it is sure', () => {
    const free = bargain(game);
    const doubtful = bargain({ ...game, ratifies: (x) => logistic(10 * (0.5 - x)) });
    expect(doubtful.proposal).toBeLessThan(free.proposal ?? NaN);
    expect(doubtful.p).toBeGreaterThan(0.3);
    expect(doubtful.foreign).toBeLessThan(free.foreign);
  });
});

describe('a body at home that must ratify', () => {
  // Free outcome .6096; the pivot accepts up to twice its ideal.
  it.each([
    [0.35, 'slack'],
    [0.3, 'helps'],
    [0.25, 'helps'],
    [0.2, 'helps'],
    [0.15, 'hurts'],
    [0.05, 'hurts'],
    [-0.1, 'breaks'],
  ])('with a pivot at %d: %s', (pivot, effect) => {
    expect(constraintEffect(game, pivot).effect).toBe(effect);
  });

  it('helps most where it yields the negotiator’s own ideal', () => {
    const gains = [0.3, 0.25, 0.2].map((pivot) => constraintEffect(game, pivot).gain);
    expect(gains[1]).toBeGreaterThan(Math.max(gains[0] ?? NaN, gains[2] ?? NaN));
    expect(constraintEffect(game, 0.25).bound.proposal).toBeCloseTo(0.5, 6);
  });

  it('never helps the other side, and helps the negotiator just where the closed form says', () => {
    const unit = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, unit, fc.double({ min: -0.5, max: 1, noNaN: true }), (a, b, pivot) => {
        const asked = { home: Math.min(a, b), foreign: Math.max(a, b), statusQuo: 0 };
        const { free, bound, effect } = constraintEffect(asked, pivot);
        fc.pre(free.proposal !== undefined);
        const x = free.proposal ?? NaN;
        // Too near to tell.
        fc.pre(Math.abs(Math.abs(2 * pivot - asked.home) - Math.abs(x - asked.home)) > 1e-6 && Math.abs(2 * pivot - x) > 1e-6);
        expect(bound.foreign).toBeLessThanOrEqual(free.foreign + 1e-9);
        expect(effect === 'helps').toBe(schellingHolds(asked, pivot, x));
      }),
    );
  });
});
