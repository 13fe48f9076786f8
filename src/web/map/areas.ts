import { geoArea, geoCircle } from 'd3-geo';
import type { GeoPermissibleObjects } from 'd3-geo';
import type { Polygon } from 'geojson';
import { obligationsAt } from '../../core/treaty/resolve.ts';
import type { Area, AreaPart } from '../../core/treaty/obligation-schema.ts';
import type { Engine } from '../data/engine.ts';
import type { Geography } from '../data/geography.ts';
import type { StoryStep } from '../fight/story.ts';
import type { Patch } from './tint.ts';

/** The area clause of a treaty: what it takes in and what it leaves out, as shapes a map can draw. */
export interface DrawnArea {
  readonly key: string;
  readonly treaty: string;
  readonly article: string;
  readonly within: readonly GeoPermissibleObjects[];
  readonly without: readonly GeoPermissibleObjects[];
}

/** Area clauses in play at a step, as `treaty obligation` keys; the one opened or selected alone where there is one. */
export function areasInPlay(
  step: StoryStep,
  engine: Engine,
  date: string,
): readonly { readonly treaty: string; readonly obligation: string; readonly area: Area }[] {
  const used = new Map<string, { treaty: string; obligation: string }>();
  for (const { duty } of step.duties) used.set(`${duty.treaty} ${duty.obligation}`, duty);
  for (const { notOwed } of step.free) used.set(`${notOwed.treaty} ${notOwed.obligation}`, notOwed);
  return [...used.values()].flatMap(({ treaty, obligation }) => {
    const text = engine.treaty(treaty);
    const area = text ? obligationsAt(text, date).find(({ id }) => id === obligation)?.trigger?.area : undefined;
    return area ? [{ treaty, obligation, area }] : [];
  });
}

/** Draws an area clause from the outlines the law itself uses. */
export function drawArea(
  clause: { readonly treaty: string; readonly obligation: string; readonly area: Area },
  engine: Engine,
  geography: Geography,
  patches: readonly Patch[],
  date: string,
): DrawnArea {
  const { area, treaty, obligation } = clause;
  const parts: readonly AreaPart[] = (area.parts ?? [area]).filter((part) => (part.from ?? '') <= date && date < (part.until ?? '9999'));
  const shapes = (ids: readonly string[] | undefined): GeoPermissibleObjects[] =>
    [...new Set(ids ?? [])].flatMap((id) => shapesOf(id, engine, geography, patches));
  return {
    key: `${treaty} ${obligation} ${date}`,
    treaty,
    article: area.article ?? '',
    within: shapes(parts.flatMap((part) => part.include ?? [])),
    without: shapes(parts.length === 1 ? parts[0]?.exclude : undefined),
  };
}

/** Kilometers in a degree of a great circle. */
const DEGREE = 111.195;

function shapesOf(id: string, engine: Engine, geography: Geography, patches: readonly Patch[]): GeoPermissibleObjects[] {
  const rings = engine.world.outline(id);
  if (rings.length > 0) return rings.map(polygonOf);
  const territory = engine.world.territory(id);
  if (territory?.shapes) {
    const land = geography.land(territory.shapes);
    return land ? [land] : [];
  }
  if (territory?.radius !== undefined)
    return [
      geoCircle()
        .center([territory.lon, territory.lat])
        .radius(territory.radius / DEGREE)(),
    ];
  return patches
    .filter(({ owner }) => owner === id)
    .flatMap(({ codes }) => {
      const land = geography.land(codes);
      return land ? [land] : [];
    });
}

/** A ring of the plane of longitude and latitude as a polygon of the sphere: edges follow parallels, the inside is the lesser part. */
function polygonOf(ring: readonly (readonly [number, number])[]): Polygon {
  const dense: [number, number][] = [];
  ring.forEach(([lon, lat], i) => {
    const [lon1, lat1] = ring[(i + 1) % ring.length] ?? [lon, lat];
    const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(lon1 - lon), Math.abs(lat1 - lat)) / 2));
    for (let k = 0; k < pieces; k++) dense.push([lon + ((lon1 - lon) * k) / pieces, lat + ((lat1 - lat) * k) / pieces]);
  });
  const [first] = dense;
  if (first) dense.push(first);
  const polygon: Polygon = { type: 'Polygon', coordinates: [dense] };
  return geoArea(polygon) > 2 * Math.PI ? { type: 'Polygon', coordinates: [dense.toReversed()] } : polygon;
}
