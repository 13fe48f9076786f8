import { describe, expect, it } from 'vitest';
import { decodeShapes, type Topology } from '../../../src/core/states/shapes.ts';
import { createWorld } from '../../../src/core/states/world.ts';
import { catalogFacts, catalogWorld, countryShapes } from '../../support/catalog-world.ts';

const facts = catalogFacts();
const world = catalogWorld(facts);

describe('administratorOfShape', () => {
  it.each([
    ['FRA', '1914-07-28', 'FRA', false, false],
    ['NGA', '1914-07-28', 'GBR', true, false],
    ['DZA', '1914-07-28', 'FRA', false, false],
    ['KOR', '1914-07-28', 'JPN', true, false],
    ['PRK', '1914-07-28', 'JPN', true, false],
    ['UKR', '1914-07-28', 'RUS', false, false],
    ['CZE', '1914-07-28', 'AUH', false, false],
    ['POL', '1900-01-01', 'DEU RUS', false, true],
    ['PNG', '1914-07-28', 'GBR DEU', true, true],
    ['CAN', '1900-01-01', 'GBR', true, false],
    ['COD', '1950-01-01', 'BEL', true, false],
    ['TZA', '1914-07-28', 'DEU', true, false],
    ['IND', '1930-01-01', 'GBR', true, false],
    ['PHL', '1930-01-01', 'USA', true, false],
    ['BRA', '1820-01-01', 'PRT', false, false],
    ['MEX', '1820-01-01', 'ESP', true, false],
    ['EST', '1960-01-01', 'RUS', false, false],
    ['HRV', '1960-01-01', 'YUG', false, false],
    ['DEU', '1960-01-01', 'DEU DDR', false, true],
    ['VNM', '1965-01-01', 'VNM RVN', false, true],
    ['YEM', '1980-01-01', 'YMD YEM', false, true],
    ['BGD', '1960-01-01', 'PAK', false, false],
    ['GRL', '1950-01-01', 'DNK', true, false],
    ['GRL', '1960-01-01', 'DNK', false, false],
    ['PRI', '2025-01-01', 'USA', true, false],
    ['UGA', '1850-01-01', '', false, false],
    ['ATA', '2025-01-01', '', false, false],
  ])('%s on %s: %s', (iso3, date, states, dependency, divided) => {
    const owner = world.administratorOfShape(iso3, date);
    expect({ states: owner.states.toSorted().join(' '), dependency: owner.dependency, divided: owner.divided }).toEqual({
      states: states.split(' ').toSorted().join(' '),
      dependency,
      divided,
    });
  });

  it('gives every state of today its own shape', () => {
    const wrong = facts.states
      .filter(({ id, iso3 }) => iso3 !== undefined && world.existsOn(id, '2025-01-01'))
      // Palestine is the one state whose land another administers for the most part.
      .filter(({ id }) => world.administratorOfShape(id, '2025-01-01').states.join() !== id && id !== 'PSE');
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('knows the colonial past of every shape in Africa outside Liberia and Ethiopia', () => {
    const african = facts.states.filter(({ continent, iso3 }) => continent === 'africa' && iso3 !== undefined).map(({ id }) => id);
    const free = african.filter((id) => world.administratorOfShape(id, '1925-01-01').states.includes(id));
    expect(free.toSorted()).toEqual(['EGY', 'ETH', 'LBR', 'ZAF']);
    expect(african.filter((id) => world.administratorOfShape(id, '1925-01-01').states.length === 0)).toEqual([]);
  });

  it('answers from the rules alone where there are no shapes', () => {
    const bare = createWorld(facts);
    expect(bare.administratorOfShape('NGA', '1914-07-28')).toMatchObject({ states: ['GBR'], dependency: true, divided: false });
    expect(bare.administratorOfShape('EST', '1960-01-01')).toMatchObject({ states: ['RUS'], dependency: false, divided: false });
  });
});

describe('decodeShapes', () => {
  const triangle: Topology = {
    transform: { scale: [0.5, 0.25], translate: [10, 20] },
    arcs: [
      [
        [0, 0],
        [4, 0],
      ],
      [
        [0, 0],
        [2, 8],
        [2, -8],
      ],
    ],
    objects: { countries: { geometries: [{ type: 'Polygon', id: '250', properties: { name: 'France' }, arcs: [[0, -2]] }] } },
  };

  it('undoes quantization, deltas and reversed arcs', () => {
    const [shape] = decodeShapes(triangle);
    expect(shape?.iso3).toBe('FRA');
    expect([...(shape?.polygons[0]?.outer.coords ?? [])]).toEqual([10, 20, 12, 20, 11, 22, 10, 20]);
  });

  it('refuses an arc that is not there', () => {
    const broken: Topology = {
      ...triangle,
      objects: { countries: { geometries: [{ type: 'Polygon', id: '250', properties: { name: 'France' }, arcs: [[7]] }] } },
    };
    expect(() => decodeShapes(broken)).toThrow(RangeError);
  });

  it('gives every shape of the map a code', () => {
    const shapes = countryShapes();
    expect(shapes.length).toBeGreaterThan(230);
    expect(shapes.filter(({ iso3 }) => !/^[A-Z]{3}$/.test(iso3))).toEqual([]);
    const known = new Set([...facts.states.map(({ id }) => id), ...facts.territories.flatMap(({ shapes: own = [] }) => own)]);
    expect(shapes.filter(({ iso3 }) => !known.has(iso3)).map(({ name }) => name)).toEqual([]);
  });

  it('draws Chukotka on the Russian side of the antimeridian', () => {
    const russia = countryShapes().find(({ iso3 }) => iso3 === 'RUS');
    expect(Math.max(...(russia?.polygons ?? []).map(({ outer }) => outer.east))).toBeGreaterThan(185);
  });
});
