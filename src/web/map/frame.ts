import type { Geography } from '../data/geography.ts';
import { distanceKm } from '../../core/states/geometry.ts';
import type { MappedWorld } from '../../core/states/world.ts';
import type { LonLat } from './projection.ts';

/** What the focus shows, and whether it or the world is the better large view. */
export interface Frame {
  readonly points: readonly LonLat[];
  readonly best: 'focus' | 'world';
  readonly middle: LonLat;
}

/** A region is at most this far across from its middle, in kilometers. */
const REGION = 2600;
/** Land further than this from its capital does not widen the frame: Russia does not end at the Urals. */
const REACH = 850;
const SHARE = 0.8;

/**
 * Fits the focus to the states that have part: those within the least circle of capitals that holds four fifths of them.
 * The focus is the better view where that circle is a region.
 */
export function frameFor(states: readonly string[], principals: readonly string[], spots: readonly LonLat[], world: MappedWorld, geography: Geography, date: string, homes: ReadonlyMap<string, readonly string[]>): Frame {
  const capitals = states.map((id): { id: string; at: LonLat } => {
    const { lat, lon } = world.home(id, date);
    return { id, at: [lon, lat] };
  });
  const apart = (a: LonLat, b: LonLat): number => distanceKm(a[1], a[0], b[1], b[0]);
  let radius = Infinity;
  let middle: LonLat = capitals[0]?.at ?? spots[0] ?? [11, 48];
  for (const { at } of capitals) {
    const distances = capitals.map((other) => apart(at, other.at)).sort((a, b) => a - b);
    const needed = distances[Math.ceil(SHARE * distances.length) - 1] ?? 0;
    if (needed < radius) [radius, middle] = [needed, at];
  }
  const inside = capitals.filter(({ id, at }) => apart(at, middle) <= Math.max(Math.min(radius, REGION), 900) || (principals.includes(id) && apart(at, middle) <= REGION * 1.3));
  const points: LonLat[] = [...spots, ...inside.flatMap(({ id, at }) => [at, ...coastNear(homes.get(id) ?? [], at, geography)])];
  if (points.length < 3) points.push([middle[0] - 6, middle[1] - 4], [middle[0] + 6, middle[1] + 4]);
  return { points, best: radius <= REGION ? 'focus' : 'world', middle };
}

/** Corners of a state's land near its capital, thinned. */
function coastNear(codes: readonly string[], capital: LonLat, geography: Geography): LonLat[] {
  const land = geography.land(codes);
  const points: LonLat[] = [];
  for (const polygon of land?.geometry.coordinates ?? []) {
    for (const [lon = 0, lat = 0] of polygon[0] ?? []) if (distanceKm(lat, lon, capital[1], capital[0]) < REACH) points.push([lon, lat]);
  }
  return points;
}
