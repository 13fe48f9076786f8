import { describe, expect, it } from 'vitest';
import {
  equationOf,
  equationWithin,
  estimateOf,
  inEra,
  multiplicity,
  pValue,
  relevantPairs,
  type Estimate,
} from '../../../src/app/estimation/deterrence/fits.ts';
import { COVERAGES, SPECIFICATIONS } from '../../../src/app/estimation/deterrence/tried.ts';
import { createRng } from '../../../src/core/math/rng.ts';
import { INITIATION_COLUMNS, type InitiationColumn } from '../../../src/core/record/initiation-columns.ts';
import type { NumberColumn } from '../../../src/core/table/column.ts';
import { numberColumn, type Table } from '../../../src/core/table/table.ts';

type Line = Partial<Record<InitiationColumn, number>>;

/** An initiation frame of these rows; what they do not say is 0. */
function frameOf(lines: readonly Line[]): Table {
  const names = Object.keys(INITIATION_COLUMNS).filter((name): name is InitiationColumn => name in INITIATION_COLUMNS);
  return {
    rows: lines.length,
    columns: names.map((name): NumberColumn => ({ name, kind: 'float64', values: Float64Array.from(lines, (line) => line[name] ?? 0) })),
  };
}

const EFFECT = -0.8;

/** Eighteen states, ten years: those covered by a promise made in peace are challenged less, those by one that excludes the challenger not. */
function madeUp(): Line[] {
  const rng = createRng(5, 'deterrence');
  const states = Array.from({ length: 18 }, (_, i) => i + 1);
  const chance = (share: number): number => (rng.next() < share ? 1 : 0);
  return states.flatMap((one) =>
    states
      .filter((other) => other !== one)
      .flatMap((other) => {
        const lasting = { land: chance(0.4), contiguous: chance(0.5), major1: one <= 6 ? 1 : 0, major2: other <= 6 ? 1 : 0, lnkm: 8 * rng.next() };
        return Array.from({ length: 10 }, (_, year): Line => {
          const promise = rng.next();
          const applies = promise < 0.35 ? 1 : 0;
          const peace = 3 * rng.next();
          const begins = chance(1 / (1 + Math.exp(1 - EFFECT * applies)));
          return {
            ...lasting,
            ...{ ccode1: one, ccode2: other, year: 1900 + year, dyad: Math.min(one, other) * 1000 + Math.max(one, other), relevant: 1, at_risk: 1 },
            ...{ initiated: begins, hostlev: begins * (2 + Math.floor(4 * rng.next())), peace1: peace, peace2: peace ** 2, peace3: peace ** 3 },
            ...{ lncinc1: rng.normal(), lncinc2: rng.normal(), relative: rng.next(), rivalry: chance(0.3), democracy1: rng.next(), democracy2: rng.next() },
            ...{ democracy_missing: chance(0.1), s: rng.next(), pact: chance(0.2) },
            ...{ applies, applies_peace: applies, placebo: promise > 0.7 ? 1 : 0 },
          };
        });
      }),
  );
}

describe('the rows of the question', () => {
  const pairs = relevantPairs(
    frameOf([
      { ccode1: 2, ccode2: 30, year: 1900, relevant: 1, at_risk: 1, hostlev: 5, applies: 1 },
      { ccode1: 2, ccode2: 31, year: 1900, relevant: 0, at_risk: 1, hostlev: 5 },
      { ccode1: 2, ccode2: 32, year: 1900, relevant: 1, at_risk: 0, hostlev: 5 },
      { ccode1: 2, ccode2: 33, year: 1915, relevant: 1, at_risk: 1, hostlev: 4, applies: 1, applies_peace: 1, worldwar: 1 },
      { ccode1: 2, ccode2: 34, year: 1945, relevant: 1, at_risk: 1, hostlev: 3, worldwar: 1 },
      { ccode1: 2, ccode2: 35, year: 1950, relevant: 1, at_risk: 1 },
      { ccode1: 2, ccode2: 36, year: 2000, relevant: 1, at_risk: 1 },
    ]),
  );
  const values = (table: Table, name: string): number[] => [...numberColumn(table, name).values];

  it('are the relevant ones in which a dispute could begin', () => {
    expect(values(pairs, 'pair')).toEqual([2030, 2033, 2034, 2035, 2036]);
    expect(values(pairs, 'war_begun')).toEqual([1, 0, 0, 0, 0]);
    expect(values(pairs, 'force_begun')).toEqual([1, 1, 0, 0, 0]);
    expect(values(pairs, 'applies_war')).toEqual([1, 0, 0, 0, 0]);
  });

  it.each([
    ['to-1944', [1900, 1915]],
    ['to-1944-peace', [1900]],
    ['since-1946', [1950, 2000]],
    ['cold-war', [1950]],
    ['since-1991', [2000]],
  ] as const)('of %s', (era, expected) => {
    expect(values(inEra(pairs, era), 'year')).toEqual(expected);
  });
});

