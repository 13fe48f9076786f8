import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { readYaml } from '../../src/app/read-yaml.ts';
import { areBordering, holdsOn, nuclearSchema, parseBorders, presenceSchema, rivalriesSchema } from '../../src/core/facts/relations.ts';
import { normalizeDate } from '../../src/core/states/dates.ts';
import { catalogStates } from '../support/states.ts';

/** Borders, nuclear weapons, rivalries and presence: sound, dated within the lives of their states, and right where histories are plain. */

const ROOT = path.join(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(path.join(ROOT, 'catalog', file), 'utf8');
const LIMITS = { bytes: 16 * 1024 * 1024 };

function list<T>(schema: z.ZodType<T>, file: string): T {
  const result = readYaml(text(file), file, schema, LIMITS);
  if (!result.ok) throw new Error(result.faults.join('\n'));
  return result.value;
}

const borders = parseBorders(text('relations/borders.csv'), 'relations/borders.csv');
const rivalries = list(rivalriesSchema, 'relations/rivalries.yaml');
const nuclear = list(nuclearSchema, 'relations/nuclear.yaml');
const presence = list(presenceSchema, 'relations/presence.yaml');
const registry = new Map(catalogStates().map((state) => [state.id, state]));

interface Dated {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** A span that is not within one life of a state, in words; empty where all are. */
function outOfLife(states: readonly string[], { from, until }: Dated): readonly string[] {
  const first = from === undefined ? '' : normalizeDate(from);
  const end = until === undefined ? '9999' : normalizeDate(until);
  return states
    .filter((id) => !(registry.get(id)?.exists ?? []).some((life) => (life.from ?? '') <= first && end <= (life.to ?? '9999')))
    .map((id) => `${id} from ${from ?? 'before 1815'} until ${until ?? 'today'}`);
}

/** Keys of rows that stand twice on some day. */
function overlapping<T extends Dated>(rows: readonly T[], keyOf: (row: T) => string): readonly string[] {
  const spans = new Map<string, Dated[]>();
  const found: string[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    const known = spans.get(key) ?? [];
    if (known.some((other) => (other.from ?? '') < (row.until ?? '9999') && (row.from ?? '') < (other.until ?? '9999'))) found.push(key);
    spans.set(key, [...known, row]);
  }
  return found;
}

const inOrder = ({ from, until }: Dated): boolean => from === undefined || until === undefined || normalizeDate(from) < normalizeDate(until);
const pair = ({ a, b }: { readonly a: string; readonly b: string }): string => [a, b].toSorted().join(' ');

describe('borders', () => {
  const { rows, faults } = borders;

  it('parse without fault, each pair once a day, in order', () => {
    expect(faults).toEqual([]);
    expect(rows.length).toBeGreaterThan(400);
    expect(rows.filter((row) => !inOrder(row))).toEqual([]);
    expect(overlapping(rows, pair)).toEqual([]);
  });

  it('lie within the lives of both states', () => {
    expect(rows.flatMap((row) => outOfLife([row.a, row.b], row))).toEqual([]);
  });

  it('write each pair one way, in the order of the alphabet, and read it either way', () => {
    expect(rows.filter(({ a, b }) => a >= b)).toEqual([]);
    expect([areBordering(rows, 'POL', 'DDR', '1985-12-31'), areBordering(rows, 'DDR', 'POL', '1985-12-31')]).toEqual([true, true]);
  });

  it.each([
    ['1816-01-01', 'FRA', 'NLD', true],
    ['1831-01-01', 'FRA', 'NLD', false],
    ['1831-01-01', 'FRA', 'BEL', true],
    ['1840-01-01', 'AUH', 'RUS', true],
    ['1840-01-01', 'DEU', 'FRA', true],
    ['1900-01-01', 'DEU', 'RUS', true],
    ['1913-12-31', 'AUH', 'SRB', true],
    ['1913-12-31', 'SRB', 'TUR', false],
    ['1913-12-31', 'RUS', 'SWE', true],
    ['1938-12-31', 'DEU', 'HUN', true],
    ['1938-12-31', 'DEU', 'POL', true],
    ['1938-12-31', 'DEU', 'RUS', false],
    ['1938-12-31', 'POL', 'RUS', true],
    ['1938-12-31', 'LTU', 'RUS', false],
    ['1938-12-31', 'CSK', 'RUS', false],
    ['1938-12-31', 'CSK', 'ROU', true],
    ['1938-12-31', 'NOR', 'RUS', false],
    ['1955-12-31', 'CSK', 'RUS', true],
    ['1985-12-31', 'DEU', 'POL', false],
    ['1985-12-31', 'DDR', 'POL', true],
    ['1985-12-31', 'DDR', 'DEU', true],
    ['1985-12-31', 'CSK', 'DEU', true],
    ['1985-12-31', 'NOR', 'RUS', true],
    ['1985-12-31', 'RUS', 'TUR', true],
    ['1985-12-31', 'HUN', 'RUS', true],
    ['2025-06-01', 'RUS', 'TUR', false],
    ['2025-06-01', 'POL', 'RUS', true],
    ['2025-06-01', 'DEU', 'POL', true],
    ['2025-06-01', 'KOR', 'PRK', true],
    ['2025-06-01', 'KEN', 'SSD', true],
    ['2025-06-01', 'KEN', 'SDN', false],
    ['2025-06-01', 'CAN', 'USA', true],
    ['2025-06-01', 'GBR', 'FRA', false],
  ])('%s: %s and %s %s', (date, a, b, expected) => {
    expect(areBordering(rows, a, b, date)).toBe(expected);
  });
});

describe('rivalries', () => {
  it('are eighty or more, between states that exist, each pair once a day', () => {
    expect(rivalries.length).toBeGreaterThanOrEqual(80);
    expect(rivalries.flatMap((row) => outOfLife([row.a, row.b], row))).toEqual([]);
    expect(rivalries.filter((row) => row.a === row.b || !inOrder(row))).toEqual([]);
    expect(overlapping(rivalries, pair)).toEqual([]);
  });

  it.each([
    ['1894-12-31', 'DEU', 'FRA', true],
    ['1894-12-31', 'FRA', 'GBR', true],
    ['1913-12-31', 'FRA', 'GBR', false],
    ['1962-12-31', 'RUS', 'USA', true],
    ['1985-12-31', 'CHN', 'USA', false],
    ['2025-06-01', 'DEU', 'FRA', false],
    ['2025-06-01', 'KOR', 'PRK', true],
  ])('%s: %s and %s %s', (date, a, b, expected) => {
    expect(rivalries.some((row) => pair(row) === pair({ a, b }) && holdsOn(row, date))).toBe(expected);
  });
});

describe('nuclear weapons', () => {
  it('are dated within the lives of states', () => {
    expect(nuclear.flatMap((row) => outOfLife([row.state], row))).toEqual([]);
  });

  it.each([
    ['1945-01-01', []],
    ['1962-12-31', ['FRA', 'GBR', 'RUS', 'USA']],
    ['1985-12-31', ['CHN', 'FRA', 'GBR', 'ISR', 'RUS', 'USA', 'ZAF']],
    ['2025-06-01', ['CHN', 'FRA', 'GBR', 'IND', 'ISR', 'PAK', 'PRK', 'RUS', 'USA']],
  ])('%s: %j', (date, expected) => {
    expect(
      nuclear
        .filter((row) => holdsOn(row, date))
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(expected);
  });
});

describe('presence', () => {
  it('is of one state in another, dated within their lives, each pair once a day', () => {
    expect(presence.filter(({ host, guest }) => host === guest)).toEqual([]);
    expect(presence.flatMap((row) => outOfLife([row.host, row.guest], row))).toEqual([]);
    expect(presence.filter((row) => !inOrder(row))).toEqual([]);
    expect(overlapping(presence, ({ host, guest }) => `${host} ${guest}`)).toEqual([]);
  });

  it('stands under treaties of the catalog', () => {
    const treaties = presence.flatMap(({ treaty }) => (treaty === undefined ? [] : [treaty]));
    expect([...new Set(treaties)].filter((id) => !existsSync(path.join(ROOT, 'catalog/treaties', `${id}.yaml`)))).toEqual([]);
  });

  it('declares tripwires from 0 to 3 logits, nothing at their low end, as no record fixes them', () => {
    const tripwires = presence.flatMap(({ tripwire }) => (tripwire === undefined ? [] : [tripwire]));
    expect(tripwires.length).toBeGreaterThan(0);
    expect(tripwires.filter(({ low, high }) => low !== 0 || high > 3)).toEqual([]);
  });

  it('knows none on an ally in 1913, and a battlegroup in each Baltic state and Poland today', () => {
    expect(presence.filter((row) => holdsOn(row, '1913-12-31'))).toEqual([]);
    const hosts = new Set(presence.filter((row) => holdsOn(row, '2025-06-01') && row.treaty === 'nato').map(({ host }) => host));
    expect(['EST', 'LVA', 'LTU', 'POL'].filter((host) => !hosts.has(host))).toEqual([]);
  });

  it('has the Soviet groups of forces in 1985', () => {
    const of = presence.filter((row) => holdsOn(row, '1985-12-31') && row.guest === 'RUS' && row.treaty === 'warsaw-pact').map(({ host }) => host);
    expect(of.toSorted()).toEqual(['CSK', 'DDR', 'HUN', 'POL']);
  });
});
