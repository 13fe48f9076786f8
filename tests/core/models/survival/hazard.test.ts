import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parametersSchema } from '../../../../src/core/facts/parameters.ts';
import {
  expectedLife,
  HAZARD_TERMS,
  interceptFor,
  survivalAt,
  survivalCurve,
  yearlyHazard,
  type HazardTerms,
} from '../../../../src/core/models/survival/hazard.ts';
import { ROOT } from '../../../house/sources.ts';

const { parameters } = parametersSchema.parse(JSON.parse(readFileSync(path.join(ROOT, 'catalog/parameters/survival.json'), 'utf8')));
const valuesOf = (prefix: string): HazardTerms => Object.fromEntries(HAZARD_TERMS.map((term) => [term, parameters[`${prefix}.${term}`]?.value ?? 0]));
const coefficients = valuesOf('hazard');
const reference = valuesOf('reference');

/** Mean hazard over every profile of terms, listed one by one. */
function meanHazard(alpha: number, shares: HazardTerms): number {
  const terms = HAZARD_TERMS.filter((term) => (shares[term] ?? 0) > 0);
  let mean = 0;
  for (let profile = 0; profile < 2 ** terms.length; profile++) {
    const holds = terms.filter((_, i) => (profile & (1 << i)) !== 0);
    const weight = terms.reduce((product, term) => product * (holds.includes(term) ? (shares[term] ?? 0) : 1 - (shares[term] ?? 0)), 1);
    mean += weight * yearlyHazard(alpha, coefficients, Object.fromEntries(holds.map((term) => [term, 1])));
  }
  return mean;
}

describe('the yearly hazard', () => {
  it.each([
    // Pilot estimation, section 4: ends of defense pacts a year.
    ['multilateral', 0.0426, 0],
    ['major-minor', 0.0505, 0],
    ['minor-minor', 0.0673, 1],
    ['any', 0.0535, 0.4],
  ])('the baseline of %s pacts comes out over the reference population: %f', (kind, rate, minorMinor) => {
    const baseline = parameters[`baseline.${kind}`]?.value ?? Number.NaN;
    expect(baseline).toBe(rate);
    const shares = { ...reference, 'minor-minor': minorMinor };
    const alpha = interceptFor(baseline, coefficients, shares);
    expect(meanHazard(alpha, shares)).toBeCloseTo(rate, 12);
  });

  it.each([
    // Pilot estimation, section 4: the yearly logit.
    ['after-1945', -0.87, 0.25],
    ['minor-minor', 0.84, 0.21],
    ['conditional', -0.39, 0.19],
    ['offense', 0.68, 0.2],
    ['asymmetric', 0.45, 0.22],
    ['term-expiring', 1.42, 0.33],
    ['regime-change', 0.88, 0.27],
    ['member-at-war', 0.99, 0.19],
    ['capability-change', -0.18, 0.3],
  ] as const)('%s moves the log odds by %f, standard error %f', (term, estimate, error) => {
    const parameter = parameters[`hazard.${term}`];
    expect(parameter?.value).toBe(estimate);
    expect(parameter?.low).toBeCloseTo(estimate - 1.645 * error, 2);
    expect(parameter?.high).toBeCloseTo(estimate + 1.645 * error, 2);
    const alpha = interceptFor(0.05, coefficients, reference);
    const odds = (h: number): number => h / (1 - h);
    expect(Math.log(odds(yearlyHazard(alpha, coefficients, { [term]: 1 })) / odds(yearlyHazard(alpha, coefficients, {})))).toBeCloseTo(estimate, 10);
  });

  it('inserting a withdrawal clause moves nothing', () => {
    expect(parameters['hazard.withdrawal']).toMatchObject({ value: 0, low: 0, high: 0, kind: 'declared' });
    expect(HAZARD_TERMS as readonly string[]).not.toContain('withdrawal');
  });

  it('no intercept gives a rate of 0 or 1', () => {
    expect(() => interceptFor(0, coefficients, reference)).toThrow(RangeError);
    expect(() => interceptFor(1, coefficients, reference)).toThrow(RangeError);
  });
});

describe('the survival curve', () => {
  it('at a constant hazard is (1 − h)^t, and the expected life 1/h', () => {
    expect(survivalCurve([0.05], 3)).toEqual([1, 0.95, expect.closeTo(0.95 ** 2, 14), expect.closeTo(0.95 ** 3, 14)]);
    expect(expectedLife([0.05])).toBeCloseTo(20, 12);
    expect(expectedLife([0.2, 0.05])).toBeCloseTo(1 + 0.8 * 20, 12);
    expect(expectedLife([1])).toBe(1);
    expect(expectedLife([0])).toBe(Infinity);
    expect(survivalAt([0.2, 0.05], 2.5)).toBeCloseTo(0.8 * 0.95 ** 1.5, 14);
    expect(survivalAt([], 7)).toBe(1);
  });
});
