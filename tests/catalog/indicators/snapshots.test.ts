import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseSnapshots, snapshotNear } from '../../../src/core/facts/snapshots.ts';
import { statesSchema } from '../../../src/core/states/schema.ts';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';

/** Shares of world power in years of the past: whole for the treaties in force then, and in the order that the histories give. */

const catalog = new URL('../../../catalog/', import.meta.url);
const { rows, faults } = parseSnapshots(readFileSync(new URL('indicators/snapshots.csv', catalog), 'utf8'), 'snapshots.csv');
const states = new Map(statesSchema.parse(parse(readFileSync(new URL('states/states.yaml', catalog), 'utf8'))).map((state) => [state.id, state]));
const YEARS = [1815, 1879, 1894, 1913, 1938, 1949, 1955, 1962, 1985];
/** Nearly every state is a party to these; they stand for no coalition of that day. */
const UNIVERSAL = new Set(['league-covenant', 'kellogg-briand-1928', 'un-charter']);

const treaties: readonly Treaty[] = readdirSync(new URL('treaties/', catalog))
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => {
    const result = parseTreaty(readFileSync(new URL(`treaties/${name}`, catalog), 'utf8'), name);
    return result.ok && !UNIVERSAL.has(result.parsed.treaty.id) ? [result.parsed.treaty] : [];
  });

const share = (year: number, state: string): number => rows.find((row) => row.year === year && row.state === state)?.share ?? 0;
const holds = (date: string, from: string | undefined, to: string | undefined): boolean => (from ?? '') <= date && (to === undefined || date < to);
/** A party annexed in the meantime (Ethiopia in 1938) has no power of its own. */
const existsOn = (state: string, date: string): boolean => (states.get(state)?.exists ?? []).some(({ from, to }) => holds(date, from, to));
const partiesOn = (treaty: Treaty, date: string): readonly string[] =>
  holds(date, treaty.in_force ?? treaty.signed, treaty.ended?.date)
    ? treaty.parties.filter(({ state, from, to }) => holds(date, from, to) && existsOn(state, date)).map(({ state }) => state)
    : [];

it('reads without a fault, one row for a state and year', () => {
  expect(faults).toEqual([]);
  expect([...new Set(rows.map(({ year }) => year))].toSorted((a, b) => a - b)).toEqual(YEARS);
  expect(new Set(rows.map(({ year, state }) => `${year} ${state}`)).size).toBe(rows.length);
});

it('names only states that existed on some day of the year', () => {
  const missing = rows.filter(({ year, state }) => !(states.get(state)?.exists ?? []).some(({ from, to }) => (from ?? '') <= `${year}-12-31` && (to === undefined || to > `${year}-01-01`)));
  expect(missing.map(({ year, state }) => `${year} ${state}`)).toEqual([]);
});

it.each(YEARS)('%i: covers most of the world, not more than all of it', (year) => {
  const sum = rows.filter((row) => row.year === year).reduce((total, row) => total + row.share, 0);
  expect(sum).toBeGreaterThan(0.8);
  expect(sum).toBeLessThanOrEqual(1);
});

it.each(YEARS)('%i: has every party of every treaty of the catalog in force at the end of the year', (year) => {
  const lacking = treaties.flatMap((treaty) => partiesOn(treaty, `${year}-12-31`).filter((state) => share(year, state) === 0).map((state) => `${treaty.id} ${state}`));
  expect(lacking).toEqual([]);
});

it.each([
  ['quadruple-1815', 1815],
  ['franco-russian-1894', 1913],
  ['warsaw-pact', 1985],
] as const)('the case %s of %i is in force, with a snapshot of the year', (id, year) => {
  const treaty = treaties.find((one) => one.id === id);
  const parties = treaty === undefined ? [] : partiesOn(treaty, `${year}-12-31`);
  expect(parties.length).toBeGreaterThan(1);
  expect(snapshotNear(rows, year)?.year).toBe(year);
  expect(parties.every((state) => share(year, state) > 0)).toBe(true);
});

describe('what the histories agree on', () => {
  // Kennedy, The Rise and Fall of the Great Powers (1987): ch. 4 (the victors of 1815), table 18 and ch. 5 (1900 to 1914), table 32 (war potential 1937), ch. 7 (bipolar world).
  it.each([
    [1815, 'GBR', 'FRA'],
    [1815, 'RUS', 'AUH'],
    [1815, 'AUH', 'DEU'],
    [1879, 'GBR', 'DEU'],
    [1894, 'DEU', 'AUH'],
    [1913, 'USA', 'GBR'],
    [1913, 'DEU', 'FRA'],
    [1913, 'DEU', 'RUS'],
    [1913, 'RUS', 'AUH'],
    [1913, 'AUH', 'ITA'],
    [1938, 'USA', 'DEU'],
    [1938, 'DEU', 'GBR'],
    [1938, 'GBR', 'FRA'],
    [1938, 'FRA', 'ITA'],
    [1949, 'USA', 'RUS'],
    [1962, 'RUS', 'GBR'],
    [1985, 'USA', 'RUS'],
    [1985, 'JPN', 'GBR'],
  ])('%i: %s above %s', (year, above, below) => {
    expect(share(year, above)).toBeGreaterThan(share(year, below));
  });

  it('the two of the bipolar world outweigh all others together in no year but stand far above the third of Europe', () => {
    for (const year of [1949, 1955, 1962, 1985]) {
      expect(share(year, 'USA') + share(year, 'RUS')).toBeLessThan(0.5);
      expect(share(year, 'RUS')).toBeGreaterThan(2 * Math.max(share(year, 'GBR'), share(year, 'FRA'), share(year, 'DEU')));
    }
  });
});
