import { distanceToRing, inRing, nearBox, ringOfCoords, type Ring } from './geometry.ts';
import { shapeCode } from './shape-codes.ts';

/**
 * Today's countries as shapes: a decoder for the TopoJSON of `world-atlas` (`countries-50m.json` or `-110m.json`,
 * Natural Earth, public domain), and the two questions asked of them. The file is read elsewhere and handed in parsed.
 */

/** What the decoder needs of a TopoJSON topology; the parsed file satisfies it. */
export interface Topology {
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] };
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly objects: { readonly countries: { readonly geometries: readonly TopologyGeometry[] } };
}
export type TopologyGeometry = { readonly id?: string; readonly properties: { readonly name: string } } & (
  | { readonly type: 'Polygon'; readonly arcs: readonly (readonly number[])[] }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly (readonly (readonly number[])[])[] }
);

export interface Polygon {
  readonly outer: Ring;
  readonly holes: readonly Ring[];
}
export interface CountryShape {
  /** ISO 3166 alpha-3, or XKX, XNC, XSI (see `shape-codes.ts`). */
  readonly iso3: string;
  readonly name: string;
  readonly polygons: readonly Polygon[];
}
export type CountryShapes = readonly CountryShape[];

/** Decodes a topology of countries. Shapes with the same code are joined; those without any are left out. */
export function decodeShapes(topology: Topology): CountryShapes {
  const arcs = decodeArcs(topology);
  const byCode = new Map<string, { name: string; polygons: Polygon[] }>();
  for (const geometry of topology.objects.countries.geometries) {
    const { name } = geometry.properties;
    const iso3 = shapeCode(geometry.id, name);
    if (iso3 === undefined) continue;
    const shape = byCode.get(iso3) ?? { name, polygons: [] };
    byCode.set(iso3, shape);
    for (const rings of geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs) {
      const [outer, ...holes] = rings.map((indices) => joinArcs(arcs, indices));
      if (outer !== undefined) shape.polygons.push({ outer, holes });
    }
  }
  return [...byCode].map(([iso3, { name, polygons }]) => ({ iso3, name, polygons }));
}

/** Undoes quantization and delta coding: each arc becomes flat coordinates in degrees. */
function decodeArcs({ transform, arcs }: Topology): Float64Array[] {
  const [kx = 1, ky = 1] = transform.scale;
  const [dx = 0, dy = 0] = transform.translate;
  return arcs.map((arc) => {
    const flat = new Float64Array(arc.length * 2);
    let x = 0;
    let y = 0;
    arc.forEach((step, i) => {
      x += step[0] ?? 0;
      y += step[1] ?? 0;
      flat[2 * i] = x * kx + dx;
      flat[2 * i + 1] = y * ky + dy;
    });
    return flat;
  });
}

/**
 * Joins arcs into a ring; a negative index ~i is arc i backwards. The first point of each arc repeats the last one before.
 * The file stitches shapes across the antimeridian, so longitudes are unwrapped here. It also stitches Antarctica over the
 * pole, where no plane ring can follow: the gazetteer answers for it.
 */
function joinArcs(arcs: readonly Float64Array[], indices: readonly number[]): Ring {
  const points: number[] = [];
  let previous = NaN;
  for (const index of indices) {
    const arc = arcs[index < 0 ? ~index : index];
    if (arc === undefined) throw new RangeError(`topology names an arc it does not have: ${index}`);
    const n = arc.length / 2;
    for (let k = points.length === 0 ? 0 : 1; k < n; k += 1) {
      const i = index < 0 ? n - 1 - k : k;
      let lon = arc[2 * i] ?? NaN;
      if (lon - previous > 180) lon -= 360;
      else if (lon - previous < -180) lon += 360;
      points.push(lon, arc[2 * i + 1] ?? NaN);
      previous = lon;
    }
  }
  return ringOfCoords(Float64Array.from(points));
}

/** Whether a point (degrees) lies inside the outer ring and in none of the holes. */
export function inPolygon({ outer, holes }: Polygon, lat: number, lon: number): boolean {
  return inRing(outer, lat, lon) && !holes.some((hole) => inRing(hole, lat, lon));
}

export interface ShapeIndex {
  /** The shape a point lies in, if any. */
  at(lat: number, lon: number): CountryShape | undefined;
  /** The shape whose coast or border is nearest to a point, within `km`. */
  nearest(lat: number, lon: number, km: number): CountryShape | undefined;
}

/** Sorts polygons into strips of ten degrees of latitude, so that a point meets only those near it. */
export function indexShapes(shapes: CountryShapes): ShapeIndex {
  const strips: { readonly shape: CountryShape; readonly polygon: Polygon }[][] = Array.from({ length: STRIPS }, () => []);
  for (const shape of shapes) {
    for (const polygon of shape.polygons) {
      // Half a degree either way is more than the distance that `nearest` is asked for.
      for (let i = stripOf(polygon.outer.south - 0.5); i <= stripOf(polygon.outer.north + 0.5); i += 1) strips[i]?.push({ shape, polygon });
    }
  }
  return {
    at: (lat, lon) => strips[stripOf(lat)]?.find(({ polygon }) => inPolygon(polygon, lat, lon))?.shape,
    nearest: (lat, lon, km) => {
      let best: CountryShape | undefined;
      let distance = km;
      for (const { shape, polygon } of strips[stripOf(lat)] ?? []) {
        const { outer } = polygon;
        for (const turn of outer.east > 179 ? [lon, lon + 360] : outer.west < -179 ? [lon, lon - 360] : [lon]) {
          if (!nearBox(outer, lat, turn, distance)) continue;
          const d = distanceToRing(outer, lat, turn);
          if (d > distance) continue;
          distance = d;
          best = shape;
        }
      }
      return best;
    },
  };
}

const STRIPS = 18;
const stripOf = (lat: number): number => Math.max(0, Math.min(STRIPS - 1, Math.floor((lat + 90) / 10)));
