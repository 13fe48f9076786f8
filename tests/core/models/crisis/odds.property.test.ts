import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enumeratedOdds } from '../../../../src/core/models/crisis/enumerate.ts';
import { laplaceOdds } from '../../../../src/core/models/crisis/laplace.ts';

const strength = fc.double({ min: 0.001, max: 10, noNaN: true });
const contenders = fc.array(fc.record({ strength, forTarget: fc.boolean() }), { maxLength: 8 });
const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 });
const principal = fc.double({ min: 0.05, max: 10, noNaN: true });

describe('the expected chance of the challenger', () => {
  it('by quadrature is that over every coalition, with both derivatives', () => {
    fc.assert(
      fc.property(principal, principal, contenders, chances, (target, challenger, joiners, q) => {
        const at = Float64Array.from(q.slice(0, joiners.length));
        const quadrature = laplaceOdds(target, challenger, joiners).at(at, true);
        const exact = enumeratedOdds(target, challenger, joiners, 1).at(at, true);
        expect(Math.abs(quadrature.value - exact.value)).toBeLessThan(1e-10);
        exact.gradient.forEach((slope, i) => expect(Math.abs((quadrature.gradient[i] ?? NaN) - slope)).toBeLessThan(1e-10));
        exact.hessian.forEach((slope, i) => expect(Math.abs((quadrature.hessian[i] ?? NaN) - slope)).toBeLessThan(1e-10));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its derivatives where somebody strong is certain to come', () => {
    const joiners = [...Array.from({ length: 5 }, () => ({ strength: 0.001, forTarget: false })), { strength: 1.3241091322585596, forTarget: false }];
    const at = Float64Array.of(0, 0, 0, 0, 0, 1);
    const quadrature = laplaceOdds(0.05, 0.05, joiners).at(at, true);
    const exact = enumeratedOdds(0.05, 0.05, joiners, 1).at(at, true);
    expect(quadrature.value).toBeCloseTo(exact.value, 10);
    exact.gradient.forEach((slope, i) => expect(quadrature.gradient[i]).toBeCloseTo(slope, 10));
    exact.hessian.forEach((slope, i) => expect(quadrature.hessian[i]).toBeCloseTo(slope, 10));
  });

  it('lies between those with everybody and with nobody of a side, and falls as an ally grows likelier to come', () => {
    fc.assert(
      fc.property(principal, principal, contenders, chances, (target, challenger, joiners, q) => {
        const { value, gradient } = laplaceOdds(target, challenger, joiners).at(Float64Array.from(q.slice(0, joiners.length)), false);
        const sum = (forTarget: boolean): number => joiners.filter((one) => one.forTarget === forTarget).reduce((total, one) => total + one.strength, 0);
        expect(value).toBeGreaterThanOrEqual(challenger / (challenger + target + sum(true)) - 1e-10);
        expect(value).toBeLessThanOrEqual((challenger + sum(false)) / (challenger + sum(false) + target) + 1e-10);
        joiners.forEach(({ forTarget }, i) => expect(forTarget ? gradient[i] : -(gradient[i] ?? NaN)).toBeLessThanOrEqual(1e-10));
      }),
    );
  });
});
