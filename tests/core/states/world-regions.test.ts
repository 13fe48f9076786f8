import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/core/states/types.ts';
import { createWorld } from '../../../src/core/states/world.ts';
import { catalogFacts } from '../../support/catalog-world.ts';

const facts = catalogFacts();
const world = createWorld(facts);

/** Regions that treaty files may name. */
const EXPECTED = `europe asia africa north-america south-america oceania antarctica western-hemisphere western-europe eastern-europe balkans caucasus
  central-asia near-east middle-east far-east eastern-asia india southeast-asia southwest-pacific indochina manchuria korea atlantic-ocean
  north-atlantic pacific-ocean indian-ocean arctic-ocean mediterranean-sea baltic-sea black-sea north-sea caribbean-sea persian-gulf red-sea
  south-china-sea east-china-sea sea-of-japan yellow-sea north-of-tropic-of-cancer south-of-tropic-of-cancer north-of-21-30 south-of-21-30
  north-atlantic-treaty-area pacific-area rio-treaty-area seato-treaty-area`.split(/\s+/);

const CONTINENTS = ['europe', 'asia', 'africa', 'north-america', 'south-america', 'oceania', 'antarctica'];
const AREAS = ['north-atlantic-treaty-area', 'pacific-area', 'rio-treaty-area', 'seato-treaty-area'];

