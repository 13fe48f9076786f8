import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, distanceToRing, inRing, nearBox, ringOf, roughArea, wrapLongitude, type LonLat } from '../../../src/core/states/geometry.ts';
import { createRegions } from '../../../src/core/states/regions.ts';
import { catalogFacts } from '../../support/catalog-world.ts';

const regions = createRegions(catalogFacts().regions);
const ids = fc.constantFrom(...regions.all.map(({ id }) => id));
const lat = fc.double({ min: -90, max: 90, noNaN: true });
const lon = fc.double({ min: -180, max: 180, noNaN: true });

describe('the sphere', () => {
  it('has a symmetric distance that obeys the triangle inequality', () => {
    fc.assert(
      fc.property(lat, lon, lat, lon, lat, lon, (a, b, c, d, e, f) => {
        const direct = distanceKm(a, b, c, d);
        expect(direct).toBeCloseTo(distanceKm(c, d, a, b), 6);
        expect(direct).toBeLessThanOrEqual(distanceKm(a, b, e, f) + distanceKm(e, f, c, d) + 1e-3);
      }),
    );
  });
});

describe('a longitude', () => {
  it('that is at home stays what it is, and any other comes home by whole turns', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, maxExcluded: true, noNaN: true }), fc.integer({ min: -3, max: 3 }), (x, turns) => {
        expect(wrapLongitude(x)).toBe(x);
        expect(Math.abs(wrapLongitude(wrapLongitude(x + 360 * turns) - x))).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('a ring', () => {
  /** Corners at growing angles around a middle, so that no two edges cross. */
  const corners = fc
    .record({
      lat: fc.integer({ min: -60, max: 60 }),
      lon: fc.integer({ min: -170, max: 170 }),
      reach: fc.array(fc.double({ min: 0.5, max: 5, noNaN: true }), { minLength: 3, maxLength: 9 }),
    })
    .map((middle) =>
      middle.reach.map((reach, i, { length }): LonLat => {
        const angle = (2 * Math.PI * i) / length;
        return [middle.lon + reach * Math.cos(angle), middle.lat + reach * Math.sin(angle)];
      }),
    );
  const offset = fc.double({ min: -8, max: 8, noNaN: true });

  it('is the same from whichever corner it is drawn, in either direction, closed or not', () => {
    fc.assert(
      fc.property(corners, fc.nat({ max: 8 }), offset, offset, (points, turn, dy, dx) => {
        const start = turn % points.length;
        const turned = [...points.slice(start), ...points.slice(0, start)];
        const [lon, lat] = [(points[0]?.[0] ?? 0) + dx, (points[0]?.[1] ?? 0) + dy];
        const ring = ringOf(points);
        fc.pre(distanceToRing(ring, lat, lon) > 1e-3);
        for (const other of [turned, points.toReversed(), [...turned, ...turned.slice(0, 1)]].map(ringOf)) {
          expect([other.west, other.south, other.east, other.north]).toEqual([ring.west, ring.south, ring.east, ring.north]);
          expect(inRing(other, lat, lon)).toBe(inRing(ring, lat, lon));
          expect(distanceToRing(other, lat, lon)).toBeCloseTo(distanceToRing(ring, lat, lon), 6);
          expect(roughArea(other)).toBeCloseTo(roughArea(ring), 6);
        }
      }),
    );
  });

  it('has every point that is near one of its edges near its box', () => {
    fc.assert(
      fc.property(corners, offset, offset, fc.integer({ min: 50, max: 500 }), (points, dy, dx, km) => {
        const ring = ringOf(points);
        const [lon, lat] = [(points[0]?.[0] ?? 0) + dx, (points[0]?.[1] ?? 0) + dy];
        fc.pre(distanceToRing(ring, lat, lon) <= km);
        expect(nearBox(ring, lat, lon, km)).toBe(true);
      }),
    );
  });
});

describe('regions', () => {
  it('answer alike a turn of the globe away', () => {
    fc.assert(
      fc.property(ids, lat, fc.integer({ min: -179, max: 179 }), fc.constantFrom(-720, -360, 360), (id, y, x, turn) => {
        expect(regions.contains(id, y, x + turn)).toBe(regions.contains(id, y, x));
      }),
      { numRuns: 2000 },
    );
  });

  it('lie in every region they are the intersection of', () => {
    const intersections = regions.all.filter(({ all_of }) => all_of !== undefined);
    expect(intersections.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.constantFrom(...intersections), lat, lon, (region, y, x) => {
        const parts = region.all_of ?? [];
        expect(regions.contains(region.id, y, x)).toBe(parts.every((part) => regions.contains(part, y, x)));
      }),
      { numRuns: 1000 },
    );
  });

  it('are where their drawn outline is', () => {
    const outlines = new Map(regions.all.map(({ id }) => [id, regions.outline(id).map(ringOf)]));
    fc.assert(
      fc.property(ids, lat, lon, (id, y, x) => {
        const drawn = (outlines.get(id) ?? []).some((ring) => inRing(ring, y, wrapLongitude(x)));
        expect(drawn).toBe(regions.contains(id, y, x));
      }),
      { numRuns: 2000 },
    );
  });

  it('split the globe at a parallel', () => {
    fc.assert(
      fc.property(lat, lon, (y, x) => {
        fc.pre(y !== 23.44);
        expect(regions.contains('north-of-tropic-of-cancer', y, x)).not.toBe(regions.contains('south-of-tropic-of-cancer', y, x));
      }),
    );
  });
});
