/**
 * Plane and sphere geometry for places: great-circle distance, point in ring, distance to an outline.
 * Rings live on the plane of longitude and latitude with longitudes unwrapped, so one may run past ±180
 * to cross the antimeridian; a ring around a pole runs along latitude ±90.
 */

/** Mean radius of the Earth in kilometers (IUGG R1). */
const EARTH_RADIUS = 6371.0088;
const RADIANS = Math.PI / 180;
/** Kilometers in a degree of latitude. */
const DEGREE = EARTH_RADIUS * RADIANS;

export type LonLat = readonly [number, number];

/** A ring made ready for many questions: flat coordinates (lon, lat, lon, lat ...) and its bounding box in degrees. */
export interface Ring {
  readonly coords: Float64Array;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Great-circle distance in kilometers by the haversine formula (Sinnott 1984); latitudes and longitudes in degrees. */
export function distanceKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const dLat = Math.sin(((lat2 - lat1) * RADIANS) / 2);
  const dLon = Math.sin(((lon2 - lon1) * RADIANS) / 2);
  const a = dLat * dLat + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * dLon * dLon;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** The longitude brought into [-180, 180). */
export function wrapLongitude(lon: number): number {
  return lon >= -180 && lon < 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180;
}

/** Makes a ring from [lon, lat] pairs, closed or not. */
export function ringOf(points: readonly LonLat[]): Ring {
  const coords = new Float64Array(points.length * 2);
  points.forEach(([lon, lat], i) => {
    coords[2 * i] = lon;
    coords[2 * i + 1] = lat;
  });
  return ringOfCoords(coords);
}

/** Makes a ring from flat coordinates (lon, lat, lon, lat ...). */
export function ringOfCoords(coords: Float64Array): Ring {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < coords.length; i += 2) {
    const lon = coords[i] ?? NaN;
    const lat = coords[i + 1] ?? NaN;
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return { coords, west, south, east, north };
}

/** Crossing number of a ray from the point along its parallel; the longitude is taken as it stands. */
function crosses(ring: Ring, lat: number, lon: number): boolean {
  if (lon < ring.west || lon > ring.east || lat < ring.south || lat > ring.north) return false;
  const { coords } = ring;
  let inside = false;
  let x1 = coords[coords.length - 2] ?? 0;
  let y1 = coords[coords.length - 1] ?? 0;
  for (let i = 0; i < coords.length; i += 2) {
    const x2 = coords[i] ?? 0;
    const y2 = coords[i + 1] ?? 0;
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    x1 = x2;
    y1 = y2;
  }
  return inside;
}

/** Whether a point (degrees, any longitude) lies in the ring, in whichever turn of the globe the ring is drawn. */
export function inRing(ring: Ring, lat: number, lon: number): boolean {
  const y = Math.max(-89.9999, Math.min(89.9999, lat));
  const x = wrapLongitude(lon);
  return crosses(ring, y, x) || (ring.east >= 180 && crosses(ring, y, x + 360)) || (ring.west < -180 && crosses(ring, y, x - 360));
}

/** Whether the point comes within `km` of the ring's bounding box. */
export function nearBox(ring: Ring, lat: number, lon: number, km: number): boolean {
  const dLat = km / DEGREE;
  if (lat < ring.south - dLat || lat > ring.north + dLat) return false;
  const dLon = dLat / Math.max(0.01, Math.cos(lat * RADIANS));
  return lon >= ring.west - dLon && lon <= ring.east + dLon;
}

/**
 * Distance in kilometers from a point to the nearest edge of a ring, on the plane tangent at the point:
 * right to a part in a thousand within a few hundred kilometers, and not meant beyond.
 */
export function distanceToRing(ring: Ring, lat: number, lon: number): number {
  const scale = Math.cos(lat * RADIANS);
  const { coords } = ring;
  let best = Infinity;
  let x1 = ((coords[coords.length - 2] ?? 0) - lon) * scale;
  let y1 = (coords[coords.length - 1] ?? 0) - lat;
  for (let i = 0; i < coords.length; i += 2) {
    const x2 = ((coords[i] ?? 0) - lon) * scale;
    const y2 = (coords[i + 1] ?? 0) - lat;
    const dx = x2 - x1;
    const dy = y2 - y1;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length));
    const x = x1 + t * dx;
    const y = y1 + t * dy;
    const d = x * x + y * y;
    if (d < best) best = d;
    x1 = x2;
    y1 = y2;
  }
  return Math.sqrt(best) * DEGREE;
}

/** Area of a ring in square degrees shrunk by the cosine of its middle latitude: enough to say which of two is the smaller. */
export function roughArea(ring: Ring): number {
  const { coords } = ring;
  let twice = 0;
  let x1 = coords[coords.length - 2] ?? 0;
  let y1 = coords[coords.length - 1] ?? 0;
  for (let i = 0; i < coords.length; i += 2) {
    const x2 = coords[i] ?? 0;
    const y2 = coords[i + 1] ?? 0;
    twice += x1 * y2 - x2 * y1;
    x1 = x2;
    y1 = y2;
  }
  return (Math.abs(twice) / 2) * Math.cos(((ring.south + ring.north) / 2) * RADIANS);
}

/** The same measure for a circle of `km` kilometers. */
export function roughCircle(km: number): number {
  return Math.PI * (km / DEGREE) ** 2;
}
