import { cowStates } from '../../../core/atop/states.ts';
import { allianceFrame, coverageFrame, type SpendingYear } from '../../../core/record/spending.ts';
import { createRegistry } from '../../../core/states/registry.ts';
import type { StateId } from '../../../core/states/types.ts';
import { rowsOf, type Row, type Table } from '../../../core/table/table.ts';
import { buildPanelFrom } from '../../../data/panels/build.ts';
import { storeTables } from '../../../data/panels/tables/store-tables.ts';
import type { EstimationContext } from '../section.ts';

/** The tables that the frames of spending rest on. */
export const SPENDING_TABLES = [
  ['sipri', 'state-year'],
  ['nato', 'members'],
  ['nato', 'share-gdp'],
  ['weo', 'state-year'],
  ['world-bank', 'gdp'],
  ['nmc', 'state-year'],
  ['cow-states', 'members'],
  ['atop', 'directed-dyad-year'],
] as const;

const YEARS = { first: 1949, last: 2024 };
/** ATOP ends here. */
export const LAST_ATOP_YEAR = 2018;
/** From here on Russia's spending is SIPRI's, before it is that of the Soviet Union in the National Material Capabilities. */
const RUSSIA_BY_SIPRI = 1992;

/** European states that stood outside both alliances. */
const NEUTRALS: ReadonlySet<string> = new Set(['AUT', 'CHE', 'FIN', 'IRL', 'SWE', 'YUG']);

export interface SpendingFrames {
  /** NATO's members by year; money by SIPRI. */
  readonly nato: Table;
  /** The same with the shares that NATO publishes, from 2014. */
  readonly natoOwn: Table;
  /** European states outside NATO, with NATO's spending as if it guarded them. */
  readonly neutrals: Table;
  /** All states to 2018, and the spending of those that owe them defense by ATOP. */
  readonly coverage: Table;
  /** Years of members without a share of GDP. */
  readonly lacking: number;
  /** Median of GDP as SIPRI's shares imply it over the World Bank's and the IMF's, with the state-years compared. */
  readonly gdpCheck: { readonly worldBank: Ratio; readonly weo: Ratio; readonly nato: Ratio };
}

interface Ratio {
  readonly median: number;
  readonly n: number;
}

type Needs = Pick<EstimationContext, 'store' | 'catalog'>;

const numberOf = (row: Row, name: string): number | undefined => {
  const value = row[name];
  return typeof value === 'number' ? value : undefined;
};

/** What COW numbers stand for in the middle of a year, remembered. */
export function stateNames({ catalog }: Pick<EstimationContext, 'catalog'>): (code: number, year: number) => StateId | undefined {
  const states = cowStates(createRegistry(catalog.states));
  const known = new Map<string, StateId | undefined>();
  return (code, year) => {
    const key = `${code} ${year}`;
    if (!known.has(key)) known.set(key, states.on(code, `${year}-07-01`));
    return known.get(key);
  };
}

function ratio(values: readonly number[]): Ratio {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, n: sorted.length };
}

/** The frames of spending, from the store. @throws {DataError} where a table is lacking */
export async function readSpendingFrames({ store, catalog }: Needs): Promise<SpendingFrames> {
  const request = { unit: 'state-year', years: YEARS, add: ['sipri', 'nato', 'weo', 'world-bank', 'nmc'] } as const;
  const { table } = await buildPanelFrom(storeTables(store), request, catalog.states);
  const named = stateNames({ catalog });
  const rows = rowsOf(table).map((row) => ({ row, year: numberOf(row, 'year') ?? 0, state: named(numberOf(row, 'ccode') ?? 0, numberOf(row, 'year') ?? 0) }));

  const years: SpendingYear[] = [];
  const byNato: SpendingYear[] = [];
  const members = new Map<number, Set<string>>();
  const adversary = new Map<number, number>();
  const compared = { worldBank: new Array<number>(), weo: new Array<number>(), nato: new Array<number>() };
  let lacking = 0;
  for (const { row, year, state } of rows) {
    if (state === undefined) continue;
    const [spending, share, current] = [numberOf(row, 'constant_2023_usd_m'), numberOf(row, 'share_of_gdp'), numberOf(row, 'current_usd_m')];
    const member = row['nato'] === 1;
    if (member) members.set(year, (members.get(year) ?? new Set()).add(state));
    if (state === 'RUS') {
      const then = year < RUSSIA_BY_SIPRI ? (numberOf(row, 'milex') ?? Number.NaN) / 1000 : current;
      if (then !== undefined && then > 0) adversary.set(year, then);
    }
    if (spending === undefined || share === undefined || current === undefined || !(spending > 0 && share > 0)) {
      lacking += member ? 1 : 0;
      continue;
    }
    const one = { state, year, share, spending, gdp: spending / share, currentGdp: current / share };
    years.push(one);
    const [worldBank, weo, nato] = [numberOf(row, 'gdp'), numberOf(row, 'NGDPD'), numberOf(row, 'share_gdp_pct')];
    if (worldBank !== undefined) compared.worldBank.push((one.currentGdp * 1e6) / worldBank);
    if (weo !== undefined) compared.weo.push(one.currentGdp / 1000 / weo);
    if (nato !== undefined && member) {
      compared.nato.push(share / (nato / 100));
      byNato.push({ ...one, share: nato / 100, spending: (nato / 100) * one.gdp });
    }
  }

  const owed = await store.read('atop', 'directed-dyad-year', ['ccode1', 'ccode2', 'year', 'atop_defense']);
  const guardians = new Map<string, string[]>();
  for (const row of rowsOf(owed)) {
    const year = numberOf(row, 'year') ?? 0;
    if (row['atop_defense'] !== 1 || year < YEARS.first) continue;
    const [from, to] = [named(numberOf(row, 'ccode1') ?? 0, year), named(numberOf(row, 'ccode2') ?? 0, year)];
    if (from === undefined || to === undefined) continue;
    const key = `${to} ${year}`;
    guardians.set(key, [...(guardians.get(key) ?? []), from]);
  }
  const none: ReadonlySet<string> = new Set();
  const membersIn = (year: number): ReadonlySet<string> => members.get(year) ?? none;
  const threat = (year: number): number | undefined => adversary.get(year);
  return {
    nato: allianceFrame(years, membersIn, threat),
    natoOwn: allianceFrame(byNato, membersIn, threat),
    neutrals: allianceFrame(years, membersIn, threat, NEUTRALS),
    coverage: coverageFrame(
      years.filter(({ year }) => year <= LAST_ATOP_YEAR),
      (state, year) => [...new Set(guardians.get(`${state} ${year}`) ?? [])],
    ),
    lacking,
    gdpCheck: { worldBank: ratio(compared.worldBank), weo: ratio(compared.weo), nato: ratio(compared.nato) },
  };
}
