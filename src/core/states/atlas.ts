import { compareText } from '../text/compare.ts';
import { inSpan, inSpans } from './dates.ts';
import { inRing, roughArea, type Ring } from './geometry.ts';
import { ruleOn, statesOn, type Gazetteer } from './places.ts';
import { indexShapes, inPolygon, type CountryShape, type CountryShapes } from './shapes.ts';
import type { IsoDate, Place, State, StateId, Territory } from './types.ts';

/**
 * Whose land is it? The gazetteer first, then today's shapes taken back to the date: a territory that is the whole of
 * the shape, else the modern state where it existed, else the state it came from.
 */

/** Kilometers from the drawn coast within which a point counts as land: harbors and small islands the map leaves out. */
const COAST = 30;
/** Points laid over a shape to say who held most of it. */
const SAMPLES = 24;
/** Share of a shape from which a holder counts. */
const COUNTS = 0.2;

export interface Holders {
  readonly administered: readonly StateId[];
  readonly claimed: readonly StateId[];
  readonly metropolitan: boolean;
}

export interface Resolved extends Holders {
  readonly territory?: Territory;
  /** Name of the modern shape, where the point is on land. */
  readonly land?: string;
}

/** Who held a modern shape on a date. */
export interface ShapeOwner {
  /** Those who held at least a fifth of it, the largest share first; empty where no state of the registry did. */
  readonly states: readonly StateId[];
  /** Part of it that the first of them held, 0 to 1. */
  readonly share: number;
  /** Most of it was a dependency, no home territory. */
  readonly dependency: boolean;
  /** More than one held a fifth or more. */
  readonly divided: boolean;
}

export interface Atlas {
  readonly shapeIds: readonly string[];
  resolve(lat: number, lon: number, date: IsoDate): Resolved;
  holdersOf(territory: Territory, date: IsoDate): Holders;
  shapesOf(place: Place): readonly string[];
  ownerOf(iso3: string, date: IsoDate): ShapeOwner;
}

const NOBODY: Holders = { administered: [], claimed: [], metropolitan: false };

