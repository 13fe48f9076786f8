import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../../src/core/states/geometry.ts';
import { createRegions } from '../../../src/core/states/regions.ts';
import type { Region } from '../../../src/core/states/types.ts';
import { box } from '../../support/small-world.ts';

const TRIANGLE: readonly LonLat[] = [
  [0, 0],
  [10, 0],
  [0, 10],
];
const region = (id: string, rest: Partial<Region> = {}): Region => ({ id, name: id, kind: 'zone', ...rest });
const corners = (list: readonly Region[], id: string) =>
  createRegions(list)
    .outline(id)
    .map((ring) => ring.toSorted(([a, b], [c, d]) => b - d || a - c));

describe('regions', () => {
  it('refuses a region that names none, or itself by way of others', () => {
    expect(() => createRegions([region('inner', { all_of: ['nowhere'] }), region('outer', { any_of: ['inner'] })])).toThrow(
      'the region inner names nowhere, which is no region',
    );
    expect(() => createRegions([region('a', { all_of: ['b'] }), region('b', { any_of: ['a'] })])).toThrow('the region a is made of itself');
  });

  it('holds no point on the parallel it is cut at', () => {
    const { contains } = createRegions([region('north', { north_of: 20 }), region('south', { south_of: 20 })]);
    const held = (lat: number) => ['north', 'south'].filter((id) => contains(id, lat, 0));
    expect([19.9, 20, 20.1].map(held)).toEqual([['south'], [], ['north']]);
  });

  it('holds what lies in one of its rings', () => {
    const { contains } = createRegions([region('islands', { rings: [...(box('', 0, 1).rings ?? []), ...(box('', 5, 6).rings ?? [])] })]);
    expect([0.5, 3, 5.5].map((lon) => contains('islands', 0, lon))).toEqual([true, false, true]);
  });
});

describe('the water at a point', () => {
  const sea = (id: string, reach: number, kind: Region['kind'] = 'sea') => ({ ...box(id, -reach, reach, -reach, reach), kind });
  const waters = [sea('ocean', 4, 'ocean'), sea('great-ocean', 90, 'ocean'), sea('gulf', 2), sea('wide-sea', 50), sea('strait', 1), sea('land', 0.5, 'zone')];

  it.each([
    ['the smallest sea', 0, 'strait'],
    ['the smallest sea', 1.5, 'gulf'],
    ['any sea before an ocean', 3, 'wide-sea'],
    ['the smallest ocean', 60, 'great-ocean'],
    ['none', 120, undefined],
  ])('is %s (longitude %d)', (_, lon, id) => {
    expect(createRegions(waters).waterAt(0, lon)?.id).toBe(id);
    expect(createRegions(waters.toReversed()).waterAt(0, lon)?.id).toBe(id);
  });

  it('is the smallest ocean where there are only oceans', () => {
    const oceans = [sea('great-ocean', 90, 'ocean'), sea('ocean', 4, 'ocean')];
    expect(createRegions(oceans).waterAt(0, 0)?.id).toBe('ocean');
  });

  it('counts the parts of a sea as its size', () => {
    const parts = [sea('half', 30, 'zone'), { ...box('other-half', 30, 60), kind: 'zone' as const }];
    const seas = [region('both', { kind: 'sea', any_of: ['half', 'other-half'] }), sea('gulf', 5)];
    expect(createRegions([...parts, ...seas]).waterAt(0, 0)?.id).toBe('gulf');
  });
});

describe('the outline of a region', () => {
  it.each<[string, Partial<Region>, readonly (readonly LonLat[])[]]>([
    [
      'whole',
      {},
      [
        [
          [0, 0],
          [10, 0],
          [0, 10],
        ],
      ],
    ],
    [
      'north of a parallel',
      { north_of: 5 },
      [
        [
          [0, 5],
          [5, 5],
          [0, 10],
        ],
      ],
    ],
    [
      'south of a parallel',
      { south_of: 5 },
      [
        [
          [0, 0],
          [10, 0],
          [0, 5],
          [5, 5],
        ],
      ],
    ],
    [
      'between two',
      { north_of: 2, south_of: 6 },
      [
        [
          [0, 2],
          [8, 2],
          [0, 6],
          [4, 6],
        ],
      ],
    ],
    ['all of it beyond the parallel', { north_of: 11 }, []],
  ])('is cut at its parallels: %s', (_, cut, expected) => {
    expect(corners([region('triangle', { rings: [TRIANGLE], ...cut })], 'triangle')).toEqual(expected);
  });

  it('of a parallel alone is the globe on that side of it', () => {
    const list = [region('north', { north_of: 20 }), region('south', { south_of: 40 }), region('band', { all_of: ['north', 'south'] })];
    expect(corners(list, 'north')).toEqual([
      [
        [-180, 20],
        [180, 20],
        [-180, 90],
        [180, 90],
      ],
    ]);
    expect(corners(list, 'south')).toEqual([
      [
        [-180, -90],
        [180, -90],
        [-180, 40],
        [180, 40],
      ],
    ]);
    expect(corners(list, 'band')).toEqual([
      [
        [-180, 20],
        [180, 20],
        [-180, 40],
        [180, 40],
      ],
    ]);
  });

  it('of an intersection is its part with an outline, cut at the other', () => {
    const list = [region('triangle', { rings: [TRIANGLE] }), region('north', { north_of: 5 }), region('both', { all_of: ['north', 'triangle'] })];
    expect(corners(list, 'both')).toEqual([
      [
        [0, 5],
        [5, 5],
        [0, 10],
      ],
    ]);
    const joined = [...list, region('union', { any_of: ['triangle'] }), region('cut', { all_of: ['north', 'union'] })];
    expect(corners(joined, 'cut')).toEqual([
      [
        [0, 5],
        [5, 5],
        [0, 10],
      ],
    ]);
  });

  it('of an id that is no region is empty', () => {
    expect(createRegions([]).outline('atlantis')).toEqual([]);
  });
});
