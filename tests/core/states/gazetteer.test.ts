import { describe, expect, it } from 'vitest';
import type { Rule, Span } from '../../../src/core/states/types.ts';
import { createWorld } from '../../../src/core/states/world.ts';
import { catalogFacts, catalogWorld, countryShapes } from '../../support/catalog-world.ts';

const facts = catalogFacts();
const world = catalogWorld(facts);
const { territories } = facts;

/** What treaties, crises and documentation may name. */
const EXPECTED = `algerian-departments goa falkland-islands gibraltar ceuta melilla azores madeira canary-islands greenland faroe-islands svalbard
  iceland bermuda puerto-rico hawaii alaska guam american-samoa northern-marianas okinawa bonin-islands senkaku kurils kinmen matsu taiwan
  pescadores hong-kong macau crimea sevastopol kaliningrad nagorno-karabakh abkhazia south-ossetia transnistria golan west-bank gaza sinai
  east-jerusalem alsace-lorraine saar danzig memel sudetenland fiume trieste south-tyrol bosnia korea manchuria port-arthur kwantung indochina
  new-caledonia french-polynesia french-guiana guadeloupe martinique reunion saint-pierre-and-miquelon netherlands-new-guinea east-timor angola
  mozambique rhodesia suez-canal-zone panama-canal-zone guantanamo diego-garcia northern-cyprus aden kashmir aksai-chin arunachal-pradesh
  spratly-islands paracel-islands scarborough-shoal dokdo west-berlin east-prussia rhineland south-sakhalin pearl-harbor midway wake-island
  french-somaliland belize cyprus malta ireland congo philippines cuba newfoundland british-india malaya singapore`.split(/\s+/);

const dayBefore = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

/** Pairs of neighbors where a list of spans is out of order. */
const disorder = (spans: readonly Span[]) =>
  spans.slice(1).filter((next, i) => {
    const end = spans[i]?.to;
    return end === undefined || next.from === undefined || end > next.from;
  });

const rules = territories.flatMap(({ id, administered, claimed = [] }) => [...administered, ...claimed].map((rule): [string, Rule] => [id, rule]));

