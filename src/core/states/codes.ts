import { addDuration, formatDate, normalizeDate, spansOverlap } from './dates.ts';
import { nameKey, nameOn, namingsOf } from './names.ts';
import type { Registry } from './registry.ts';
import type { CodeSystem, IsoDate, Span, State, StateId } from './types.ts';

export interface Conversion {
  readonly matches: readonly { readonly state: StateId; readonly value: string }[];
  /** True where more than one answer fits: give a date, or choose. */
  readonly ambiguous: boolean;
  /** Why there is no answer or more than one, or that the state did not exist on the date. */
  readonly note?: string;
}

export interface ConvertOptions {
  readonly from: CodeSystem;
  readonly to: CodeSystem;
  /** The date the code is of; a year or month counts as its first day. All dates when left out. */
  readonly date?: IsoDate;
  /** In place of a date: the code is of any day of the year, as scholars' state-years are. */
  readonly year?: number;
}

/** The days a question is about, with what they are called in words; undefined: every day. */
interface When extends Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly words: string;
}

function whenOf({ date, year }: ConvertOptions): When | undefined {
  if (date !== undefined) {
    const from = normalizeDate(date);
    return { from, to: addDuration(from, 'P1D'), words: `on ${formatDate(from)}` };
  }
  if (year === undefined) return undefined;
  const from = normalizeDate(String(year).padStart(4, '0'));
  return { from, to: addDuration(from, 'P1Y'), words: `in ${year}` };
}

const during = (when: When, spans: readonly Span[]): boolean => spans.some((span) => spansOverlap(span, when));

const TITLES: Readonly<Record<CodeSystem, string>> = {
  iso3: 'ISO 3166 code',
  cow: 'COW number',
  'cow-abbr': 'COW abbreviation',
  gw: 'Gleditsch-Ward number',
  'gw-abbr': 'Gleditsch-Ward abbreviation',
  name: 'name',
};

interface Written extends Span {
  readonly value: string;
}

/** Every way in which a system writes a state, each with the days on which it does. */
function writings(state: State, system: CodeSystem): readonly Written[] {
  switch (system) {
    case 'iso3':
      return [{ value: state.id }];
    case 'name':
      return namingsOf(state).map((naming) => ({ ...naming, value: naming.text }));
    case 'cow':
    case 'gw':
      return (state[system] ?? []).map((code) => ({ ...code, value: String(code.number) }));
    case 'cow-abbr':
      return (state.cow ?? []).map((code) => ({ ...code, value: code.abbr }));
    case 'gw-abbr':
      return (state.gw ?? []).map((code) => ({ ...code, value: code.abbr }));
  }
}

/** What two ways of writing the same have in common. */
const keyOf = (system: CodeSystem, value: string): string => (system === 'name' ? nameKey(value) : value.trim().toUpperCase());

interface Known {
  readonly state: State;
  readonly sources: readonly Written[];
}

/** The states of a registry by how a system writes them: made once for each. */
const indexes = new WeakMap<Registry, Map<CodeSystem, ReadonlyMap<string, readonly Known[]>>>();

function indexOf(registry: Registry, system: CodeSystem): ReadonlyMap<string, readonly Known[]> {
  const systems = indexes.get(registry) ?? new Map<CodeSystem, ReadonlyMap<string, readonly Known[]>>();
  indexes.set(registry, systems);
  const index = systems.get(system) ?? indexed(registry.all, system);
  systems.set(system, index);
  return index;
}

function indexed(states: readonly State[], system: CodeSystem): ReadonlyMap<string, readonly Known[]> {
  const index = new Map<string, Known[]>();
  for (const state of states) {
    const written = writings(state, system);
    for (const key of new Set(written.map(({ value }) => keyOf(system, value)))) {
      const known = index.get(key) ?? [];
      index.set(key, [...known, { state, sources: written.filter(({ value }) => keyOf(system, value) === key) }]);
    }
  }
  return index;
}

function spanInWords({ from, to }: Span): string {
  if (from === undefined) return to === undefined ? 'at every date' : `until ${formatDate(to)}`;
  return to === undefined ? `from ${formatDate(from)}` : `from ${formatDate(from)} until ${formatDate(to)}`;
}

/** The target's ways of writing a state that go with the source's: on the days asked for, or on any day the two share. */
function targets(state: State, sources: readonly Written[], to: CodeSystem, when: When | undefined): string[] {
  if (to === 'name') return [nameOn(state, when?.from)];
  const written = writings(state, to).filter(
    (target) => sources.some((source) => spansOverlap(source, target)) && (when === undefined || spansOverlap(target, when)),
  );
  return [...new Set(written.map(({ value }) => value))];
}

/**
 * Converts a state code of one system into another, as of a date. Every answer that fits is returned and more than one is
 * called ambiguous; none is guessed. Names that two states share are told apart by who exists on the date, where that
 * decides. Throws RangeError for a date the calendar does not know.
 */
export function convertCode(registry: Registry, value: string, options: ConvertOptions): Conversion {
  const { from, to } = options;
  const when = whenOf(options);
  const known = indexOf(registry, from).get(keyOf(from, value)) ?? [];
  if (known.length === 0) return { matches: [], ambiguous: false, note: `'${value}' is no ${TITLES[from]} of the registry` };

  const then = known.flatMap(({ state, sources }) => {
    const current = when === undefined ? sources : sources.filter((source) => spansOverlap(source, when));
    return current.length > 0 ? [{ state, sources: current }] : [];
  });
  if (then.length === 0) {
    const stands = known.flatMap(({ state, sources }) => sources.map((source) => `${state.id} ${spanInWords(source)}`));
    return { matches: [], ambiguous: false, note: `${TITLES[from]} ${value} stands for ${stands.join(', ')}` };
  }

  const existing = when === undefined ? [] : then.filter(({ state }) => during(when, state.exists));
  const meant = existing.length > 0 ? existing : then;
  const matches = meant.flatMap(({ state, sources }) => targets(state, sources, to, when).map((target) => ({ state: state.id, value: target })));
  const ambiguous = matches.length > 1;
  const note = remark(meant, matches.length, existing.length > 0, to, when);
  return note === undefined ? { matches, ambiguous } : { matches, ambiguous, note };
}

function remark(meant: readonly { readonly state: State }[], matches: number, exists: boolean, to: CodeSystem, when: When | undefined): string | undefined {
  const names = meant.map(({ state }) => `${nameOn(state, when?.from)} (${state.id})`).join(' and ');
  const then = when === undefined ? '' : ` ${when.words}`;
  if (matches === 0) return `${names} ${meant.length > 1 ? 'have' : 'has'} no ${TITLES[to]}${then}`;
  if (matches > 1) return `${matches} answers fit${then}: ${when === undefined ? 'give a date, or choose' : 'choose one'}`;
  if (when !== undefined && !exists) return `${names} did not exist as a state${then}`;
  return undefined;
}

/** A code of the target that several of the values turned into: rows that were apart in one system fall together in the other. */
export interface Collision {
  readonly value: string;
  readonly of: readonly string[];
}

/** The codes that more than one of the given values turned into, in the order of their first. */
export function collisionsOf(rows: readonly { readonly value: string; readonly matches: readonly { readonly value: string }[] }[]): Collision[] {
  const valuesOf = new Map<string, Set<string>>();
  for (const { value, matches } of rows) {
    for (const match of matches) valuesOf.set(match.value, (valuesOf.get(match.value) ?? new Set()).add(value));
  }
  return [...valuesOf].filter(([, values]) => values.size > 1).map(([value, values]) => ({ value, of: [...values] }));
}
