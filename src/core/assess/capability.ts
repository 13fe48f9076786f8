import { indicatorAt, type Indicator } from '../facts/indicators.ts';
import { SNAPSHOT_REACH, snapshotNear } from '../facts/snapshots.ts';
import type { Facts } from '../facts/facts.ts';

/** Shares of the world's power on a date, and how they were come by. */
export interface Capabilities {
  readonly shares: ReadonlyMap<string, number>;
  readonly method: string;
  /** Year the figures are of. */
  readonly year: number;
  /** States some of whose figures are missing, with the figures lacking; their share is the mean of those there are. */
  readonly partial: ReadonlyMap<string, readonly string[]>;
}

/** First year for which figures of today's kind are in the catalog. */
const FIRST_MODERN = 2022;

/** GDP × GDP per head (Beckley 2018), in units that cancel in shares. */
function netResources(gdp: number, population: number): number {
  return (gdp * gdp) / population;
}

function modernShares(facts: Facts, year: number): Capabilities {
  const byState = new Map<string, Indicator[]>();
  for (const row of facts.indicators) byState.set(row.state, [...(byState.get(row.state) ?? []), row]);
  const components = [...byState].map(([state, rows]) => {
    const at = (name: Parameters<typeof indicatorAt>[2]): number | undefined => indicatorAt(rows, state, name, year)?.value;
    const [gdp, ppp, population, defense, personnel] = [at('gdp'), at('gdp-ppp'), at('population'), at('defense'), at('personnel')];
    return {
      state,
      parts: {
        'military expenditure at purchasing power': defense !== undefined && gdp !== undefined && ppp !== undefined ? (defense * ppp) / gdp : undefined,
        'armed forces': personnel,
        'GDP × GDP per head': ppp !== undefined && population !== undefined && population > 0 ? netResources(ppp, population) : undefined,
      },
    };
  });
  const names = ['military expenditure at purchasing power', 'armed forces', 'GDP × GDP per head'] as const;
  const totals = names.map((name) => components.reduce((sum, { parts }) => sum + (parts[name] ?? 0), 0));
  const shares = new Map<string, number>();
  const partial = new Map<string, readonly string[]>();
  for (const { state, parts } of components) {
    const known = names.flatMap((name, i) => {
      const part = parts[name];
      return part === undefined ? [] : [part / (totals[i] ?? 1)];
    });
    if (known.length === 0) continue;
    shares.set(state, known.reduce((sum, value) => sum + value, 0) / known.length);
    if (known.length < names.length)
      partial.set(
        state,
        names.filter((name) => parts[name] === undefined),
      );
  }
  return {
    shares,
    partial,
    year,
    method: `mean share of ${names.join(', ')} (after Beckley 2018) among the ${shares.size} states of the catalog's indicators, newest figures to ${year}`,
  };
}

/** The spans of years in which the catalog knows states' power, from the earliest; the last has no end. */
export function yearsOfCapabilities({ snapshots }: Pick<Facts, 'snapshots'>): readonly { readonly first: number; readonly last?: number }[] {
  const spans: { first: number; last?: number }[] = [];
  const years = [...new Set(snapshots.map(({ year }) => year))].sort((a, b) => a - b);
  for (const year of years) {
    const [first, last] = [year - SNAPSHOT_REACH, Math.min(year + SNAPSHOT_REACH, FIRST_MODERN - 1)];
    const before = spans.at(-1);
    if (before?.last !== undefined && first <= before.last + 1) before.last = last;
    else spans.push({ first, last });
  }
  return [...spans, { first: FIRST_MODERN }];
}

/**
 * Shares of power on a date: from the catalog's indicators since 2022, else from the nearest snapshot of the past.
 * Undefined where the catalog has neither within ten years.
 */
export function capabilitiesOn(facts: Facts, date: string): Capabilities | undefined {
  const year = Number(date.slice(0, 4));
  if (year >= FIRST_MODERN) return modernShares(facts, year);
  const snapshot = snapshotNear(facts.snapshots, year);
  if (snapshot === undefined) return undefined;
  return {
    shares: new Map(snapshot.rows.map(({ state, share }) => [state, share])),
    partial: new Map(),
    year: snapshot.year,
    method: `our own estimates for ${snapshot.year} from figures printed in histories`,
  };
}
