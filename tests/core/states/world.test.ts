import { describe, expect, it } from 'vitest';
import { catalogFacts, catalogWorld } from '../../support/catalog-world.ts';

const world = catalogWorld(catalogFacts());

describe('home', () => {
  it('is the capital of the date, administered by the state itself', () => {
    expect(world.home('EST', '2025-01-01')).toMatchObject({ kind: 'home', id: 'EST', administered: ['EST'], claimed: [], metropolitan: true });
    expect(world.within(world.home('TUR', '1914-07-28'), 'europe', '1914-07-28')).toBe(true);
    expect(world.within(world.home('TUR', '1952-02-18'), 'europe', '1952-02-18')).toBe(false);
    expect(world.home('RUS', '1939-08-23').name).toBe('Soviet Union');
  });
  it('is one object for the same capital and name, so that answers about it are kept', () => {
    expect(world.home('FRA', '1950-01-01')).toBe(world.home('FRA', '1950-06-25'));
  });
  it('refuses an unknown state in words', () => {
    expect(() => world.home('GMY', '1914-01-01')).toThrow(/'GMY' is a COW code/);
  });
});

/** [place, lat, lon, date, administered, id, metropolitan, claimed]; each fact is in the sources of the territory it names. */
const POINTS: readonly (readonly [string, number, number, string, string, string | null, boolean, string?])[] = [
  ['Strasbourg', 48.58, 7.75, '1870-01-01', 'FRA', 'alsace-lorraine', true],
  ['Strasbourg', 48.58, 7.75, '1900-01-01', 'DEU', 'alsace-lorraine', true],
  ['Nancy', 48.69, 6.18, '1900-01-01', 'FRA', 'FRA', true],
  ['Liège', 50.63, 5.57, '1914-08-04', 'BEL', 'BEL', true],
  ['Brussels', 50.85, 4.35, '1820-01-01', 'NLD', 'NLD', true],
  ['Lviv', 49.84, 24.03, '1914-07-28', 'AUH', 'galicia', true],
  ['Lviv', 49.84, 24.03, '1930-01-01', 'POL', 'polish-eastern-borderlands', true],
  ['Lviv', 49.84, 24.03, '1950-01-01', 'RUS', 'polish-eastern-borderlands', true],
  ['Lviv', 49.84, 24.03, '2022-02-24', 'UKR', 'UKR', true],
  ['Kyiv', 50.45, 30.52, '1914-07-28', 'RUS', 'RUS', true],
  ['Cluj', 46.77, 23.59, '1914-07-28', 'AUH', 'transylvania', true],
  ['Cluj', 46.77, 23.59, '1925-01-01', 'ROU', 'transylvania', true],
  ['Sarajevo', 43.86, 18.41, '1870-01-01', 'TUR', 'bosnia', true],
  ['Sarajevo', 43.86, 18.41, '1900-01-01', 'AUH', 'bosnia', false, 'TUR'],
  ['Sarajevo', 43.86, 18.41, '1914-06-28', 'AUH', 'bosnia', true],
  ['Sarajevo', 43.86, 18.41, '1930-01-01', 'YUG', 'YUG', true],
  ['Belgrade', 44.8, 20.46, '1914-07-28', 'SRB', 'SRB', true],
  ['Novi Sad', 45.25, 19.84, '1914-07-28', 'AUH', 'vojvodina', true],
  ['Prague', 50.08, 14.42, '1914-07-28', 'AUH', 'bohemia-moravia', true],
  ['Prague', 50.08, 14.42, '1935-01-01', 'CSK', 'CSK', true],
  ['Karlsbad', 50.23, 12.87, '1938-09-30', 'CSK', 'sudetenland', true],
  ['Karlsbad', 50.23, 12.87, '1938-10-01', 'DEU', 'sudetenland', true],
  ['Poznań', 52.41, 16.93, '1900-01-01', 'DEU', 'posen-west-prussia', true],
  ['Warsaw', 52.23, 21.01, '1900-01-01', 'RUS', 'congress-poland', true],
  ['Kraków', 50.06, 19.94, '1830-01-01', '', 'krakow', false],
  ['Wrocław', 51.11, 17.03, '1939-01-01', 'DEU', 'silesia', true],
  ['Wrocław', 51.11, 17.03, '1950-01-01', 'POL', 'silesia', true],
  ['Danzig', 54.35, 18.65, '1939-08-31', '', 'danzig', false],
  ['Gdynia', 54.52, 18.53, '1939-08-31', 'POL', 'posen-west-prussia', true],
  ['Königsberg', 54.71, 20.51, '1939-01-01', 'DEU', 'kaliningrad', true],
  ['Kaliningrad', 54.71, 20.51, '2025-01-01', 'RUS', 'kaliningrad', true],
  ['Vilnius', 54.69, 25.28, '1930-01-01', 'POL', 'vilnius-region', true, 'LTU'],
  ['Tallinn', 59.44, 24.75, '1980-01-01', 'RUS', 'RUS', true],
  ['Tallinn', 59.44, 24.75, '2025-01-01', 'EST', 'EST', true],
  ['Helsinki', 60.17, 24.94, '1914-07-28', 'RUS', 'finland', false],
  ['Trieste', 45.65, 13.77, '1914-07-28', 'AUH', 'trieste', true],
  ['Trieste', 45.65, 13.77, '1950-01-01', 'GBR USA', 'trieste', false, 'ITA YUG'],
  ['Munich', 48.14, 11.58, '1850-01-01', 'BAV', 'bavaria', true],
  ['Milan', 45.46, 9.19, '1850-01-01', 'AUH', 'lombardy', true],
  ['Turin', 45.07, 7.69, '1850-01-01', 'ITA', 'ITA', true],
  ['Rome', 41.9, 12.5, '1865-01-01', 'PAP', 'lazio', true],
  ['Geneva', 46.2, 6.14, '1850-01-01', 'CHE', 'CHE', true],
  ['West Berlin', 52.5, 13.29, '1961-08-13', 'GBR FRA USA', 'west-berlin', false, 'DEU'],
  ['East Berlin', 52.52, 13.41, '1961-08-13', 'DDR', 'east-germany', true],
  ['Hamburg', 53.55, 10, '1961-08-13', 'DEU', 'DEU', true],
  ['Sevastopol', 44.61, 33.52, '2010-01-01', 'UKR', 'sevastopol', true],
  ['Sevastopol', 44.61, 33.52, '2022-02-24', 'RUS', 'sevastopol', true, 'UKR'],
  ['Copenhagen, in the water at 1:50m', 55.68, 12.57, '2025-01-01', 'DNK', 'DNK', true],
  ['Ponta Delgada, in the water at 1:50m', 37.74, -25.67, '2025-01-01', 'PRT', 'azores', true],
  ['Ceuta, Moroccan at 1:50m', 35.89, -5.31, '2025-01-01', 'ESP', 'ceuta', true, 'MAR'],
  ['Algiers', 36.75, 3.06, '1955-01-01', 'FRA', 'algerian-departments', true],
  ['Algiers', 36.75, 3.06, '1963-01-01', 'DZA', 'DZA', true],
  ['Stanley', -51.7, -57.86, '1982-03-31', 'GBR', 'falkland-islands', false, 'ARG'],
  ['Stanley', -51.7, -57.86, '1982-05-01', 'ARG', 'falkland-islands', false, 'GBR'],
  ['Panaji', 15.5, 73.83, '1961-12-17', 'PRT', 'goa', false, 'IND'],
  ['Naha', 26.21, 127.68, '1960-01-01', 'USA', 'okinawa', false, 'JPN'],
  ['Senkaku', 25.74, 123.47, '2025-01-01', 'JPN', 'senkaku', true, 'CHN TWN'],
  ['Matsu', 26.16, 119.94, '1958-08-23', 'TWN', 'matsu', true, 'CHN'],
  ['Xiamen', 24.48, 118.09, '1958-08-23', 'CHN', 'CHN', true],
  ['Taipei', 25.04, 121.56, '1930-01-01', 'JPN', 'taiwan', false],
  ['Mukden', 41.8, 123.43, '1935-01-01', 'JPN', 'manchuria', false, 'CHN'],
  ['Hue', 16.46, 107.59, '1965-01-01', 'RVN', 'south-vietnam', true, 'VNM'],
  ['Hanoi', 21.03, 105.85, '1965-01-01', 'VNM', 'VNM', true],
  ['Pearl Harbor', 21.36, -157.95, '1941-12-07', 'USA', 'pearl-harbor', false],
  ['Honolulu', 21.31, -157.83, '2025-01-01', 'USA', 'hawaii', true],
  ['Austin', 30.27, -97.74, '1840-01-01', 'TEX', 'texas', true, 'MEX'],
  ['Lagos', 6.45, 3.4, '1930-01-01', 'GBR', 'lagos', false],
  ['Kano', 12, 8.52, '1930-01-01', 'GBR', 'nigeria', false],
  ['Kano', 12, 8.52, '1970-01-01', 'NGA', 'NGA', true],
  ['Laayoune', 27.15, -13.2, '2025-01-01', 'MAR', 'western-sahara', false],
  ['Second Thomas Shoal', 9.75, 115.87, '2024-06-17', 'PHL', 'second-thomas-shoal', false, 'CHN TWN VNM'],
  ['Chukotka, past the antimeridian', 66.5, -178, '2025-01-01', 'RUS', 'RUS', true],
  ['Taveuni, on the antimeridian', -16.8, -179.95, '2025-01-01', 'FJI', 'FJI', true],
  ['the South Pole', -90, 0, '2025-01-01', '', 'antarctica', false],
  ['the middle of the Atlantic', 40, -40, '2025-01-01', '', null, false],
];