/** Joins states, gazetteer and the shapes of today; without shapes, land outside the gazetteer is nobody's. */
export function createAtlas(list: readonly State[], gazetteer: Gazetteer, shapes: CountryShapes): Atlas {
  const states = new Map(list.map((state) => [state.id, state]));
  const byCode = new Map(shapes.map((shape) => [shape.iso3, shape]));
  const index = indexShapes(shapes);
  const origins = originsOf(states);

  /** The state a shape belonged to by descent, nearest ancestor first; of several in one generation, the youngest. */
  const stateOfShape = (iso3: string, date: IsoDate): StateId | undefined => {
    const seen = new Set<StateId>();
    let generation: readonly StateId[] = states.has(iso3) ? [iso3] : [];
    while (generation.length > 0) {
      const [alive] = generation
        .flatMap(
          (id) =>
            states
              .get(id)
              ?.exists.filter((span) => inSpan(span, date))
              .map(({ from = '' }) => ({ id, from })) ?? [],
        )
        .toSorted((x, y) => compareText(y.from, x.from));
      if (alive !== undefined) return alive.id;
      generation.forEach((id) => seen.add(id));
      generation = [...new Set(generation.flatMap((id) => origins.get(id) ?? []))].filter((id) => !seen.has(id));
    }
    return undefined;
  };

  const ruled = (territory: Territory, date: IsoDate): Holders | undefined => {
    const rule = ruleOn(territory.administered, date);
    if (rule === undefined) return undefined;
    const metropolitan = rule.states.length > 0 && inSpans(territory.metropolitan, date);
    return { administered: rule.states, claimed: statesOn(territory.claimed, date), metropolitan };
  };

  /** Holders of a whole modern shape. */
  const shapeHolders = (iso3: string, date: IsoDate, but?: Territory): Resolved => {
    for (const territory of gazetteer.ofShape(iso3)) {
      if (territory === but) continue;
      const holders = ruled(territory, date);
      if (holders !== undefined) return { territory, ...holders };
    }
    const state = stateOfShape(iso3, date);
    return state === undefined ? NOBODY : { administered: [state], claimed: [], metropolitan: true };
  };

  const among = (candidates: readonly Territory[], date: IsoDate, but?: Territory): Resolved | undefined => {
    for (const territory of candidates) {
      const holders = territory === but ? undefined : ruled(territory, date);
      if (holders !== undefined) return { territory, ...holders };
    }
    return undefined;
  };

  const resolve = (lat: number, lon: number, date: IsoDate, but?: Territory): Resolved => {
    const named = among(gazetteer.containing(lat, lon), date, but);
    if (named !== undefined) return named;
    const shape = index.at(lat, lon) ?? index.nearest(lat, lon, COAST);
    return shape === undefined ? NOBODY : { land: shape.name, ...shapeHolders(shape.iso3, date, but) };
  };

  const holdersOf = (territory: Territory, date: IsoDate): Holders => {
    const holders = ruled(territory, date);
    if (holders !== undefined) return holders;
    const [iso3] = territory.shapes ?? [];
    const { administered, metropolitan } = iso3 === undefined ? resolve(territory.lat, territory.lon, date, territory) : shapeHolders(iso3, date, territory);
    return { administered, claimed: statesOn(territory.claimed, date), metropolitan };
  };

  /** Modern shapes a place stands for: its state's or territory's own, else the one its point lies in. */
  const shapesOf = (place: Place): readonly string[] => {
    if (place.kind === 'home') return place.id === null ? [] : [place.id];
    const own = place.id === null ? undefined : gazetteer.get(place.id)?.shapes;
    if (own !== undefined) return own;
    const shape = index.at(place.lat, place.lon);
    return shape === undefined ? [] : [shape.iso3];
  };

  /** For each shape, the territories over each of its sample points. They do not change with the date. */
  const samples = new Map<string, readonly (readonly Territory[])[]>();
  const samplesOf = (iso3: string): readonly (readonly Territory[])[] => {
    let known = samples.get(iso3);
    if (known === undefined) {
      const shape = byCode.get(iso3);
      known = shape === undefined ? [[]] : territoriesAt(spread(shape));
      samples.set(iso3, known);
    }
    return known;
  };

  const territoriesAt = (points: readonly (readonly [number, number])[]): readonly (readonly Territory[])[] => {
    const [lats, lons] = [points.map(([lat]) => lat), points.map(([, lon]) => lon)];
    const at = gazetteer.containingIn({ south: Math.min(...lats), north: Math.max(...lats), west: Math.min(...lons), east: Math.max(...lons) });
    return points.map(([lat, lon]) => at(lat, lon));
  };

  const ownerOf = (iso3: string, date: IsoDate): ShapeOwner => {
    const whole = shapeHolders(iso3, date);
    const points = samplesOf(iso3);
    const shares = new Map<StateId, number>();
    let home = 0;
    let dependent = 0;
    for (const candidates of points) {
      const { administered, metropolitan } = among(candidates, date) ?? whole;
      if (metropolitan) home += 1;
      else if (administered.length > 0) dependent += 1;
      for (const id of administered) shares.set(id, (shares.get(id) ?? 0) + 1 / points.length / administered.length);
    }
    const held = [...shares].filter(([, share]) => share >= COUNTS).toSorted(([, a], [, b]) => b - a);
    return { states: held.map(([id]) => id), share: held[0]?.[1] ?? 0, dependency: dependent > home, divided: held.length > 1 };
  };

  const shapeIds = [...new Set([...byCode.keys(), ...[...states.values()].flatMap(({ iso3 }) => iso3 ?? []), ...gazetteer.all.flatMap((t) => t.shapes ?? [])])];
  return { shapeIds, resolve, holdersOf, shapesOf, ownerOf };
}

/** Predecessors of each state, also as told by the successors a state names. */
function originsOf(states: ReadonlyMap<StateId, State>): ReadonlyMap<StateId, readonly StateId[]> {
  const origins = new Map<StateId, StateId[]>();
  for (const { id, predecessors = [], successors = [] } of states.values()) {
    origins.set(id, [...(origins.get(id) ?? []), ...predecessors]);
    for (const successor of successors) origins.set(successor, [...(origins.get(successor) ?? []), id]);
  }
  return origins;
}

/** Points laid evenly over a shape's larger parts: [lat, lon]. */
function spread({ polygons }: CountryShape): readonly (readonly [number, number])[] {
  const sized = polygons.map((polygon) => ({ polygon, area: roughArea(polygon.outer) })).toSorted((a, b) => b.area - a.area);
  const step = Math.sqrt(sized.reduce((total, { area }) => total + area, 0) / SAMPLES);
  const points = sized.flatMap(({ polygon, area }) =>
    area * SAMPLES < step * step * SAMPLES * 0.5 ? [] : grid(polygon.outer, step).filter(([lat, lon]) => inPolygon(polygon, lat, lon)),
  );
  const [largest] = sized;
  if (points.length > 0 || largest === undefined) return points;
  return grid(largest.polygon.outer, step / 4)
    .filter(([lat, lon]) => inRing(largest.polygon.outer, lat, lon))
    .slice(0, SAMPLES);
}

function grid({ south, north, west, east }: Ring, step: number): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [];
  for (let lat = south + step / 2; lat < north; lat += step) {
    const across = step / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
    for (let lon = west + across / 2; lon < east; lon += across) points.push([lat, lon]);
  }
  return points;
}
