import { describe, expect, it } from 'vitest';
import { createGazetteer, ruleOn, statesOn } from '../../../src/core/states/places.ts';
import type { Territory } from '../../../src/core/states/types.ts';

const territory = (id: string, rest: Partial<Territory> = {}): Territory => ({ id, name: id, lat: 0, lon: 0, administered: [], ...rest });
const circle = territory('circle', { radius: 222.4 });
const square = territory('square', {
  outline: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
});
const point = territory('point', { shapes: ['AAA'] });
const gazetteer = createGazetteer([circle, point, square, territory('other', { lat: 60, lon: 100, radius: 10, shapes: ['AAA', 'BBB'] })]);

describe('the gazetteer', () => {
  // A degree of latitude is 111.195 km: the circle reaches just past two degrees.
  it.each([
    ['the middle of all', 0, 0, ['square', 'circle']],
    ['a corner of the square, within the circle', 0.99, 0.99, ['square', 'circle']],
    ['beyond the square', 1.99, 0, ['circle']],
    ['east, on the other side of the middle', 0, -1.99, ['circle']],
    ['beyond the circle', 2.01, 0, []],
    ['beyond it to the west', 0, 2.01, []],
    ['beyond it at an angle', 1.5, 1.5, []],
  ])('has the smallest first: %s', (_, lat, lon, ids) => {
    expect(gazetteer.containing(lat, lon).map(({ id }) => id)).toEqual(ids);
    expect([circle, square].filter((one) => gazetteer.contains(one, lat, lon)).map(({ id }) => id)).toEqual(ids.toSorted());
  });

  it('has nothing lie in a territory without an extent', () => {
    expect(gazetteer.contains(point, 0, 0)).toBe(false);
    expect(gazetteer.get('point')).toBe(point);
  });

  it('knows the territories that are a modern shape, in the order of the file', () => {
    expect(['AAA', 'BBB', 'CCC'].map((iso3) => gazetteer.ofShape(iso3).map(({ id }) => id))).toEqual([['point', 'other'], ['other'], []]);
  });
});

describe('rules', () => {
  const rules = [
    { states: ['AAA'], to: '1900-01-01' },
    { states: ['BBB', 'CCC'], from: '1910-01-01' },
  ];
  it.each([
    ['1899-12-31', ['AAA']],
    ['1900-01-01', []],
    ['1910-01-01', ['BBB', 'CCC']],
  ])('on %s name %j', (date, states) => {
    expect(statesOn(rules, date)).toEqual(states);
    expect(ruleOn(rules, date)?.states ?? []).toEqual(states);
  });
  it('that are none name nobody', () => {
    expect(statesOn(undefined, '1900-01-01')).toEqual([]);
  });
});
