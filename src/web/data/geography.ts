import { merge } from 'topojson-client';
import type { Feature, MultiPolygon } from 'geojson';
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from 'topojson-specification';
import { shapeCode } from '../../core/states/shape-codes.ts';

/** The TopoJSON of `world-atlas`, as served beside the page. */
export type Atlas = Topology<{ readonly countries: GeometryCollection<{ readonly name: string }> }>;
export type Land = Feature<MultiPolygon>;

/** Today's countries as shapes, by ISO 3166 alpha-3, and any union of them with one outline. */
export interface Geography {
  readonly scale: '110m' | '50m';
  readonly codes: readonly string[];
  readonly has: (code: string) => boolean;
  /** The union of shapes; inner borders vanish. Kept once made. */
  readonly land: (codes: readonly string[]) => Land | null;
}

type Piece = TopoPolygon | TopoMultiPolygon;

export function createGeography(atlas: Atlas, scale: Geography['scale']): Geography {
  const pieces = new Map<string, Piece[]>();
  for (const geometry of atlas.objects.countries.geometries) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const code = shapeCode(geometry.id === undefined ? undefined : String(geometry.id), geometry.properties?.name ?? '');
    if (code) pieces.set(code, [...(pieces.get(code) ?? []), geometry]);
  }
  const made = new Map<string, Land | null>();
  const make = (codes: readonly string[]): Land | null => {
    const wanted = codes.flatMap((code) => pieces.get(code) ?? []);
    return wanted.length === 0 ? null : { type: 'Feature', properties: {}, geometry: merge(atlas, wanted) };
  };
  return {
    scale,
    codes: [...pieces.keys()],
    has: (code) => pieces.has(code),
    land: (codes) => {
      const key = codes.join(' ');
      const known = made.get(key);
      if (known !== undefined) return known;
      const land = make(codes);
      made.set(key, land);
      return land;
    },
  };
}
