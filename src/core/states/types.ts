/** ISO 3166 alpha-3 of a state that exists or its legal continuation, else the registry's own three-letter code. */
export type StateId = string;
/** `YYYY-MM-DD`, proleptic Gregorian. Strings of this shape compare as dates. */
export type IsoDate = string;

/** A half-open span of days: `from` is the first day, `to` the first day no longer. Left out: without limit. */
export interface Span {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

export interface NamedSpan extends Span {
  readonly name: string;
}

export interface CodeSpan extends Span {
  readonly number: number;
  readonly abbr: string;
}

/**
 * Ways to write a state. `iso3` is the registry's id; COW is the Correlates of War project's state system, GW Gleditsch and
 * Ward's, each with numbers and abbreviations; `name` is any name the state has or had.
 */
export const CODE_SYSTEMS = ['iso3', 'cow', 'cow-abbr', 'gw', 'gw-abbr', 'name'] as const;
export type CodeSystem = (typeof CODE_SYSTEMS)[number];

export interface Capital extends Span {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

export const CONTINENTS = ['europe', 'asia', 'africa', 'north-america', 'south-america', 'oceania'] as const;
export type Continent = (typeof CONTINENTS)[number];

export interface State {
  readonly id: StateId;
  /** The short current (or last) name: "Russia". */
  readonly name: string;
  /** Names as of a date, where they differ from `name`: "Soviet Union" 1922 to 1991. */
  readonly names?: readonly NamedSpan[];
  /** Other names people type. */
  readonly aliases?: readonly string[];
  readonly iso3?: string;
  /** ISO 3166-1 numeric, as `world-atlas` numbers its shapes. */
  readonly isoNumeric?: string;
  readonly cow?: readonly CodeSpan[];
  readonly gw?: readonly CodeSpan[];
  /** When it existed as a state, by law: an occupied state whose government goes on in exile still exists. */
  readonly exists: readonly Span[];
  readonly predecessors?: readonly StateId[];
  readonly successors?: readonly StateId[];
  readonly capitals: readonly Capital[];
  /** Political continent(s), for "a European Power": Russia and Turkey count as European. */
  readonly continent: Continent;
  readonly alsoIn?: readonly Continent[];
  readonly greatPower?: readonly Span[];
  readonly communist?: readonly Span[];
  readonly note?: string;
}

export interface Rule extends Span {
  readonly states: readonly StateId[];
}

/** A dependent, exclave or disputed territory: the gazetteer wins over the map. */
export interface Territory {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly lat: number;
  readonly lon: number;
  /** Kilometers around the point that belong to it, where no outline is given. */
  readonly radius?: number;
  /** Closed ring(s) of [lon, lat], where a circle will not do. */
  readonly outline?: readonly (readonly [number, number])[];
  /** ISO3 of the modern country shape(s) the territory is the whole of (French Algeria: DZA), for the map's tint. */
  readonly shapes?: readonly string[];
  readonly administered: readonly Rule[];
  readonly claimed?: readonly Rule[];
  /** When it was an integral part of its administering state for the law of the time (Hawaii from 1959, French Algeria 1848 to 1962). */
  readonly metropolitan?: readonly Span[];
  readonly sources?: readonly string[];
  readonly note?: string;
}

/** A continent, sea, parallel or treaty area: coarse outlines of our own. */
export interface Region {
  readonly id: string;
  readonly name: string;
  readonly kind: 'continent' | 'ocean' | 'sea' | 'zone' | 'treaty-area';
  /** Union of rings of [lon, lat]; a ring may run past ±180 to cross the antimeridian. */
  readonly rings?: readonly (readonly (readonly [number, number])[])[];
  /** ... or everything north/south of a parallel ... */
  readonly north_of?: number;
  readonly south_of?: number;
  /** ... or the intersection of other regions ... */
  readonly all_of?: readonly string[];
  /** ... or their union. */
  readonly any_of?: readonly string[];
  readonly note?: string;
}

/** What the catalog hands to core about states and places: plain values, loaded once. */
export interface WorldFacts {
  readonly states: readonly State[];
  readonly territories: readonly Territory[];
  readonly regions: readonly Region[];
}

/** Where something happens, resolved for a date. */
export interface Place {
  readonly kind: 'home' | 'territory' | 'point';
  /** State whose home territory it is, or territory id. */
  readonly id: string | null;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** Who administers it on the date; empty at sea or where nobody does. */
  readonly administered: readonly StateId[];
  readonly claimed: readonly StateId[];
  /** True where it is home territory of its administering state, no dependency. */
  readonly metropolitan: boolean;
}
