import { createAtlas, type ShapeOwner } from './atlas.ts';
import type { LonLat } from './geometry.ts';
import { createGazetteer } from './places.ts';
import { createRegions } from './regions.ts';
import { createRegistry } from './registry.ts';
import type { CountryShapes } from './shapes.ts';
import type { Capital, IsoDate, Place, State, StateId, Territory, WorldFacts } from './types.ts';

/** Everything the law asks about states and places. Made by `createWorld(facts, shapes?)`. */
export interface World {
  readonly states: readonly State[];
  state(id: StateId): State | undefined;
  existsOn(id: StateId, date: IsoDate): boolean;
  /** Name as of a date: RUS in 1939 is "Soviet Union". Without a date: the current or last name. */
  nameOf(id: StateId, date?: IsoDate): string;
  isEuropean(id: StateId): boolean;
  isGreatPower(id: StateId, date: IsoDate): boolean;
  isCommunist(id: StateId, date: IsoDate): boolean;
  territory(id: string): Territory | undefined;
  /** The state's home territory: its capital stands for it. */
  home(id: StateId, date: IsoDate): Place;
  /** A named territory of the gazetteer. */
  at(territory: string, date: IsoDate): Place | undefined;
  /** Any point: gazetteer first, then today's country shapes, then the nearest coast within 30 km, else sea. */
  point(lat: number, lon: number, date: IsoDate): Place;
  /** Whether a place lies in a region (id of a region, a territory, or a state: all it administers on the date). */
  within(place: Place, region: string, date: IsoDate): boolean;
  /** True where the id names a region, a territory or a state. */
  knowsRegion(id: string): boolean;
}

/** A world that can also be drawn. */
export interface MappedWorld extends World {
  /** Who held a modern country shape on a date, for the map's tint. */
  administratorOfShape(iso3: string, date: IsoDate): ShapeOwner;
  /** Codes of every shape the map draws, or that a state or territory names. */
  readonly shapeIds: readonly string[];
  /** Rings of [lon, lat] for a region or a territory; none for a territory that is a modern shape or a circle. */
  outline(id: string): readonly (readonly LonLat[])[];
}

/**
 * Makes the world from the catalog's facts and, where at hand, today's country shapes (`decodeShapes`). Without shapes a
 * point is known by the gazetteer alone. Throws RangeError where regions name regions that do not exist.
 */
export function createWorld(facts: WorldFacts, shapes: CountryShapes = []): MappedWorld {
  const registry = createRegistry(facts.states);
  const gazetteer = createGazetteer(facts.territories);
  const regions = createRegions(facts.regions);
  const atlas = createAtlas(facts.states, gazetteer, shapes);

  const homes = new Map<string, Place>();
  const answers = new WeakMap<Place, Map<string, boolean>>();

  const home = (id: StateId, date: IsoDate): Place => {
    const state = registry.state(id);
    if (state === undefined) throw new RangeError(registry.explainUnknownState(id));
    const capital = registry.capitalOn(id, date) ?? nearestCapital(state, date);
    const name = registry.nameOf(id, date);
    const key = `${id} ${capital.name} ${name}`;
    let place = homes.get(key);
    if (place === undefined) {
      place = { kind: 'home', id, name, lat: capital.lat, lon: capital.lon, administered: [id], claimed: [], metropolitan: true };
      homes.set(key, place);
    }
    return place;
  };

  const at = (id: string, date: IsoDate): Place | undefined => {
    const territory = gazetteer.get(id);
    if (territory === undefined) return undefined;
    const { name, lat, lon } = territory;
    return { kind: 'territory', id, name, lat, lon, ...atlas.holdersOf(territory, date) };
  };

  const point = (lat: number, lon: number, date: IsoDate): Place => {
    const found = atlas.resolve(lat, lon, date);
    const place = { kind: 'point', lat, lon, administered: found.administered, claimed: found.claimed, metropolitan: found.metropolitan } as const;
    if (found.territory !== undefined) return { ...place, id: found.territory.id, name: found.territory.name };
    const [owner] = found.administered;
    if (owner !== undefined) return { ...place, id: owner, name: registry.nameOf(owner, date) };
    return { ...place, id: null, name: found.land ?? regions.waterAt(lat, lon)?.name ?? 'High seas' };
  };

  /** What does not change with the date: regions and the extent of territories. */
  const lies = (place: Place, id: string): boolean => {
    if (regions.contains(id, place.lat, place.lon)) return true;
    const territory = gazetteer.get(id);
    if (territory === undefined) return false;
    if (place.id === id || gazetteer.contains(territory, place.lat, place.lon)) return true;
    return territory.shapes !== undefined && atlas.shapesOf(place).some((iso3) => territory.shapes?.includes(iso3));
  };

  const within = (place: Place, id: string): boolean => {
    if (registry.state(id) !== undefined) return place.administered.includes(id);
    let known = answers.get(place);
    if (known === undefined) answers.set(place, (known = new Map()));
    let answer = known.get(id);
    if (answer === undefined) known.set(id, (answer = lies(place, id)));
    return answer;
  };

  return {
    states: facts.states,
    state: registry.state,
    existsOn: registry.existsOn,
    nameOf: registry.nameOf,
    isEuropean: registry.isEuropean,
    isGreatPower: registry.isGreatPower,
    isCommunist: registry.isCommunist,
    territory: (id) => gazetteer.get(id),
    home,
    at,
    point,
    within: (place, region) => within(place, region),
    knowsRegion: (id) => registry.state(id) !== undefined || regions.get(id) !== undefined || gazetteer.get(id) !== undefined,
    administratorOfShape: (iso3, date) => atlas.ownerOf(iso3, date),
    shapeIds: atlas.shapeIds,
    outline: (id) => {
      const rings = regions.outline(id);
      const outline = gazetteer.get(id)?.outline;
      return rings.length > 0 || outline === undefined ? rings : [outline];
    },
  };
}

/** Outside every span: the last capital that began before the date, or the first. */
function nearestCapital({ id, capitals }: State, date: IsoDate): Capital {
  const capital = capitals.findLast(({ from }) => from === undefined || from <= date) ?? capitals[0];
  if (capital === undefined) throw new RangeError(`the state ${id} has no capital`);
  return capital;
}
