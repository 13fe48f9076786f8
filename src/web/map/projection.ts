import { geoAzimuthalEqualArea, geoEqualEarth, geoPath } from 'd3-geo';
import type { GeoPath, GeoPermissibleObjects, GeoProjection } from 'd3-geo';

export type LonLat = readonly [number, number];

/** A map drawn to a size in pixels. Two views with the same key draw the same. */
export interface View {
  readonly kind: 'focus' | 'world';
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly project: (point: LonLat) => LonLat | null;
  readonly invert: (point: LonLat) => LonLat | null;
  /** SVG path data, kept once made under the name given. */
  readonly draw: (name: string, shape: GeoPermissibleObjects | null) => string;
  /** Square pixels, kept once measured. */
  readonly area: (shape: GeoPermissibleObjects) => number;
}

function toView(kind: View['kind'], key: string, width: number, height: number, projection: GeoProjection): View {
  projection.clipExtent([
    [-8, -8],
    [width + 8, height + 8],
  ]);
  const path: GeoPath = geoPath(projection).digits(1);
  const drawn = new Map<string, string>();
  const measured = new WeakMap<GeoPermissibleObjects, number>();
  return {
    kind,
    key,
    width,
    height,
    project: ([lon, lat]) => projection([lon, lat]),
    invert: ([x, y]) => projection.invert?.([x, y]) ?? null,
    area: (shape) => {
      const known = measured.get(shape);
      if (known !== undefined) return known;
      const area = path.area(shape);
      measured.set(shape, area);
      return area;
    },
    draw: (name, shape) => {
      const known = drawn.get(name);
      if (known !== undefined) return known;
      const data = shape ? (path(shape) ?? '') : '';
      drawn.set(name, data);
      return data;
    },
  };
}

/** Central meridian 11° East: the cut runs through the Bering Strait and Chukotka stays whole. */
const MERIDIAN = 11;
const NORTH = 83.5;
const SOUTH = -56;

/** The world in Equal Earth (Šavrič, Patterson and Jenny 2019), 56°S to 83.5°N; a frame taller than the map crops its sides around `about`. */
export function worldView(width: number, height: number, about: LonLat | null = null): View {
  const projection = geoEqualEarth().rotate([-MERIDIAN, 0]).scale(1).translate([0, 0]);
  const at = (lon: number, lat: number): readonly [number, number] => projection([lon, lat]) ?? [0, 0];
  const wide = at(MERIDIAN + 179.99, 0)[0] * 2;
  const top = at(MERIDIAN, NORTH)[1];
  const tall = at(MERIDIAN, SOUTH)[1] - top;
  const fit = Math.min(width / wide, height / tall);
  const scale = width / height < 1.5 ? Math.min(fit * 1.45, height / tall) : fit;
  const spare = Math.max(0, (wide * scale - width) / 2);
  const lean = about ? Math.max(-spare, Math.min(spare, at(about[0], about[1])[0] * scale)) : 0;
  projection.scale(scale).translate([width / 2 - lean, height / 2 - (top + tall / 2) * scale]);
  return toView('world', `world ${width} ${height} ${Math.round(lean)}`, width, height, projection);
}

const RADIANS = Math.PI / 180;

/** The point on the sphere nearest to all of them on average. */
export function middleOf(points: readonly LonLat[]): LonLat {
  let [x, y, z] = [0, 0, 0];
  for (const [lon, lat] of points) {
    x += Math.cos(lat * RADIANS) * Math.cos(lon * RADIANS);
    y += Math.cos(lat * RADIANS) * Math.sin(lon * RADIANS);
    z += Math.sin(lat * RADIANS);
  }
  return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

/** A region in azimuthal equal-area projection, fitted to points with 8% padding. */
export function focusView(width: number, height: number, points: readonly LonLat[]): View {
  const [lon, lat] = middleOf(points);
  const projection = geoAzimuthalEqualArea().rotate([-lon, -lat]).clipAngle(90);
  const pad = 0.08 * Math.min(width, height);
  projection.fitExtent(
    [
      [pad, pad],
      [width - pad, height - pad],
    ],
    { type: 'MultiPoint', coordinates: points.map(([x, y]) => [x, y]) },
  );
  const key = `focus ${width} ${height} ${projection.scale().toFixed(1)} ${lon.toFixed(2)} ${lat.toFixed(2)} ${projection.translate().map(Math.round).join(' ')}`;
  return toView('focus', key, width, height, projection);
}

/** The frame of a view as a path on another: the box an inset shows. */
export function frameOn(inner: View, outer: View): string {
  const edge: LonLat[] = [];
  const steps = 24;
  const walk = (x0: number, y0: number, x1: number, y1: number): void => {
    for (let i = 0; i < steps; i++) {
      const point = inner.invert([x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps]);
      const on = point && !point.some(Number.isNaN) ? outer.project(point) : null;
      if (on) edge.push(on);
    }
  };
  const { width: w, height: h } = inner;
  walk(0, 0, w, 0);
  walk(w, 0, w, h);
  walk(w, h, 0, h);
  walk(0, h, 0, 0);
  return edge.length > 2 ? `M${edge.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z` : '';
}
