import { describe, expect, it } from 'vitest';
import { allianceFrame, coverageFrame, eraOf, givenBy, thinned, type SpendingYear } from '../../../src/core/record/spending.ts';
import { rowsOf } from '../../../src/core/table/table.ts';

const one = (state: string, year: number, spending: number, gdp: number): SpendingYear => ({
  state,
  year,
  share: spending / gdp,
  spending,
  gdp,
  currentGdp: gdp / 2,
});

const YEARS = [
  one('A', 1990, 5, 100),
  one('A', 1991, 4, 100),
  one('B', 1990, 1, 50),
  one('B', 1991, 1, 55),
  one('C', 1991, 3, 50),
  one('N', 1990, 2, 40),
  one('N', 1991, 2, 44),
];
const members = (year: number): ReadonlySet<string> => new Set(year === 1990 ? ['A', 'B'] : ['A', 'B', 'C']);

describe('what allies give', () => {
  it('is their spending over the GDP of all, its own too; allies without figures count for nothing', () => {
    const own = one('B', 1990, 1, 50);
    expect(givenBy(own, [one('A', 1990, 5, 100), own, undefined])).toEqual({ given: 5 / 150, part: 50 / 150, allies: 1 });
    expect(givenBy(own, [])).toEqual({ given: 0, part: 1, allies: 0 });
  });

  it('is all of their spending at a thinning of 0: a pure public good', () => {
    const given = givenBy(one('B', 1990, 1, 50), [one('A', 1990, 5, 100)]);
    expect(thinned(given, 0)).toBeCloseTo(5 / 50, 12);
    expect(thinned(given, 1)).toBe(given.given);
  });
});

describe('members by year', () => {
  it('are those of both years with figures for both', () => {
    const frame = allianceFrame(YEARS, members, () => 30);
    const rows = rowsOf(frame);
    expect(rows.map(({ state, year }) => `${state} ${year}`)).toEqual(['A 1991', 'B 1991']);
    expect(rows[0]).toMatchObject({ era: 2, share: 0.04, share_before: 0.05, given_before: 1 / 150, given: 4 / 205, growth: 0 });
    expect(rows[1]).toMatchObject({ part_before: 50 / 150, threat_before: 30 / 75 });
  });

  it('lack a threat where nobody knows the adversary', () => {
    expect(rowsOf(allianceFrame(YEARS, members, () => undefined))[0]?.['threat_before']).toBeNull();
  });

  it('give way to outsiders, who are given what members spend', () => {
    const [row, ...more] = rowsOf(allianceFrame(YEARS, members, () => 30, new Set(['N', 'A'])));
    expect(more).toEqual([]);
    expect(row).toMatchObject({ state: 'N', year: 1991, given_before: 6 / 190, part_before: 40 / 190 });
  });

  it.each([
    [1949, 0],
    [1950, 1],
    [1990, 1],
    [1991, 2],
    [2013, 2],
    [2014, 3],
    [2030, 3],
  ])('%i is of era %i', (year, era) => {
    expect(eraOf(year)).toBe(era);
  });
});

describe('coverage', () => {
  it('counts the spending of guardians with figures, and nothing for who has none', () => {
    const rows = rowsOf(coverageFrame(YEARS, (state) => (state === 'B' ? ['A', 'unknown'] : [])));
    expect(rows.find(({ state, year }) => state === 'B' && year === 1990)).toMatchObject({ given: 5 / 150, covered: 1 });
    expect(rows.find(({ state, year }) => state === 'A' && year === 1990)).toMatchObject({ given: 0, covered: 0, part: 1 });
  });
});
