import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { regionsSchema, territoriesSchema } from '../../src/core/states/places-schema.ts';
import { decodeShapes, type CountryShapes, type Topology } from '../../src/core/states/shapes.ts';
import type { WorldFacts } from '../../src/core/states/types.ts';
import { createWorld, type MappedWorld } from '../../src/core/states/world.ts';
import { catalogStates } from './states.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** States, territories and regions of the catalog, checked by their schemas. */
export function catalogFacts(): WorldFacts {
  return {
    states: catalogStates(),
    territories: territoriesSchema.parse(parse(read('catalog/states/territories.yaml'))),
    regions: regionsSchema.parse(parse(read('catalog/states/regions.yaml'))),
  };
}

/** Today's country shapes at 1:50m. */
export function countryShapes(): CountryShapes {
  const topology: Topology = JSON.parse(read('node_modules/world-atlas/countries-50m.json'));
  return decodeShapes(topology);
}

/** The world of the catalog, with country shapes. */
export function catalogWorld(facts: WorldFacts = catalogFacts()): MappedWorld {
  return createWorld(facts, countryShapes());
}
