import { describe, expect, it } from 'vitest';
import { distanceKm, distanceToRing, inRing, nearBox, ringOf, roughArea, roughCircle, wrapLongitude } from '../../../src/core/states/geometry.ts';

describe('distanceKm', () => {
  // Arcs of a sphere of radius 6371.0088 km: a degree is 111.195 km, half the globe 20015.1 km.
  it.each([
    ['a degree of the equator', 0, 0, 0, 1, 111.195],
    ['a degree of a meridian', 50, 7, 51, 7, 111.195],
    ['pole to pole', 90, 0, -90, 0, 20015.1],
    ['antipodes on the equator', 0, 0, 0, 180, 20015.1],
    ['a degree of the parallel of 60, half of one of the equator', 60, 0, 60, 1, 55.6],
    ['across the antimeridian', 0, 179.5, 0, -179.5, 111.195],
    ['Nashville airport to Los Angeles airport (the usual worked example of the formula)', 36.12, -86.67, 33.94, -118.4, 2886.45],
  ])('%s', (_, lat1, lon1, lat2, lon2, km) => {
    expect(Math.abs(distanceKm(lat1, lon1, lat2, lon2) - km)).toBeLessThan(Math.max(0.1, km * 1e-4));
  });
});

describe('inRing', () => {
  const square = ringOf([
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ]);
  const aleutians = ringOf([
    [-190, 50],
    [-160, 50],
    [-160, 55],
    [-190, 55],
  ]);
  const bering = ringOf([
    [170, 55],
    [200, 55],
    [200, 66],
    [170, 66],
  ]);
  const cap = ringOf([
    [-180, 70],
    [180, 70],
    [180, 90],
    [-180, 90],
  ]);
  const notched = ringOf([
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 2],
    [0, 10],
  ]);

  it.each([
    ['inside', square, 5, 5, true],
    ['north', square, 11, 5, false],
    ['a turn east', square, 5, 365, true],
    ['a turn west', square, 5, -355, true],
    ['the other side of the globe', square, 5, -175, false],
    ['Attu, drawn west of -180', aleutians, 52.9, 172.9, true],
    ['Adak, drawn east of -180', aleutians, 51.9, -176.6, true],
    ['Kamchatka', aleutians, 53, 158, false],
    ['Chukotka, drawn past 180', bering, 64.4, -173.2, true],
    ['on the antimeridian', bering, 60, 180, true],
    ['the north pole', cap, 90, 12, true],
    ['within the notch', notched, 8, 5, false],
    ['beside the notch', notched, 6, 1, true],
  ])('%s', (_, ring, lat, lon, expected) => {
    expect(inRing(ring, lat, lon)).toBe(expected);
  });
});

describe('distance to an outline and rough areas', () => {
  const square = ringOf([
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ]);
  it('is the distance to the nearest edge, from either side', () => {
    expect(distanceToRing(square, 0.5, 1.1)).toBeCloseTo(11.12, 1);
    expect(distanceToRing(square, 0.5, 0.9)).toBeCloseTo(11.12, 1);
    expect(distanceToRing(square, 1.1, 1.1)).toBeCloseTo(distanceKm(1.1, 1.1, 1, 1), 1);
  });
  // A degree of latitude is 111.195 km; at 60° north a degree of longitude is half of that.
  it.each([
    ['north', 61.9, 0.5, 62.1, 0.5],
    ['south', 58.1, 0.5, 57.9, 0.5],
    ['west', 60, -1.9, 60, -2.1],
    ['east', 60, 2.9, 60, 3.1],
  ])('a point %s of a ring is near its box up to that distance', (_, lat, lon, beyond, past) => {
    const northern = ringOf([
      [0, 59],
      [1, 59],
      [1, 61],
      [0, 61],
    ]);
    expect(nearBox(northern, lat, lon, 111.195)).toBe(true);
    expect(nearBox(northern, beyond, past, 111.195)).toBe(false);
  });
  it('orders circles and rings alike', () => {
    expect(roughArea(square)).toBeCloseTo(1, 3);
    const northern = ringOf([
      [0, 59.5],
      [1, 59.5],
      [1, 60.5],
      [0, 60.5],
    ]);
    expect(roughArea(northern)).toBeCloseTo(0.5, 3);
    expect(roughCircle(111.195)).toBeCloseTo(Math.PI, 2);
  });
  it('brings longitudes home', () => {
    expect([190, -190, 180, 540, -180, 12].map(wrapLongitude)).toEqual([-170, 170, -180, -180, -180, 12]);
  });
});