const N = 'north-atlantic-treaty-area';
const P = 'pacific-area';
const R = 'rio-treaty-area';
const S = 'seato-treaty-area';
/** Coordinates from any atlas, to a few kilometers: [place, lat, lon, continent, treaty areas it lies in]. */
const POINTS: readonly (readonly [string, number, number, string, ...string[]])[] = [
  ['Ponta Delgada, Azores', 37.74, -25.67, 'europe', N],
  ['Flores, Azores', 39.45, -31.2, 'europe', N],
  ['Funchal, Madeira', 32.65, -16.91, 'africa', N],
  ['Las Palmas, Canaries', 28.12, -15.43, 'africa', N],
  ['Fuerteventura', 28.5, -13.86, 'africa', N],
  ['Hamilton, Bermuda', 32.29, -64.78, 'north-america', N, R],
  ['Nuuk, Greenland', 64.18, -51.72, 'north-america', N, R],
  ['Thule, Greenland', 76.53, -68.7, 'north-america', N, R],
  ['Scoresbysund, Greenland', 70.49, -21.97, 'north-america', N, R],
  ['Reykjavik', 64.15, -21.95, 'europe', N],
  ['Longyearbyen, Svalbard', 78.22, 15.64, 'europe', N],
  ['Jan Mayen', 70.98, -8.5, 'europe', N],
  ['Tórshavn, Faroe Islands', 62.01, -6.77, 'europe', N],
  ['Nassau, Bahamas', 25.05, -77.35, 'north-america', N, R],
  ['Key West', 24.55, -81.78, 'north-america', N, R],
  ['Halifax', 44.65, -63.58, 'north-america', N, R],
  ["St. John's, Newfoundland", 47.56, -52.71, 'north-america', N, R],
  ['Saint-Pierre', 46.78, -56.18, 'north-america', N, R],
  ['San Juan, Puerto Rico', 18.47, -66.11, 'north-america', R],
  ['Havana', 23.11, -82.37, 'north-america', R],
  ['Guantánamo', 19.92, -75.15, 'north-america', R],
  ['Mexico City', 19.43, -99.13, 'north-america', R],
  ['Panama City', 8.98, -79.52, 'north-america', P, R],
  ['Port of Spain', 10.65, -61.52, 'north-america', R],
  ['Willemstad, Curaçao', 12.11, -68.93, 'north-america', R],
  ['Anchorage', 61.22, -149.9, 'north-america', P, R],
  ['Adak, Aleutians', 51.88, -176.65, 'north-america', P, R],
  ['Attu, Aleutians, west of the antimeridian', 52.9, 172.9, 'north-america', P, R],
  ['St. Lawrence Island', 63.7, -170.5, 'north-america', P, R],
  ['Washington', 38.9, -77.04, 'north-america', R],
  ['Churchill, Manitoba', 58.77, -94.16, 'north-america', R],
  ['Stanley, Falklands', -51.7, -57.86, 'south-america', R],
  ['South Georgia', -54.28, -36.51, 'south-america', R],
  ['Galápagos', -0.74, -90.31, 'south-america', P, R],
  ['Cayenne', 4.93, -52.33, 'south-america', R],
  ['Caracas', 10.5, -66.92, 'south-america', R],
  ['Bogotá', 4.71, -74.07, 'south-america', R],
  ['Ushuaia', -54.8, -68.3, 'south-america', R],
  ['Easter Island', -27.15, -109.43, 'oceania', P],
  ['Honolulu', 21.31, -157.86, 'oceania', P],
  ['Midway', 28.21, -177.37, 'oceania', P],
  ['Wake', 19.28, 166.65, 'oceania', P],
  ['Hagåtña, Guam', 13.47, 144.75, 'oceania', P],
  ['Koror, Palau', 7.34, 134.48, 'oceania', P],
  ['Port Moresby', -9.44, 147.18, 'oceania', P, S],
  ['Jayapura', -2.53, 140.71, 'oceania', P, S],
  ['Wellington', -41.29, 174.78, 'oceania', P, S],
  ['Darwin', -12.46, 130.84, 'oceania', P, S],
  ['Canberra', -35.28, 149.13, 'oceania', P, S],
  ['Perth', -31.95, 115.86, 'oceania', P, S],
  ['Nouméa', -22.27, 166.45, 'oceania', P, S],
  ['Suva', -18.14, 178.44, 'oceania', P, S],
  ['Apia', -13.83, -171.77, 'oceania', P, S],
  ['Papeete', -17.54, -149.57, 'oceania', P],
  ['Cape Verde', 14.92, -23.51, 'africa'],
  ['Dakar', 14.69, -17.45, 'africa'],
  ['Ceuta', 35.89, -5.31, 'africa'],
  ['Melilla', 35.29, -2.94, 'africa'],
  ['Tangier', 35.78, -5.81, 'africa'],
  ['Casablanca', 33.57, -7.6, 'africa'],
  ['Agadir', 30.42, -9.6, 'africa'],
  ['Algiers', 36.75, 3.06, 'africa'],
  ['Tunis', 36.81, 10.17, 'africa'],
  ['Cairo', 30.04, 31.24, 'africa'],
  ['Djibouti', 11.59, 43.15, 'africa'],
  ['Antananarivo', -18.88, 47.51, 'africa'],
  ['Réunion', -20.88, 55.45, 'africa'],
  ['Cape Town', -33.92, 18.42, 'africa'],
  ['Gibraltar', 36.14, -5.35, 'europe'],
  ['Valletta', 35.9, 14.51, 'europe'],
  ['Lampedusa', 35.5, 12.6, 'europe'],
  ['Heraklion, Crete', 35.34, 25.13, 'europe'],
  ['Rhodes', 36.44, 28.22, 'europe'],
  ['Kos', 36.89, 27.29, 'europe'],
  ['Mytilene, Lesbos', 39.1, 26.55, 'europe'],
  ['Istanbul, west of the Bosporus', 41.01, 28.98, 'europe'],
  ['Kazan', 55.8, 49.11, 'europe'],
  ['Perm', 58, 56.25, 'europe'],
  ['Vorkuta', 67.5, 64.05, 'europe'],
  ['Sochi', 43.6, 39.73, 'europe'],
  ['Grozny', 43.32, 45.69, 'europe'],
  ['Derbent', 42.06, 48.29, 'europe'],
  ['Novaya Zemlya', 73, 55, 'europe'],
  ['Moscow', 55.75, 37.62, 'europe'],
  ['Vienna', 48.21, 16.37, 'europe'],
  ['Athens', 37.98, 23.73, 'europe'],
  ['Ankara', 39.93, 32.86, 'asia'],
  ['Izmir', 38.42, 27.14, 'asia'],
  ['Bodrum', 37.03, 27.43, 'asia'],
  ['Üsküdar, east of the Bosporus', 41.02, 29.05, 'asia'],
  ['Nicosia', 35.17, 33.36, 'asia'],
  ['Tbilisi', 41.7, 44.8, 'asia'],
  ['Baku', 40.41, 49.87, 'asia'],
  ['Yerevan', 40.18, 44.51, 'asia'],
  ['Yekaterinburg', 56.84, 60.61, 'asia'],
  ['Chelyabinsk', 55.16, 61.4, 'asia'],
  ['Sinai', 28.5, 33.95, 'asia'],
  ['Jerusalem', 31.78, 35.22, 'asia'],
  ['Socotra', 12.5, 54, 'asia'],
  ['Diego Garcia', -7.31, 72.41, 'asia'],
  ['Karachi', 24.86, 67.01, 'asia'],
  ['Dhaka', 23.81, 90.41, 'asia'],
  ['Rangoon', 16.84, 96.17, 'asia', S],
  ['Bangkok', 13.75, 100.5, 'asia', S],
  ['Saigon', 10.78, 106.69, 'asia', P, S],
  ['Manila', 14.6, 120.98, 'asia', P, S],
  ['Singapore', 1.29, 103.85, 'asia', P, S],
  ['Jakarta', -6.21, 106.85, 'asia', P, S],
  ['Dili', -8.56, 125.57, 'asia', P, S],
  ['Hong Kong', 22.3, 114.17, 'asia', P],
  ['Taipei', 25.04, 121.56, 'asia', P],
  ['Naha, Okinawa', 26.21, 127.68, 'asia', P],
  ['Iwo Jima', 24.78, 141.32, 'asia', P],
  ['Tokyo', 35.68, 139.77, 'asia', P],
  ['Seoul', 37.57, 126.98, 'asia', P],
  ['Vladivostok', 43.12, 131.89, 'asia', P],
  ['Petropavlovsk-Kamchatsky', 53.02, 158.65, 'asia', P],
  ['Provideniya, past the antimeridian', 64.42, -173.23, 'asia', P],
  ['Beijing', 39.9, 116.4, 'asia'],
  ['Delhi', 28.61, 77.21, 'asia'],
  ['McMurdo', -77.85, 166.67, 'antarctica'],
  ['Deception Island', -62.97, -60.65, 'antarctica', R],
];

