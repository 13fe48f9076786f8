import { tableFromRows } from '../table/from-rows.ts';
import type { Table } from '../table/table.ts';

/** What a state and year brings to the question of depth. Undefined where it is not known. */
export interface ArmsYear {
  readonly state: string;
  readonly year: number;
  /** Military expenditure of the National Material Capabilities, current prices. */
  readonly milex: number | undefined;
  /** Military expenditure in constant prices, and as a share of GDP, by SIPRI. */
  readonly spending: number | undefined;
  readonly share: number | undefined;
  readonly cinc: number | undefined;
  /** Electoral democracy, 0 to 1. */
  readonly democracy: number | undefined;
  readonly major: boolean;
  readonly atWar: boolean;
  /** Strategic rivals of the year. */
  readonly rivals: number;
}

/** A state's years in a treaty of known depth, both included. */
export interface DepthMembership {
  readonly treaty: number;
  readonly state: string;
  readonly from: number;
  readonly to: number;
}

const COLUMNS = {
  state: 'text',
  year: 'int16',
  major: 'int8',
  /** asinh of the yearly change of military expenditure, as a part of the year before. */
  growth: 'float64',
  /** Growth in constant prices, log points. */
  real_growth: 'float64',
  /** Change of the share of GDP, percentage points. */
  share_change: 'float64',
  /** ln of military expenditure, and of the year before. */
  log_spending: 'float64',
  log_spending_before: 'float64',
  /** Depth of its treaties: plain mean, mean by the partners' power, deepest. */
  depth_mean: 'float64',
  depth: 'float64',
  depth_most: 'float64',
  treaties: 'int16',
  /** Mean democracy of its partners by their power, less one half. */
  partners_democracy: 'float64',
  democracy: 'float64',
  at_war: 'int8',
  rivals: 'int16',
} as const;

/**
 * Years of states that are members of a treaty of known depth, with the growth of what they spend: who has no such treaty is left out, as
 * it has no depth.
 */
export function depthFrame(years: readonly ArmsYear[], memberships: readonly DepthMembership[], depthOf: ReadonlyMap<number, number>): Table {
  const at = new Map(years.map((one) => [`${one.state} ${one.year}`, one]));
  const ofState = new Map<string, DepthMembership[]>();
  const ofTreaty = new Map<number, DepthMembership[]>();
  for (const one of memberships) {
    if (!depthOf.has(one.treaty)) continue;
    ofState.set(one.state, [...(ofState.get(one.state) ?? []), one]);
    ofTreaty.set(one.treaty, [...(ofTreaty.get(one.treaty) ?? []), one]);
  }
  const during = (year: number) => (one: DepthMembership) => one.from <= year && year <= one.to;
  const rows = years.flatMap((now) => {
    const { state, year } = now;
    const treaties = [...new Set((ofState.get(state) ?? []).filter(during(year)).map(({ treaty }) => treaty))];
    if (treaties.length === 0) return [];
    const before = at.get(`${state} ${year - 1}`);
    const depths = treaties.map((treaty) => depthOf.get(treaty) ?? Number.NaN);
    const partnersOf = (treaty: number): readonly (ArmsYear | undefined)[] => {
      const names = new Set((ofTreaty.get(treaty) ?? []).filter(during(year)).map((one) => one.state));
      return [...names].filter((name) => name !== state).map((name) => at.get(`${name} ${year}`));
    };
    const power = treaties.map((treaty) => partnersOf(treaty).reduce((sum, one) => sum + (one?.cinc ?? 0), 0));
    const all = power.reduce((sum, one) => sum + one, 0);
    const partners = [...new Map(treaties.flatMap(partnersOf).flatMap((one) => (one === undefined ? [] : [[one.state, one] as const]))).values()].filter(
      (one) => one.democracy !== undefined && one.cinc !== undefined,
    );
    const strength = partners.reduce((sum, { cinc = 0 }) => sum + cinc, 0);
    return [
      {
        state,
        year,
        major: now.major ? 1 : 0,
        growth: change(before?.milex, now.milex, (a, b) => Math.asinh((b - a) / a)),
        real_growth: change(before?.spending, now.spending, (a, b) => Math.log(b / a)),
        share_change: change(before?.share, now.share, (a, b) => 100 * (b - a)),
        log_spending: change(now.milex, now.milex, (a) => Math.log(a)),
        log_spending_before: change(before?.milex, before?.milex, (a) => Math.log(a)),
        depth_mean: depths.reduce((sum, one) => sum + one, 0) / depths.length,
        depth: all > 0 ? depths.reduce((sum, one, i) => sum + one * (power[i] ?? 0), 0) / all : null,
        depth_most: Math.max(...depths),
        treaties: treaties.length,
        partners_democracy: strength > 0 ? partners.reduce((sum, { cinc = 0, democracy = 0 }) => sum + cinc * democracy, 0) / strength - 0.5 : null,
        democracy: now.democracy ?? null,
        at_war: now.atWar ? 1 : 0,
        rivals: now.rivals,
      },
    ];
  });
  return tableFromRows(
    COLUMNS,
    rows.toSorted((a, b) => (a.state === b.state ? a.year - b.year : a.state < b.state ? -1 : 1)),
  );
}

/** Of two figures above 0; null where one is lacking. */
const change = (before: number | undefined, now: number | undefined, of: (before: number, now: number) => number): number | null =>
  before !== undefined && now !== undefined && before > 0 && now > 0 ? of(before, now) : null;
