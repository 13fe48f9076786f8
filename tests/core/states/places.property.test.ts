import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGazetteer } from '../../../src/core/states/places.ts';
import { catalogFacts } from '../../support/catalog-world.ts';

const gazetteer = createGazetteer(catalogFacts().territories);
const coordinate = fc.integer({ min: 0, max: 1000 });

describe('the territories over a point', () => {
  it('are the same whether all are tried or those that reach into a box around it', () => {
    const anchors = fc.constantFrom(...gazetteer.all);
    fc.assert(
      fc.property(anchors, coordinate, coordinate, coordinate, coordinate, (anchor, x, y, w, h) => {
        const [lat, lon] = [anchor.lat + (x - 500) / 100, anchor.lon + (y - 500) / 100];
        const box = { south: lat - w / 50, north: lat + h / 50, west: lon - h / 50, east: lon + w / 50 };
        expect(gazetteer.containingIn(box)(lat, lon)).toEqual(gazetteer.containing(lat, lon));
      }),
      { numRuns: 3000 },
    );
  });
});
