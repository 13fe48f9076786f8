/** `foedus/states`: who existed when, how it was called and coded, whose land a place was. Runs in Node and in the browser. */
export { convertCode, type Conversion } from './states/codes.ts';
export { createRegistry, type Registry } from './states/registry.ts';
export { decodeShapes, type CountryShapes } from './states/shapes.ts';
export {
  CODE_SYSTEMS,
  type CodeSystem,
  type IsoDate,
  type Place,
  type Region,
  type State,
  type StateId,
  type Territory,
  type WorldFacts,
} from './states/types.ts';
export { createWorld, type MappedWorld, type World } from './states/world.ts';
