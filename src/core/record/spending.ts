import { tableFromRows } from '../table/from-rows.ts';
import type { Table } from '../table/table.ts';

/** What a state spent in a year. Money in one unit of constant prices. */
export interface SpendingYear {
  readonly state: string;
  readonly year: number;
  /** Of GDP, 0 to 1. */
  readonly share: number;
  readonly spending: number;
  readonly gdp: number;
  /** In current prices, in a unit of its own. */
  readonly currentGdp: number;
}

/** Eras that differ in what is threatened and by whom: to 1990, to 2013, since 2014. */
export const ERAS = [
  { id: 1, name: '1950-1990', first: 1950, last: 1990 },
  { id: 2, name: '1991-2013', first: 1991, last: 2013 },
  { id: 3, name: '2014-2024', first: 2014, last: 2024 },
] as const;

/** The era of a year; 0 before 1950. */
export const eraOf = (year: number): number => ERAS.findLast(({ first }) => year >= first)?.id ?? 0;

/** State-years by state and year. */
export type SpendingLookup = (state: string, year: number) => SpendingYear | undefined;

export function spendingLookup(years: readonly SpendingYear[]): SpendingLookup {
  const found = new Map(years.map((one) => [`${one.state} ${one.year}`, one]));
  return (state, year) => found.get(`${state} ${year}`);
}

/** What allies spend for a state: x of its best response when their forces are divided in proportion to what they guard, and its part of it. */
export interface Given {
  /** Allies' spending over the GDP of all, its own too: R/y at a spill-in of 1 and a thinning of 1. */
  readonly given: number;
  /** Its part of all GDP. */
  readonly part: number;
  /** Allies with figures. */
  readonly allies: number;
}

/** @param allies states that guard it; those without figures are left out, of spending and of GDP alike */
export function givenBy(own: SpendingYear, allies: readonly (SpendingYear | undefined)[]): Given {
  const known = allies.filter((one): one is SpendingYear => one !== undefined && one.state !== own.state);
  const all = known.reduce((sum, { gdp }) => sum + gdp, own.gdp);
  return { given: known.reduce((sum, { spending }) => sum + spending, 0) / all, part: own.gdp / all, allies: known.length };
}

/** R/y at another thinning: 1 divided in proportion to what is guarded, 0 a pure public good. */
export const thinned = ({ given, part }: Pick<Given, 'given' | 'part'>, thinning: number): number => given * part ** (thinning - 1);

/** Columns of the frame of an alliance. */
const ALLIANCE = {
  state: 'text',
  year: 'int16',
  era: 'int8',
  /** Of GDP. */
  share: 'float64',
  share_before: 'float64',
  given: 'float64',
  part: 'float64',
  given_before: 'float64',
  part_before: 'float64',
  /** The adversary's spending the year before, over the members' GDP, both in current prices. */
  threat_before: 'float64',
  /** Growth of its GDP, log points. */
  growth: 'float64',
} as const;

/**
 * Members of an alliance by year, with what their allies spent in the year and the year before.
 * A row is a state and year in which it was a member in both years and has figures for both.
 * @param members of each year
 * @param adversary its spending by year, in the unit of `currentGdp`
 * @param outsiders where given the rows are of these states, in years in which they were no members: what members spend as if it guarded
 *   them, to see whether those whom nobody guards answer it as well
 */
export function allianceFrame(
  years: readonly SpendingYear[],
  members: (year: number) => ReadonlySet<string>,
  adversary: (year: number) => number | undefined,
  outsiders?: ReadonlySet<string>,
): Table {
  const at = spendingLookup(years);
  const byYear = new Map<number, SpendingYear[]>();
  for (const one of years) if (members(one.year).has(one.state)) byYear.set(one.year, [...(byYear.get(one.year) ?? []), one]);
  const inRows = ({ state, year }: SpendingYear): boolean =>
    outsiders === undefined ? members(year).has(state) : outsiders.has(state) && !members(year).has(state);
  const rows = years.filter(inRows).flatMap((now) => {
    const before = at(now.state, now.year - 1);
    if (before === undefined || !inRows(before)) return [];
    const [today, last] = [givenBy(now, byYear.get(now.year) ?? []), givenBy(before, byYear.get(now.year - 1) ?? [])];
    const guarded = (byYear.get(now.year - 1) ?? []).reduce((sum, { currentGdp }) => sum + currentGdp, 0);
    const threat = adversary(now.year - 1);
    return [
      {
        state: now.state,
        year: now.year,
        era: eraOf(now.year),
        share: now.share,
        share_before: before.share,
        given: today.given,
        part: today.part,
        given_before: last.given,
        part_before: last.part,
        threat_before: threat === undefined ? null : threat / guarded,
        growth: Math.log(now.gdp / before.gdp),
      },
    ];
  });
  return tableFromRows(
    ALLIANCE,
    rows.toSorted((a, b) => (a.state === b.state ? a.year - b.year : a.state < b.state ? -1 : 1)),
  );
}

/**
 * All state-years with what the states that owe them defense spend: 0 where nobody does.
 * @param guardians of a state in a year
 */
export function coverageFrame(years: readonly SpendingYear[], guardians: (state: string, year: number) => readonly string[]): Table {
  const at = spendingLookup(years);
  const rows = years.map((now) => {
    const names = guardians(now.state, now.year);
    const found = givenBy(
      now,
      names.map((state) => at(state, now.year)),
    );
    return {
      state: now.state,
      year: now.year,
      era: eraOf(now.year),
      share: now.share,
      given: found.given,
      part: found.part,
      covered: names.length > 0 ? 1 : 0,
    };
  });
  return tableFromRows(
    { state: 'text', year: 'int16', era: 'int8', share: 'float64', given: 'float64', part: 'float64', covered: 'int8' },
    rows.toSorted((a, b) => (a.state === b.state ? a.year - b.year : a.state < b.state ? -1 : 1)),
  );
}