describe('point', () => {
  const cases = POINTS.map(([name, lat, lon, date, administered, id, metropolitan, claimed = '']) => ({
    name,
    lat,
    lon,
    date,
    administered,
    id,
    metropolitan,
    claimed,
  }));
  it.each(cases)('$name on $date: $administered', ({ lat, lon, date, administered, id, metropolitan, claimed }) => {
    const place = world.point(lat, lon, date);
    expect({ administered: place.administered.join(' '), id: place.id, metropolitan: place.metropolitan, claimed: place.claimed.join(' ') }).toEqual({
      administered,
      id,
      metropolitan,
      claimed,
    });
  });

  it('names the sea it is in', () => {
    expect(world.point(57, 19.7, '2025-01-01').name).toBe('Baltic Sea');
    expect(world.point(40, -40, '2025-01-01').name).toBe('North Atlantic');
    expect(world.point(-70, -170, '1950-01-01').name).toBe('Antarctica');
  });

  it('counts the sea within thirty kilometers of a coast as land, and no further', () => {
    expect(world.point(50.15, -5.9, '2025-01-01').administered).toEqual(['GBR']);
    expect(world.point(49.5, -7.5, '2025-01-01').administered).toEqual([]);
  });
});

describe('at', () => {
  it('knows who administers and who claims a territory', () => {
    expect(world.at('falkland-islands', '1982-04-01')).toMatchObject({
      kind: 'territory',
      id: 'falkland-islands',
      administered: ['GBR'],
      claimed: ['ARG'],
      metropolitan: false,
    });
    expect(world.at('alaska', '1960-01-01')).toMatchObject({ administered: ['USA'], metropolitan: true });
    expect(world.at('atlantis', '1960-01-01')).toBeUndefined();
  });
  it('asks the map where no rule holds', () => {
    expect(world.at('nigeria', '1975-01-01')).toMatchObject({ administered: ['NGA'], metropolitan: true });
    expect(world.at('korea', '1975-01-01')).toMatchObject({ administered: ['KOR'], metropolitan: true });
    expect(world.at('galicia', '2000-01-01')).toMatchObject({ administered: ['UKR'], metropolitan: true });
  });
});

