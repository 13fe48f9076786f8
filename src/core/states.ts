/** `foedus/states`: who existed when, how it was called and coded, whose land a place was. Runs in Node and in the browser. */
export { CODE_SYSTEMS, convertCode, type CodeSystem, type Conversion } from './states/codes.ts';
export { createRegistry, type Registry } from './states/registry.ts';
export { decodeShapes, type CountryShapes } from './states/shapes.ts';
export type { IsoDate, Place, Region, State, StateId, Territory, WorldFacts } from './states/types.ts';
export { createWorld, type MappedWorld, type World } from './states/world.ts';
