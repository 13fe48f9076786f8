import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../src/core/models/spending/calibrate.ts';
import { nashSpending } from '../../../../src/core/models/spending/nash.ts';
import { OLSON_ZECKHAUSER, pact } from './games.ts';

describe('weights from observed spending', () => {
  const observed = [140 / 3, 20 / 3, 0];
  const { weights, warnings, converged } = calibrate(OLSON_ZECKHAUSER, observed);

  it('are exact where a member spends, a bound where it does not', () => {
    expect(weights.map(({ bound }) => bound)).toEqual(['exact', 'exact', 'at-most']);
    expect(weights[0]?.value).toBeCloseTo(0.5, 12);
    expect(weights[1]?.value).toBeCloseTo(0.5, 12);
    // 53.33 / (20 + 53.33): any weight up to it leaves the third at nothing.
    expect(weights[2]?.value).toBeCloseTo(160 / 220, 12);
    expect(warnings).toEqual(['Member 3 spends nothing, which only bounds its weight of security from above.']);
    expect(converged).toBe(true);
  });

  it('make observed spending the equilibrium', () => {
    const members = OLSON_ZECKHAUSER.members.map((member, i) => ({ ...member, security_weight: weights[i]?.value ?? NaN }));
    nashSpending({ ...OLSON_ZECKHAUSER, members }, observed).spending.forEach((value, i) => expect(value).toBeCloseTo(observed[i] ?? NaN, 8));
  });

  it('alone are shares of income', () => {
    expect(calibrate(pact([100, 60], 0.9, 0), [3, 1.2]).weights).toEqual([
      { value: 0.03, bound: 'exact' },
      { value: 0.02, bound: 'exact' },
    ]);
  });

  it('are none where what the threat requires exceeds what is there', () => {
    const found = calibrate({ members: [{ income: 100, security_weight: 0, base: -5 }], spillins: [[0]] }, [3]);
    expect(found.weights[0]).toEqual({ value: NaN, bound: 'none' });
    expect(found.converged).toBe(false);
    expect(found.warnings[0]).toMatch(/too low/);
  });

  it('need one amount for each member', () => {
    expect(() => calibrate(OLSON_ZECKHAUSER, [1, 2])).toThrow(RangeError);
    expect(() => calibrate(OLSON_ZECKHAUSER, [1, 2, -1])).toThrow(RangeError);
  });
});
