import { inRing, ringOf, roughArea, type LonLat } from './geometry.ts';
import type { Region } from './types.ts';

/** Continents, seas, parallels and treaty areas as questions about a point. Every part a region gives must hold. */

export interface Regions {
  readonly all: readonly Region[];
  get(id: string): Region | undefined;
  /** Whether a point (degrees) lies in the region; false for an id that is none. */
  contains(id: string, lat: number, lon: number): boolean;
  /** The smallest sea, else the smallest ocean, that a point lies in. */
  waterAt(lat: number, lon: number): Region | undefined;
  /** Rings of [lon, lat] that a map can draw for the region, cut at the parallels it names. */
  outline(id: string): readonly (readonly LonLat[])[];
}

const WORLD: readonly LonLat[] = [
  [-180, -90],
  [180, -90],
  [180, 90],
  [-180, 90],
];

/** Throws RangeError where a region names another that the list does not hold, or itself by way of others. */
export function createRegions(list: readonly Region[]): Regions {
  const byId = new Map(list.map((region) => [region.id, region]));
  const rings = new Map(list.map((region) => [region.id, (region.rings ?? []).map(ringOf)]));
  for (const { id } of list) checkReferences(byId, id, []);

  const contains = (id: string, lat: number, lon: number): boolean => {
    const region = byId.get(id);
    if (region === undefined) return false;
    if (region.north_of !== undefined && lat <= region.north_of) return false;
    if (region.south_of !== undefined && lat >= region.south_of) return false;
    if (region.rings !== undefined && !(rings.get(id) ?? []).some((ring) => inRing(ring, lat, lon))) return false;
    if (region.all_of !== undefined && !region.all_of.every((part) => contains(part, lat, lon))) return false;
    return region.any_of === undefined || region.any_of.some((part) => contains(part, lat, lon));
  };

  const sizeOf = (id: string): number => sum((rings.get(id) ?? []).map(roughArea)) + sum((byId.get(id)?.any_of ?? []).map(sizeOf));
  const waters = [
    ...list.filter(({ kind }) => kind === 'sea').toSorted((a, b) => sizeOf(a.id) - sizeOf(b.id)),
    ...list.filter(({ kind }) => kind === 'ocean').toSorted((a, b) => sizeOf(a.id) - sizeOf(b.id)),
  ];

  const outline = (id: string): readonly (readonly LonLat[])[] => {
    const region = byId.get(id);
    if (region === undefined) return [];
    const whole = [...(region.rings ?? []), ...(region.any_of ?? []).flatMap(outline)];
    const bounds = [region, ...(region.all_of ?? []).flatMap((part) => byId.get(part) ?? [])];
    const inner = (region.all_of ?? []).filter((part) => byId.get(part)?.rings !== undefined || byId.get(part)?.any_of !== undefined);
    const start = whole.length > 0 ? whole : inner.length > 0 ? inner.flatMap(outline) : [WORLD];
    return start
      .map((ring) => bounds.reduce((cut, { north_of, south_of }) => clip(clip(cut, north_of, 1), south_of, -1), ring))
      .filter((ring) => ring.length >= 3);
  };

  return {
    all: list,
    get: (id) => byId.get(id),
    contains,
    waterAt: (lat, lon) => waters.find(({ id }) => contains(id, lat, lon)),
    outline,
  };
}

function checkReferences(byId: ReadonlyMap<string, Region>, id: string, path: readonly string[]): void {
  const region = byId.get(id);
  if (region === undefined) throw new RangeError(`the region ${path.at(-1) ?? id} names ${id}, which is no region`);
  if (path.includes(id)) throw new RangeError(`the region ${id} is made of itself`);
  for (const part of [...(region.all_of ?? []), ...(region.any_of ?? [])]) checkReferences(byId, part, [...path, id]);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Cuts a ring at a parallel (Sutherland and Hodgman 1974) and keeps the side north (1) or south (-1) of it. */
function clip(ring: readonly LonLat[], parallel: number | undefined, side: 1 | -1): readonly LonLat[] {
  if (parallel === undefined) return ring;
  const kept: LonLat[] = [];
  ring.forEach(([lon, lat], i) => {
    const [lon0, lat0] = ring.at(i - 1) ?? [lon, lat];
    const inside = (lat - parallel) * side >= 0;
    if (inside !== (lat0 - parallel) * side >= 0) kept.push([lon0 + ((lon - lon0) * (parallel - lat0)) / (lat - lat0), parallel]);
    if (inside) kept.push([lon, lat]);
  });
  return kept;
}