const spot = (name: string, lat: number, lon: number): Place => ({
  kind: 'point',
  id: null,
  name,
  lat,
  lon,
  administered: [],
  claimed: [],
  metropolitan: false,
});
const holding = (candidates: readonly string[], place: Place) => candidates.filter((id) => world.within(place, id, '1950-01-01'));

describe('continents and treaty areas', () => {
  it.each(POINTS.map(([name, lat, lon, continent, ...areas]) => ({ name, lat, lon, continent, areas })))('$name', ({ name, lat, lon, continent, areas }) => {
    const place = spot(name, lat, lon);
    expect(holding(CONTINENTS, place)).toEqual([continent]);
    expect(holding(AREAS, place)).toEqual(areas);
  });

  it('places more than a hundred points', () => {
    expect(POINTS.length).toBeGreaterThanOrEqual(120);
  });
});

describe('zones and seas', () => {
  it.each([
    ['mid-Atlantic', 40, -40, ['north-atlantic', 'atlantic-ocean', N]],
    ['South Atlantic', -20, -10, ['atlantic-ocean']],
    ['Dogger Bank', 55, 2.5, ['north-sea', 'north-atlantic', 'atlantic-ocean', N]],
    ['off Gotland', 57, 19.7, ['baltic-sea', N]],
    ['off Crimea', 43.5, 34, ['black-sea']],
    ['Gulf of Sidra', 32, 18.5, ['mediterranean-sea']],
    ['south of Jamaica', 15, -75, ['caribbean-sea', R]],
    ['Strait of Hormuz', 26.5, 56.5, ['persian-gulf']],
    ['off Hodeida', 15, 42, ['red-sea']],
    ['Second Thomas Shoal', 9.75, 115.87, ['south-china-sea', 'southeast-asia', P, S]],
    ['Scarborough Shoal', 15.14, 117.76, ['south-china-sea', 'southeast-asia', P, S]],
    ['Senkaku Islands', 25.74, 123.47, ['east-china-sea', 'far-east', 'eastern-asia', P]],
    ['Matsu', 26.16, 119.94, ['east-china-sea', 'far-east', 'eastern-asia', P]],
    ['Dokdo', 37.24, 131.87, ['sea-of-japan', 'far-east', 'eastern-asia', 'korea', P]],
    ['off Dalian', 38.2, 121.5, ['yellow-sea', 'eastern-asia', P]],
    ['south of Ceylon', -5, 80, ['indian-ocean']],
    ['south of Hawaii', 10, -160, ['pacific-ocean', P]],
    ['north of Svalbard', 84.5, 20, ['arctic-ocean']],
    ['Constantinople', 41.01, 28.98, ['balkans', 'near-east', 'middle-east', 'turkish-straits']],
    ['Belgrade', 44.8, 20.46, ['balkans', 'eastern-europe']],
    ['Bonn', 50.73, 7.1, ['western-europe']],
    ['East Berlin', 52.52, 13.41, ['eastern-europe']],
    ['Warsaw', 52.23, 21.01, ['eastern-europe']],
    ['Tbilisi', 41.7, 44.8, ['caucasus']],
    ['Tashkent', 41.31, 69.28, ['central-asia']],
    ['Tehran', 35.69, 51.39, ['middle-east']],
    ['Baghdad', 33.31, 44.37, ['near-east', 'middle-east']],
    ['Calcutta', 22.57, 88.36, ['india']],
    ['Colombo', 6.93, 79.86, ['india']],
    ['Mukden', 41.8, 123.43, ['manchuria', 'eastern-asia']],
    ['Seoul', 37.57, 126.98, ['korea', 'far-east', 'eastern-asia', P]],
    ['Manila', 14.6, 120.98, ['far-east', 'southeast-asia', P, S]],
    ['Hanoi', 21.03, 105.85, ['indochina', 'southeast-asia', S]],
    ['Sydney', -33.87, 151.21, ['southwest-pacific', P, S]],
    ['Cluj', 46.77, 23.59, ['balkans', 'eastern-europe', 'austro-romanian-borderlands']],
  ])('%s', (name, lat, lon, expected) => {
    const continental = [...CONTINENTS, 'western-hemisphere', 'southeast-asia-and-southwest-pacific'];
    const others = facts.regions
      .filter(({ id, north_of, south_of }) => !continental.includes(id) && north_of === undefined && south_of === undefined)
      .map(({ id }) => id);
    const found = holding(others, spot(name, lat, lon));
    // Coarse zones take in the seas beside them; what must not be missing or strange is everything else.
    const zones = ['western-europe', 'eastern-europe', 'near-east', 'middle-east', 'southwest-pacific', 'south-atlantic'];
    expect(found.filter((id) => !zones.includes(id) || expected.includes(id)).toSorted()).toEqual(expected.toSorted());
  });

  it.each(EXPECTED)('knows %s', (id) => {
    expect(facts.regions.map((region) => region.id)).toContain(id);
    expect(world.knowsRegion(id)).toBe(true);
    expect(world.outline(id).length).toBeGreaterThan(0);
  });

  it('divides the Anglo-Japanese and SEATO worlds at their parallels', () => {
    expect(holding(['north-of-21-30', 'south-of-21-30'], spot('Hong Kong', 22.3, 114.17))).toEqual(['north-of-21-30']);
    expect(holding(['north-of-21-30', 'south-of-21-30'], spot('Hanoi', 21.03, 105.85))).toEqual(['south-of-21-30']);
  });
});

describe('the region of the Rio Treaty, article 4', () => {
  // Corners of the text: just inside and just outside each.
  it.each([
    [73.9, -10.5, true],
    [73.9, -9.5, false],
    [47.5, -50.5, true],
    [47.5, -49, false],
    [30, -60.5, true],
    [30, -59.5, false],
    [5, -24.5, true],
    [5, -23.5, false],
    [-60, -89, true],
    [-60, -91, false],
    [0, -96.5, true],
    [0, -97.5, false],
    [15, -119.5, true],
    [15, -121, false],
    [50.5, 170.5, true],
    [50.5, 169.5, false],
    [65.5, -168.5, true],
    [65.5, -170, false],
  ])('%d, %d: %s', (lat, lon, inside) => {
    expect(world.within(spot('', lat, lon), 'rio-treaty-area', '1950-01-01')).toBe(inside);
  });
});
