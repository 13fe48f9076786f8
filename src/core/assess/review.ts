import type { Facts } from '../facts/facts.ts';
import { indicatorAt, type Indicator, type IndicatorName } from '../facts/indicators.ts';
import { treatyAt } from '../treaty/resolve.ts';
import type { Treaty } from '../treaty/schema.ts';

/** How a pledge or purpose stands. `no-reading`: the catalog holds no figure for its metric. */
export const STANDINGS = ['met', 'at-risk', 'missed', 'no-reading'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Reading {
  readonly state: string;
  readonly standing: Standing;
  /** In the unit of the pledge; a share is between 0 and 1. */
  readonly value?: number;
  readonly year?: number;
  /** Value a year by which it changed since the figure before. */
  readonly trend?: number;
  /** Id of the catalog's list of sources. */
  readonly source?: string;
  readonly note?: string;
}

export interface PledgeReview {
  readonly id: string;
  readonly article?: string;
  readonly metric?: string;
  readonly at_least?: number;
  readonly by?: string;
  readonly readings: readonly Reading[];
  readonly counts: Readonly<Record<Standing, number>>;
}

export interface PurposeReview {
  readonly id: string;
  readonly text: string;
  readonly metric?: string;
  readonly target?: number | string;
  readonly standing: Standing;
  /** Mean over the members, where the metric is one of states. */
  readonly value?: number;
  readonly readings: readonly Reading[];
  readonly how: string;
}

export interface TreatyReview {
  readonly treaty: string;
  readonly date: string;
  readonly pledges: readonly PledgeReview[];
  readonly purposes: readonly PurposeReview[];
  /** Pledges agreed later, or owed by nobody on the date. */
  readonly notYet: readonly string[];
}

/** The indicator a metric is read from, and what its value is divided by to be in the metric's unit. */
const METRICS: Readonly<Record<string, readonly [indicator: IndicatorName, divisor: number]>> = {
  'defense-share-of-gdp': ['defense-share', 100],
  'core-defense-share-of-gdp': ['defense-share', 100],
  'equipment-share-of-defense': ['equipment-share', 100],
};

function read(
  facts: Facts,
  state: string,
  metric: string | undefined,
  year: number,
): { readonly now: Indicator; readonly divisor: number; readonly trend?: number } | undefined {
  const [indicator, divisor] = METRICS[metric ?? ''] ?? [];
  if (indicator === undefined || divisor === undefined) return undefined;
  const now = indicatorAt(facts.indicators, state, indicator, year);
  if (now === undefined) return undefined;
  const before = indicatorAt(facts.indicators, state, indicator, now.year - 1, 12);
  return { now, divisor, ...(before !== undefined && { trend: (now.value - before.value) / divisor / (now.year - before.year) }) };
}

/**
 * Met: the newest figure is at or above the floor. Missed: it is below, and the day has passed. At risk: it is below before the day, or where
 * no day was set, and its trend does not reach the floor in time; with the trend it is said to be on its way, and still at risk until met.
 */
function readingOf(
  facts: Facts,
  state: string,
  pledge: { readonly metric?: string | undefined; readonly at_least?: number | undefined; readonly by?: string | undefined },
  date: string,
): Reading {
  const found = read(facts, state, pledge.metric, Number(date.slice(0, 4)));
  if (found === undefined || pledge.at_least === undefined) return { state, standing: 'no-reading' };
  const { now, divisor, trend } = found;
  const value = now.value / divisor;
  const shared = { state, value, year: now.year, source: now.source, ...(trend !== undefined && { trend }), ...(now.note !== undefined && { note: now.note }) };
  if (value >= pledge.at_least - 1e-9) return { ...shared, standing: 'met' };
  return { ...shared, standing: pledge.by !== undefined && pledge.by < date ? 'missed' : 'at-risk' };
}

function countsOf(readings: readonly Reading[]): Record<Standing, number> {
  const counts: Record<Standing, number> = { met: 0, 'at-risk': 0, missed: 0, 'no-reading': 0 };
  for (const { standing } of readings) counts[standing] += 1;
  return counts;
}

function boundBy(bound: NonNullable<NonNullable<Treaty['burden']>['pledges']>[number]['bound'], treaty: Treaty, members: readonly string[]): readonly string[] {
  if (bound === undefined || bound === 'all') return members;
  if (Array.isArray(bound)) return members.filter((state) => bound.includes(state));
  return treaty.parties.filter(({ role, state }) => role === bound.role && members.includes(state)).map(({ state }) => state);
}

/** The yearly review of a treaty on a date: every pledge and purpose with its reading, member by member, from the catalog's figures. */
export function reviewTreaty(treaty: Treaty, facts: Facts, date: string): TreatyReview {
  const standing = treatyAt(treaty, date);
  const members = [...new Set(standing.parties.map(({ state }) => state))];
  const all = treaty.burden?.pledges ?? [];
  const agreed = all.filter((pledge) => pledge.agreed === undefined || pledge.agreed <= date);
  const pledges = agreed.map((pledge): PledgeReview => {
    const readings = boundBy(pledge.bound, treaty, members).map((state) => readingOf(facts, state, pledge, date));
    return {
      id: pledge.id,
      ...(pledge.article !== undefined && { article: pledge.article }),
      ...(pledge.metric !== undefined && { metric: pledge.metric }),
      ...(pledge.at_least !== undefined && { at_least: pledge.at_least }),
      ...(pledge.by !== undefined && { by: pledge.by }),
      readings,
      counts: countsOf(readings),
    };
  });
  const purposes = (treaty.purposes ?? []).map((purpose): PurposeReview => {
    const target = typeof purpose.target === 'number' ? purpose.target : undefined;
    const readings = members.map((state) => readingOf(facts, state, { metric: purpose.metric, at_least: target }, date));
    const values = readings.flatMap(({ value }) => (value === undefined ? [] : [value]));
    const shared = {
      id: purpose.id,
      text: purpose.text,
      ...(purpose.metric !== undefined && { metric: purpose.metric }),
      ...(purpose.target !== undefined && { target: purpose.target }),
    };
    if (values.length === 0 || target === undefined) {
      return { ...shared, standing: 'no-reading', readings: [], how: purpose.reading ?? 'the treaty file names no reading' };
    }
    const value = values.reduce((sum, one) => sum + one, 0) / values.length;
    const met = readings.filter((reading) => reading.standing === 'met').length;
    return {
      ...shared,
      standing: met === values.length ? 'met' : value >= target ? 'at-risk' : 'missed',
      value,
      readings,
      how: `${met} of ${values.length} members at or above the target; mean of members ${(100 * value).toFixed(2)} %`,
    };
  });
  return { treaty: treaty.id, date, pledges, purposes, notYet: all.filter((pledge) => !agreed.includes(pledge)).map(({ id }) => id) };
}
