import { inSpan } from './dates.ts';
import { distanceKm, inRing, ringOf, roughArea, roughCircle, type Ring } from './geometry.ts';
import type { IsoDate, Rule, StateId, Territory } from './types.ts';

/** The gazetteer: territories by id, by point and by modern shape. */

export interface Gazetteer {
  readonly all: readonly Territory[];
  get(id: string): Territory | undefined;
  /** Whether a territory's own circle or outline holds the point; false where it has neither. */
  contains(territory: Territory, lat: number, lon: number): boolean;
  /** Territories whose circle or outline holds the point, the smallest first. */
  containing(lat: number, lon: number): readonly Territory[];
  /** The same question for points of a box (degrees): only what reaches into it is tried. */
  containingIn(box: Box): (lat: number, lon: number) => readonly Territory[];
  /** Territories that are the whole of a modern shape, in the order of the file. */
  ofShape(iso3: string): readonly Territory[];
}

/** Degrees. */
type Box = Pick<Ring, 'south' | 'north' | 'west' | 'east'>;

interface Extent {
  readonly territory: Territory;
  readonly ring: Ring | undefined;
  readonly radius: number;
  readonly area: number;
}

/** Makes territories ready to be asked: linear in their number, outlines and circles by size. */
export function createGazetteer(list: readonly Territory[]): Gazetteer {
  const byId = new Map(list.map((territory) => [territory.id, territory]));
  const extents = new Map<string, Extent>();
  const byShape = new Map<string, Territory[]>();
  for (const territory of list) {
    const ring = territory.outline === undefined ? undefined : ringOf(territory.outline);
    const radius = territory.radius ?? 0;
    const area = ring === undefined ? roughCircle(radius) : roughArea(ring);
    if (area > 0) extents.set(territory.id, { territory, ring, radius, area });
    for (const iso3 of territory.shapes ?? []) byShape.set(iso3, [...(byShape.get(iso3) ?? []), territory]);
  }
  const bySize = [...extents.values()].toSorted((a, b) => a.area - b.area);
  const holds = ({ territory, ring, radius }: Extent, lat: number, lon: number): boolean =>
    ring !== undefined ? inRing(ring, lat, lon) : Math.abs(territory.lat - lat) * 110 < radius && distanceKm(territory.lat, territory.lon, lat, lon) <= radius;

  const holding = (tried: readonly Extent[], lat: number, lon: number): readonly Territory[] =>
    tried.filter((extent) => holds(extent, lat, lon)).map(({ territory }) => territory);

  return {
    all: list,
    get: (id) => byId.get(id),
    contains: ({ id }, lat, lon) => {
      const extent = extents.get(id);
      return extent !== undefined && holds(extent, lat, lon);
    },
    containing: (lat, lon) => holding(bySize, lat, lon),
    containingIn: (box) => {
      const near = bySize.filter((extent) => reaches(extent, box));
      return (lat, lon) => holding(near, lat, lon);
    },
    ofShape: (iso3) => byShape.get(iso3) ?? [],
  };
}

/** Whether an extent may hold a point of the box; outlines may run past the date line. Circles are taken by latitude alone. */
function reaches({ territory, ring, radius }: Extent, { south, north, west, east }: Box): boolean {
  if (ring === undefined) return territory.lat - radius / 110 <= north && territory.lat + radius / 110 >= south;
  return ring.south <= north && ring.north >= south && [-360, 0, 360].some((turn) => ring.west + turn <= east && ring.east + turn >= west);
}

/** The rule in force on a date. */
export function ruleOn(rules: readonly Rule[] | undefined, date: IsoDate): Rule | undefined {
  return rules?.find((rule) => inSpan(rule, date));
}

/** The states a list of rules names on a date. */
export function statesOn(rules: readonly Rule[] | undefined, date: IsoDate): readonly StateId[] {
  return ruleOn(rules, date)?.states ?? [];
}
