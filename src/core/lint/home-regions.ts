import { normalizeDate } from '../states/dates.ts';
import type { World } from '../states/world.ts';
import type { Treaty } from '../treaty/schema.ts';
import { partiesOf } from './clauses.ts';

const CONTINENTS = ['europe', 'asia', 'africa', 'north-america', 'south-america', 'oceania'] as const;

/** The continents on which the parties have their capitals at signature, in a fixed order. */
export function homeRegions(treaty: Treaty, world: World): readonly string[] {
  const day = normalizeDate(treaty.signed);
  const homes = partiesOf(treaty).flatMap((state) => (world.state(state) === undefined ? [] : [world.home(state, day)]));
  return CONTINENTS.filter((region) => world.knowsRegion(region) && homes.some((home) => world.within(home, region, day)));
}
