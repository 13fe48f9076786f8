import type { IsoDate, Place, State, StateId, Territory } from './types.ts';

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
