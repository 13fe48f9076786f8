import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, inRing, ringOf, wrapLongitude } from '../../../src/core/states/geometry.ts';
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
