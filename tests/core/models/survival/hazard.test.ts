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

const { parameters, covariance } = parametersSchema.parse(JSON.parse(readFileSync(path.join(ROOT, 'catalog/parameters/survival.json'), 'utf8')));
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
    // Ends of defense pacts a year; the shared pilot estimation has .0426, .0505, .0673 and .0535.
    ['multilateral', 0.0425, 0],
    ['major-minor', 0.0505, 0],
    ['minor-minor', 0.0669, 1],
    ['any', 0.0533, 0.4],
  ])('the baseline of %s pacts comes out over the reference population: %f', (kind, rate, minorMinor) => {
    const baseline = parameters[`baseline.${kind}`]?.value ?? Number.NaN;
    expect(baseline).toBeCloseTo(rate, 4);
    const shares = { ...reference, 'minor-minor': minorMinor };
    const alpha = interceptFor(baseline, coefficients, shares);
    expect(meanHazard(alpha, shares)).toBeCloseTo(baseline, 12);
  });

  it.each([
    // The sign that the pilot estimation gives, where its error settles it.
    ['after-1945', -1],
    ['minor-minor', 1],
    ['offense', 1],
    ['asymmetric', 1],
    ['term-expiring', 1],
    ['regime-change', 1],
    ['member-at-war', 1],
  ] as const)('%s moves the log odds by its parameter, and which way is settled', (term, sign) => {
    const { value = Number.NaN, low = Number.NaN, high = Number.NaN } = parameters[`hazard.${term}`] ?? {};
    expect(Math.sign(sign === 1 ? low : high)).toBe(sign);
    expect(high - value).toBeCloseTo(value - low, 4);
    const alpha = interceptFor(0.05, coefficients, reference);
    const odds = (h: number): number => h / (1 - h);
    expect(Math.log(odds(yearlyHazard(alpha, coefficients, { [term]: 1 })) / odds(yearlyHazard(alpha, coefficients, {})))).toBeCloseTo(value, 10);
  });

  it('whose ranges and joint covariance agree', () => {
    const { names = [], matrix = [] } = covariance ?? {};
    expect(names.length).toBeGreaterThan(9);
    names.forEach((name, at) => {
      const { low = Number.NaN, high = Number.NaN } = parameters[name] ?? {};
      expect((high - low) / 2).toBeCloseTo(1.644_854 * Math.sqrt(matrix[at]?.[at] ?? Number.NaN), 4);
      names.forEach((_, other) => expect(matrix[at]?.[other]).toBe(matrix[other]?.[at]));
    });
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