describe('an equation', () => {
  const table = relevantPairs(frameOf(madeUp()));
  const equation = equationOf(table, { terms: 'applies_peace + placebo' });
  const applies = estimateOf(equation, { applies_peace: 1 });
  const excluded = estimateOf(equation, { placebo: 1 });

  it('finds what the rows were made by, with errors by pair and by both states', () => {
    expect(equation.converged).toBe(true);
    expect(Math.abs(applies.value - EFFECT) / applies.se).toBeLessThan(2.5);
    expect(Math.abs(excluded.value) / excluded.se).toBeLessThan(2.5);
    expect(equation.pairs.clusters).toEqual([(18 * 17) / 2]);
    expect(equation.states?.clusters).toEqual([18, 18]);
    expect([applies.n, applies.events]).toEqual([3060, madeUp().filter(({ initiated }) => initiated === 1).length]);
  });

  it('gives a difference with the error of a difference', () => {
    const difference = estimateOf(equation, { applies_peace: 1, placebo: -1 });
    const sum = estimateOf(equation, { applies_peace: 1, placebo: 1 });
    expect(difference.value).toBeCloseTo(applies.value - excluded.value, 12);
    // The variances of the sum and of the difference are together twice those of the two.
    expect(difference.se ** 2 + sum.se ** 2).toBeCloseTo(2 * (applies.se ** 2 + excluded.se ** 2), 12);
    expect(() => estimateOf(equation, { nothing: 1 })).toThrow('no regressor nothing');
  });

  it('within ordered pairs leaves out what is lasting about them, and finds the same', () => {
    const within = equationWithin(table, { terms: 'applies_peace' });
    expect(within.names).not.toContain('land');
    expect(within.names).toContain('peace1');
    const { value, se, seStates } = estimateOf(within, { applies_peace: 1 });
    expect(Math.abs(value - EFFECT) / se).toBeLessThan(2.5);
    expect(seStates).toBeUndefined();
  });

  it('of a subset in which a regressor does not vary goes without it', () => {
    const rivals = equationOf(table, { terms: 'applies_peace', subset: 'rivalry == 1', without: 'rivalry' });
    expect(rivals.names).not.toContain('rivalry');
    expect(rivals.n).toBe(Array.from(numberColumn(table, 'rivalry').values).filter((one) => one === 1).length);
  });
});

describe('how many were tried', () => {
  const estimate = (value: number, se: number, seStates?: number): Estimate => ({ value, se, n: 1, events: 1, ...(seStates !== undefined && { seStates }) });

  it('p of an estimate', () => {
    expect(pValue(1.959964, 1)).toBeCloseTo(0.05, 6);
    expect(pValue(-1.959964, 1)).toBeCloseTo(0.05, 6);
    expect(pValue(1, 0)).toBe(1);
  });

  it('counts those below .05, those below 0 among them, and those that stand after Holm', () => {
    const three = [estimate(-4, 1, 5), estimate(2.1, 1), estimate(0.5, 1)];
    expect(multiplicity(three, 'pairs')).toEqual({ tried: 3, below: 2, negative: 1, standing: [0] });
    expect(multiplicity(three, 'states')).toEqual({ tried: 3, below: 1, negative: 0, standing: [] });
  });

  it('every specification has one name, and asks for columns that the frame has', () => {
    const ids = SPECIFICATIONS.flatMap(({ asked }) => asked.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const column of Object.keys(COVERAGES)) expect(INITIATION_COLUMNS).toHaveProperty(column);
  });
});
