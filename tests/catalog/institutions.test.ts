import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { gatesOn, institutionOn, institutionsSchema, type Institution } from '../../src/core/facts/institutions.ts';
import { ratification } from '../../src/core/models/ratification/state.ts';
import { normalizeDate } from '../../src/core/states/dates.ts';
import { statesSchema } from '../../src/core/states/schema.ts';
import { treatySchema } from '../../src/core/treaty/schema.ts';

/** Who must agree to a treaty, state by state: every gate has a source, quotas are sane, and no two rows of a state overlap. */

const catalog = new URL('../../catalog/', import.meta.url);
const read = (path: string): unknown => parse(readFileSync(new URL(path, catalog), 'utf8'));
const files = readdirSync(new URL('institutions/', catalog)).filter((name) => name.endsWith('.yaml'));
const rows: readonly Institution[] = files.flatMap((name) => institutionsSchema.parse(read(`institutions/${name}`)));
const registry = new Map(statesSchema.parse(read('states/states.yaml')).map((state) => [state.id, state]));
const named = (row: Institution): string => `${row.state} ${row.since ?? ''}..${row.until ?? ''}`;

const membersOn = (treaty: string, date: string): readonly string[] =>
  treatySchema
    .parse(read(`treaties/${treaty}.yaml`))
    .parties.filter(({ from, to }) => normalizeDate(from) <= date && (to === undefined || date < normalizeDate(to)))
    .map(({ state }) => state);

describe('the institutions', () => {
  it('cover eighty states of today and more', () => {
    expect(new Set(rows.filter(({ until }) => until === undefined).map(({ state }) => state)).size).toBeGreaterThanOrEqual(80);
  });

  it.each([
    ['nato', '2025-06-01'],
    ['anzus', '2025-06-01'],
    ['aukus', '2025-06-01'],
    ['quad', '2025-06-01'],
    ['us-japan-1960', '2025-06-01'],
    ['us-rok-1953', '2025-06-01'],
    ['csto', '2025-06-01'],
    ['eu-42-7', '2025-06-01'],
    ['russia-dprk-2024', '2025-06-01'],
    ['nato', '2024-12-31'],
    ['warsaw-pact', '1985-12-31'],
    ['franco-russian-1894', '1913-12-31'],
    ['quadruple-1815', '1815-12-31'],
  ])('cover each member of %s on %s', (treaty, date) => {
    const members = membersOn(treaty, date);
    expect(members.length).toBeGreaterThan(1);
    expect(members.filter((state) => institutionOn(rows, state, date) === undefined)).toEqual([]);
  });

  it('name states that exist for a time of the row', () => {
    const gone = rows.filter(({ state, since = '0000', until = '9999' }) => {
      const spans = registry.get(state)?.exists ?? [];
      return !spans.some(({ from = '0000', to = '9999' }) => since < to && from < until);
    });
    expect(gone.map(named)).toEqual([]);
  });

  it('hold one at a time for a state', () => {
    const doubled = rows.flatMap((row, i) =>
      rows
        .slice(i + 1)
        .filter((other) => other.state === row.state && (row.since ?? '') < (other.until ?? '9999') && (other.since ?? '') < (row.until ?? '9999'))
        .map((other) => `${named(row)} and ${named(other)}`),
    );
    expect(doubled).toEqual([]);
  });

  it('name the gates of a state apart, begin with who concludes the treaty, and count by sane quotas', () => {
    for (const row of rows) {
      expect(new Set(row.gates.map(({ id }) => id)).size, named(row)).toBe(row.gates.length);
      expect(row.gates[0]?.kind, named(row)).toBe('executive');
      for (const { quota, negative, seats, source } of row.gates) {
        expect(source.length, named(row)).toBeGreaterThan(5);
        if (quota !== undefined) expect(['1/2', '1/2+', '3/5', '2/3', '3/4'], named(row)).toContain(quota.share);
        if (negative === true) expect(seats, named(row)).toBeDefined();
      }
    }
  });

  it('give each seat once, and nearly all', () => {
    const wrong = rows.flatMap((row) =>
      row.gates.flatMap(({ id, seats, parties }) => {
        const held = (parties ?? []).reduce((sum, party) => sum + party.seats, 0);
        return parties === undefined || seats === undefined || held === seats ? [] : [`${named(row)} ${id}: ${held} of ${seats}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('let each government of today pass what costs it nothing in the chambers it leads', () => {
    const chances = rows
      .filter(({ until }) => until === undefined)
      .flatMap((row) =>
        ratification({ gates: gatesOn(row, '2025-06-01'), value: 0 }, { method: 'normal' })
          .gates.filter(({ id }) => !row.gates.some((gate) => gate.id === id && gate.when !== undefined))
          .map(({ id, p }) => ({ gate: `${row.state} ${id}`, p })),
      );
    // Austria's gate is a change of its law on neutrality.
    expect(chances.filter(({ p, gate }) => p < 0.75 && !gate.startsWith('AUT')).map(({ gate, p }) => `${gate} ${p.toFixed(3)}`)).toEqual([]);
  });

  it('use seats for the years around them', () => {
    const usa = institutionOn(rows, 'USA', '2025-06-01');
    expect(usa).toBeDefined();
    if (usa === undefined) return;
    expect(gatesOn(usa, '2025-06-01')[1]?.parties).toHaveLength(2);
    expect(gatesOn(usa, '1985-12-31')[1]?.parties).toBeUndefined();
    expect(gatesOn(usa, '1985-12-31')[1]?.quota?.share).toBe('2/3');
  });
});

describe('the schema of institutions', () => {
  const gate = { id: 'house', body: 'House', kind: 'chamber', seats: 10, quota: { of: 'members', share: '1/2+' }, source: 'Constitution' };
  const fits = (changed: object): boolean =>
    institutionsSchema.safeParse([{ state: 'USA', gates: [{ ...gate, ...changed }], sources: [{ title: 'Constitution' }] }]).success;

  it('takes a gate, and refuses seats, quotas and dates that do not fit', () => {
    expect(fits({})).toBe(true);
    expect(fits({ parties: [{ name: 'A', seats: 11 }], as_of: '2020' })).toBe(false);
    expect(fits({ parties: [{ name: 'A', seats: 9 }] })).toBe(false);
    expect(fits({ quota: { of: 'members', share: '3/2' } })).toBe(false);
    expect(fits({ quota: undefined })).toBe(false);
    expect(fits({ kind: 'executive' })).toBe(false);
  });
});