describe('within', () => {
  it('takes a state for all it administers on the date', () => {
    const okinawa = (date: string) => world.at('okinawa', date) ?? expect.unreachable('okinawa is in the gazetteer');
    expect(world.within(okinawa('1960-01-01'), 'USA', '1960-01-01')).toBe(true);
    expect(world.within(okinawa('1960-01-01'), 'JPN', '1960-01-01')).toBe(false);
    expect(world.within(okinawa('1980-01-01'), 'JPN', '1980-01-01')).toBe(true);
  });
  it('takes a territory for its outline or its modern shapes', () => {
    expect(world.within(world.point(35.7, -0.63, '1955-01-01'), 'algerian-departments', '1955-01-01')).toBe(true);
    expect(world.within(world.point(36.81, 10.17, '1955-01-01'), 'algerian-departments', '1955-01-01')).toBe(false);
    expect(world.within(world.at('pearl-harbor', '1941-12-07') ?? expect.unreachable(), 'hawaii', '1941-12-07')).toBe(true);
    expect(world.within(world.home('KOR', '2025-01-01'), 'korea', '2025-01-01')).toBe(true);
  });
  it('says no to an id that is nothing', () => {
    expect(world.knowsRegion('atlantis')).toBe(false);
    expect(world.within(world.home('FRA', '2025-01-01'), 'atlantis', '2025-01-01')).toBe(false);
  });
});
