import type { Geography } from '../data/geography.ts';
import { distanceKm } from '../../core/states/geometry.ts';
import type { Continent } from '../../core/states/types.ts';
import type { MappedWorld } from '../../core/states/world.ts';
import type { LonLat } from './projection.ts';

/** What the focus shows. */
export interface Frame {
  readonly points: readonly LonLat[];
  /** How many of the states that have part it holds: 0 to 1. */
  readonly share: number;
  readonly middle: LonLat;
  /** "Europe, closer". */
  readonly label: string;
}

/** A region is at most this far across from its middle, in kilometers. */
const REGION = 2600;
/** Land further than this from its capital does not widen the frame: Russia does not end at the Urals. */
const REACH = 850;

/**
 * Fits the focus to the states that have part: those within a region of the capital around which most of them lie.
 */
export function frameFor(
  states: readonly string[],
  principals: readonly string[],
  spots: readonly LonLat[],
  world: MappedWorld,
  geography: Geography,
  date: string,
  homes: ReadonlyMap<string, readonly string[]>,
): Frame {
  const capitals = states.map((id): { id: string; at: LonLat } => {
    const { lat, lon } = world.home(id, date);
    return { id, at: [lon, lat] };
  });
  const apart = (a: LonLat, b: LonLat): number => distanceKm(a[1], a[0], b[1], b[0]);
  let middle: LonLat = capitals[0]?.at ?? spots[0] ?? [11, 48];
  let most = 0;
  let nearest = Infinity;
  for (const { at } of capitals) {
    const near = capitals.map((other) => apart(at, other.at)).filter((distance) => distance <= REGION);
    const total = near.reduce((sum, distance) => sum + distance, 0);
    if (near.length > most || (near.length === most && total < nearest)) [middle, most, nearest] = [at, near.length, total];
  }
  const around = (at: LonLat) => capitals.filter((other) => apart(other.at, at) <= (principals.includes(other.id) ? REGION * 1.3 : REGION));
  // Scattered over the world, or most of them far from the event: the place of the event is what one wants to see closer.
  const aside = principals.length > 0 && !around(middle).some(({ id }) => principals.includes(id));
  if (aside || most < capitals.length / 2) middle = spots[0] ?? capitals.find(({ id }) => id === principals.at(-1))?.at ?? middle;
  const inside = around(middle);
  const points: LonLat[] = [...spots, ...inside.flatMap(({ id, at }) => [at, ...coastNear(homes.get(id) ?? [], at, geography)])];
  if (points.length < 3) points.push([middle[0] - 6, middle[1] - 4], [middle[0] + 6, middle[1] + 4]);
  return {
    points,
    share: capitals.length > 0 ? (aside ? inside.length : most) / capitals.length : 0,
    middle,
    label: labelFor(
      inside.map(({ id }) => id),
      world,
    ),
  };
}

/** The continent most of them share, else just nearer. */
function labelFor(states: readonly string[], world: MappedWorld): string {
  const counts = new Map<Continent, number>();
  for (const id of states) {
    const continent = world.state(id)?.continent;
    if (continent) counts.set(continent, (counts.get(continent) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > states.length / 2 ? `${CONTINENT_NAMES[first[0]]}, closer` : 'Closer';
}

const CONTINENT_NAMES: Readonly<Record<Continent, string>> = {
  europe: 'Europe',
  asia: 'Asia',
  africa: 'Africa',
  'north-america': 'North America',
  'south-america': 'South America',
  oceania: 'Oceania',
};

/** Half the height of the frame around a capital whose land is too large to fit, in degrees. */
const AROUND = 2.5;

/** Corners of the land around a state's capital; where most of that land lies far off, the capital alone. */
function coastNear(codes: readonly string[], [lon0, lat0]: LonLat, geography: Geography): LonLat[] {
  const land = geography.land(codes);
  const points: LonLat[] = [];
  let all = 0;
  for (const polygon of land?.geometry.coordinates ?? []) {
    const ring = polygon[0] ?? [];
    const near = ring.filter(([lon = 0, lat = 0]) => distanceKm(lat, lon, lat0, lon0) < REACH);
    if (near.length > 0) all += ring.length;
    for (const [lon = 0, lat = 0] of near) points.push([lon, lat]);
  }
  if (points.length > all / 2) return points;
  return [
    [lon0, lat0 - AROUND],
    [lon0, lat0 + AROUND],
  ];
}