describe('the gazetteer', () => {
  it('has no id twice', () => {
    expect(new Set(territories.map(({ id }) => id)).size).toBe(territories.length);
  });

  it.each(EXPECTED)('holds %s', (id) => {
    expect(world.territory(id)?.id).toBe(id);
    expect(world.knowsRegion(id)).toBe(true);
  });

  it('gives every territory rules in order of date', () => {
    const bad = territories.filter(({ administered, claimed = [], metropolitan = [] }) =>
      [administered, claimed, metropolitan].some((spans) => disorder(spans).length > 0),
    );
    expect(bad.map(({ id }) => id)).toEqual([]);
  });

  it('names states that exist while they administer', () => {
    const wrong = rules.flatMap(([id, { states, from = '1815-01-01', to = '2025-01-02' }]) =>
      states.filter((state) => !world.existsOn(state, from) || !world.existsOn(state, dayBefore(to))).map((state) => `${id}: ${state} ${from} to ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('puts every point into its own territory', () => {
    const lost = territories.filter(({ id, lat, lon, administered }) => !administered.some(({ from = '1815-06-01' }) => world.point(lat, lon, from).id === id));
    expect(lost.map(({ id }) => id)).toEqual([]);
    const outside = territories.filter(({ id }) => {
      const place = world.at(id, '1900-01-01');
      return place === undefined || !world.within(place, id, '1900-01-01');
    });
    expect(outside.map(({ id }) => id)).toEqual([]);
  });

  it('closes no outline across half the globe', () => {
    const wide = territories.filter(
      ({ id, outline = [] }) => id !== 'antarctica' && outline.some(([lon], i) => Math.abs(lon - (outline.at(i - 1)?.[0] ?? lon)) > 60),
    );
    expect(wide.map(({ id }) => id)).toEqual([]);
  });

  it('finds a territory without country shapes too', () => {
    const bare = createWorld(facts);
    expect(bare.at('algerian-departments', '1955-01-01')?.administered).toEqual(['FRA']);
    expect(bare.at('algerian-departments', '1970-01-01')?.administered).toEqual(['DZA']);
    expect(bare.point(-51.7, -57.86, '1982-05-01').id).toBe('falkland-islands');
    expect(bare.point(48.86, 2.35, '1950-01-01')).toMatchObject({ id: null, administered: [] });
    expect(bare.within(bare.home('DZA', '1970-01-01'), 'algerian-departments', '1970-01-01')).toBe(true);
  });
});

describe('land that changed hands', () => {
  const shaped = createWorld(facts, countryShapes());
  it.each([
    ['Gdynia', 54.52, 18.53, '1914-07-28', 'DEU'],
    ['Gdynia', 54.52, 18.53, '1930-07-01', 'POL'],
    ['Pyongyang', 39.03, 125.75, '1904-07-01', 'KOR'],
    ['Kaesong', 37.97, 126.55, '1950-06-25', 'KOR'],
    ['Kaesong', 37.97, 126.55, '1955-07-01', 'PRK'],
    ['Sokcho', 38.2, 128.59, '1950-06-25', 'PRK'],
    ['Sokcho', 38.2, 128.59, '1955-07-01', 'KOR'],
    ['Koper', 45.55, 13.73, '1930-07-01', 'ITA'],
    ['Koper', 45.55, 13.73, '1960-07-01', 'YUG'],
    ['Koper', 45.55, 13.73, '2000-07-01', 'SVN'],
    ['Trieste', 45.65, 13.77, '1950-07-01', 'GBR USA'],
    ['La Línea', 36.17, -5.348, '2000-07-01', 'ESP'],
    ['Tangier', 35.78, -5.81, '1941-07-01', 'ESP'],
    ['Nicosia', 35.17, 33.36, '1990-07-01', 'CYP'],
    ['Kyrenia', 35.34, 33.32, '1990-07-01', 'TUR'],
    ['Samos', 37.75, 26.97, '1900-07-01', 'TUR'],
    ['Lemnos', 39.87, 25.06, '1910-07-01', 'TUR'],
    ['Lemnos', 39.87, 25.06, '1914-07-01', 'GRC'],
    ['western Jerusalem', 31.775, 35.2, '1955-07-01', 'ISR'],
    ['the Old City', 31.778, 35.235, '1955-07-01', 'JOR'],
    ['Socotra', 12.5, 54, '1900-07-01', 'GBR'],
    ['Socotra', 12.5, 54, '1970-07-01', 'YMD'],
    ['Abu Musa', 25.87, 55.03, '1980-07-01', 'IRN'],
    ['the New Territories', 22.4, 114.1, '1890-07-01', 'CHN'],
    ['Victoria, Hong Kong', 22.28, 114.16, '1890-07-01', 'GBR'],
    ['Dachen', 28.45, 121.88, '1954-12-02', 'TWN'],
    ['Dachen', 28.45, 121.88, '1956-07-01', 'CHN'],
    ['Battambang', 13.1, 103.2, '1900-07-01', 'THA'],
    ['Battambang', 13.1, 103.2, '1942-07-01', 'THA'],
    ['Kyzyl', 51.72, 94.45, '1900-07-01', 'CHN'],
    ['Santa Fe', 35.69, -105.94, '1840-07-01', 'MEX'],
    ['Tucson', 32.22, -110.97, '1850-07-01', 'MEX'],
    ['Tucson', 32.22, -110.97, '1860-07-01', 'USA'],
    ['Rio Branco', -9.97, -67.81, '1890-07-01', 'BOL'],
    ['Tacna', -18.01, -70.25, '1900-07-01', 'CHL'],
    ['Tacna', -18.01, -70.25, '1940-07-01', 'PER'],
    ['Bikini', 11.6, 165.38, '1954-03-01', 'USA'],
    ['Kwajalein', 8.72, 167.73, '1930-07-01', 'JPN'],
    ['Minami-Torishima', 24.29, 153.98, '1950-07-01', 'USA'],
    ['Little Diomede', 65.755, -168.93, '1950-07-01', 'USA'],
    ['Big Diomede', 65.78, -169.06, '1950-07-01', 'RUS'],
    ['Hans Island', 80.83, -66.45, '2023-07-01', 'CAN DNK'],
  ])('%s (%d, %d) on %s: %s', (_name, lat, lon, date, states) => {
    expect(shaped.point(lat, lon, date).administered.toSorted().join(' ')).toBe(states);
  });
});
