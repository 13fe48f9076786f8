import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INDICATORS, indicatorAt, indicatorSourcesSchema, parseIndicators, type IndicatorName } from '../../../src/core/facts/indicators.ts';
import { statesSchema } from '../../../src/core/states/schema.ts';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';

/** The figures on states of today: sourced, rounded, sane, consistent, and there for every party of a treaty in force. */

const catalog = new URL('../../../catalog/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, catalog), 'utf8');
const files = readdirSync(new URL('indicators/', catalog)).filter((name) => name.endsWith('.csv') && name !== 'snapshots.csv');
const parsed = files.map((file) => parseIndicators(read(`indicators/${file}`), file));
const rows = parsed.flatMap((one) => one.rows);
const sources = indicatorSourcesSchema.parse(parse(read('indicators/sources.yaml')));
const states = new Set(statesSchema.parse(parse(read('states/states.yaml'))).map(({ id }) => id));
const names = Object.keys(INDICATORS).filter((name): name is IndicatorName => name in INDICATORS);
const key = ({ state, year, indicator }: { state: string; year: number; indicator: string }): string => `${state} ${year} ${indicator}`;

/** Bounds within which a figure of a state of today must lie. */
const RANGES: Record<IndicatorName, readonly [number, number]> = {
  gdp: [0.05, 40_000],
  'gdp-ppp': [0.05, 50_000],
  'gdp-growth': [-35, 65],
  debt: [0, 300],
  population: [0.01, 1500],
  defense: [0, 1100],
  'defense-share': [0, 35],
  'equipment-share': [5, 65],
  personnel: [0, 2200],
};

describe('the files', () => {
  it('read without a fault, with no figure twice', () => {
    expect(parsed.flatMap(({ faults }) => faults)).toEqual([]);
    expect(new Set(rows.map(key)).size).toBe(rows.length);
  });

  it('name sources that are described, and describe none that is not named', () => {
    expect([...new Set(rows.map(({ source }) => source))].toSorted()).toEqual(Object.keys(sources).toSorted());
  });

  it('name states of the registry, about seventy and more', () => {
    const named = new Set(rows.map(({ state }) => state));
    expect([...named].filter((state) => !states.has(state))).toEqual([]);
    expect(named.size).toBeGreaterThanOrEqual(70);
  });

  it('round to three digits', () => {
    const digits = (value: number): number => value.toExponential().replace(/e.*|[-.]/g, '').length;
    expect(rows.filter(({ value }) => digits(value) > 3 && value < 10_000 && Math.abs(value) >= 1).map((row) => `${key(row)} ${row.value}`)).toEqual([]);
  });

  it('take nothing from data sets that forbid it', () => {
    expect(Object.entries(sources).filter(([id, source]) => /sipri|correlates of war|cow\b|atop|gml/i.test(`${id} ${source.title} ${source.publisher}`))).toEqual([]);
  });

  it('mark our own estimates and forecasts', () => {
    expect(rows.filter(({ source, note }) => source === 'own-estimate' && !/estimate|no armed forces/.test(note ?? '')).map(key)).toEqual([]);
    expect(rows.filter(({ source, year, note }) => source === 'imf-weo-2025-10' && year === 2025 && note !== 'forecast').map(key)).toEqual([]);
  });
});

describe('the figures', () => {
  it.each(names)('%s stays within its bounds', (name) => {
    const [low, high] = RANGES[name];
    const of = rows.filter(({ indicator }) => indicator === name);
    // Equipment shares stand only where they were published.
    expect(of.length).toBeGreaterThan(name === 'equipment-share' ? 5 : 20);
    expect(of.filter(({ value }) => value < low || value > high).map(key)).toEqual([]);
  });

  it('of defense agree with its share of GDP within 15 %', () => {
    const table = new Map(rows.map((row) => [key(row), row.value]));
    const apart = rows.flatMap(({ state, year, indicator, value }) => {
      const share = table.get(`${state} ${year} defense-share`);
      const gdp = table.get(`${state} ${year} gdp`);
      if (indicator !== 'defense' || share === undefined || gdp === undefined || share === 0) return [];
      return Math.abs(value / ((share / 100) * gdp) - 1) > 0.15 ? [`${state} ${year}: ${value} against ${share} % of ${gdp}`] : [];
    });
    expect(apart).toEqual([]);
  });

  it('of personnel are no more than a twentieth of the people', () => {
    const many = rows.filter((row) => row.indicator === 'personnel' && row.value / 1000 > 0.051 * (indicatorAt(rows, row.state, 'population', row.year, 4)?.value ?? 0));
    expect(many.map(key)).toEqual([]);
  });

  it('of one indicator change by less than half from one year given to the next', () => {
    // What happened: war (Ukraine, Israel, Syria, Sudan), devaluation (Ethiopia, Venezuela), build-up (Poland's personnel, Algeria's budget),
    // oil found (Guyana) or lost (Timor-Leste, South Sudan), new national accounts (Sao Tome and Principe).
    const known = new Set(['POL', 'UKR', 'ISR', 'VEN', 'ETH', 'DZA', 'EGY', 'RUS', 'AZE', 'ARM', 'NGA', 'SDN', 'SSD', 'TLS', 'STP', 'GUY']);
    const steady: readonly IndicatorName[] = ['gdp', 'gdp-ppp', 'population', 'personnel'];
    const jumps = rows.flatMap((row) => {
      const before = row.year > 2022 && steady.includes(row.indicator) ? indicatorAt(rows, row.state, row.indicator, row.year - 1) : undefined;
      if (before === undefined || before.value === 0 || known.has(row.state)) return [];
      return Math.abs(Math.log(row.value / before.value)) > Math.log(1.5) ? [`${key(row)}: ${before.value} to ${row.value}`] : [];
    });
    expect(jumps).toEqual([]);
  });
});

describe('every party of a treaty in force on 1 June 2025', () => {
  const DAY = '2025-06-01';
  /** Nearly every state of its day is a party to these. */
  const UNIVERSAL = new Set(['kellogg-briand-1928', 'un-charter']);
  /** What cannot be told, with the reason. */
  const LACKING = new Map<string, string>([
    ['CUB', 'no GDP in dollars that means much: official rates of 24 and 120 pesos and a market rate several times as high; defense is not published'],
    ['MCO', 'not among the states of the World Economic Outlook'],
  ]);

  const holds = (from: string | undefined, to: string | undefined): boolean => (from ?? '') <= DAY && (to === undefined || DAY < to);
  const parties = new Map<string, string>();
  for (const name of readdirSync(new URL('treaties/', catalog)).filter((file) => file.endsWith('.yaml'))) {
    const result = parseTreaty(read(`treaties/${name}`), name);
    if (!result.ok) continue;
    const { treaty } = result.parsed;
    if (UNIVERSAL.has(treaty.id) || !holds(treaty.in_force ?? treaty.signed, treaty.ended?.date)) continue;
    for (const { state, from, to } of treaty.parties) if (holds(from, to)) parties.set(state, treaty.id);
  }

  it('is more than the members of NATO', () => {
    expect(parties.size).toBeGreaterThan(60);
  });

  it.each([...parties])('%s (%s) has GDP, population, defense and personnel', (state) => {
    const needed: readonly IndicatorName[] = ['gdp', 'gdp-ppp', 'population', 'defense', 'defense-share', 'personnel'];
    const lacking = needed.filter((name) => indicatorAt(rows, state, name, 2025) === undefined);
    if (LACKING.has(state)) expect(lacking).not.toContain('population');
    else expect(lacking).toEqual([]);
  });

  it('has them in 2022 too, so that a year before can be asked about', () => {
    const lacking = [...parties.keys()].filter((state) => !LACKING.has(state) && (indicatorAt(rows, state, 'defense', 2022) === undefined || indicatorAt(rows, state, 'gdp', 2022) === undefined));
    expect(lacking).toEqual([]);
  });
});

describe('what is well known', () => {
  const at = (state: string, name: IndicatorName, year = 2024): number => indicatorAt(rows, state, name, year)?.value ?? Number.NaN;
  // IMF WEO October 2025; NATO, Defence Expenditure of NATO Countries (2014-2025), graph 1 and table 3.
  it.each([
    ['the United States spends more than twice as much as any other', at('USA', 'defense') / Math.max(at('CHN', 'defense'), at('RUS', 'defense')), 2, 5],
    ['Poland gives the largest share in NATO in 2025', at('POL', 'defense-share', 2025), 4.4, 4.6],
    ['China leads at purchasing power', at('CHN', 'gdp-ppp') / at('USA', 'gdp-ppp'), 1.2, 1.4],
    ['Japan owes the most', at('JPN', 'debt'), 220, 250],
    ['members of NATO but the United States have about two million under arms', files.includes('nato.csv') ? parseIndicators(read('indicators/nato.csv'), 'nato.csv').rows.filter((row) => row.indicator === 'personnel' && row.year === 2024 && row.state !== 'USA').reduce((sum, row) => sum + row.value, 0) : 0, 2050, 2200],
  ] as const)('%s', (_, value, low, high) => {
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
  });
});
