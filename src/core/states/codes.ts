import { formatDate, inSpan, inSpans, normalizeDate, spansOverlap } from './dates.ts';
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
}

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

function same(system: CodeSystem, a: string, b: string): boolean {
  if (system === 'name') return nameKey(a) === nameKey(b);
  return a.trim().toUpperCase() === b.toUpperCase();
}

function spanInWords({ from, to }: Span): string {
  if (from === undefined) return to === undefined ? 'at every date' : `until ${formatDate(to)}`;
  return to === undefined ? `from ${formatDate(from)}` : `from ${formatDate(from)} until ${formatDate(to)}`;
}

/** The target's ways of writing a state that go with the source's: on the date, or on any day the two share. */
function targets(state: State, sources: readonly Written[], to: CodeSystem, date: IsoDate | undefined): string[] {
  if (to === 'name') return [nameOn(state, date)];
  const written = writings(state, to).filter((target) => (date === undefined ? sources.some((source) => spansOverlap(source, target)) : inSpan(target, date)));
  return [...new Set(written.map(({ value }) => value))];
}

/**
 * Converts a state code of one system into another, as of a date. Every answer that fits is returned and more than one is
 * called ambiguous; none is guessed. Names that two states share are told apart by who exists on the date, where that
 * decides. Throws RangeError for a date the calendar does not know.
 */
export function convertCode(registry: Registry, value: string, { from, to, date }: ConvertOptions): Conversion {
  const day = date === undefined ? undefined : normalizeDate(date);
  const known = registry.all.flatMap((state) => {
    const sources = writings(state, from).filter((source) => same(from, value, source.value));
    return sources.length > 0 ? [{ state, sources }] : [];
  });
  if (known.length === 0) return { matches: [], ambiguous: false, note: `'${value}' is no ${TITLES[from]} of the registry` };

  const then = known.flatMap(({ state, sources }) => {
    const current = day === undefined ? sources : sources.filter((source) => inSpan(source, day));
    return current.length > 0 ? [{ state, sources: current }] : [];
  });
  if (then.length === 0) {
    const stands = known.flatMap(({ state, sources }) => sources.map((source) => `${state.id} ${spanInWords(source)}`));
    return { matches: [], ambiguous: false, note: `${TITLES[from]} ${value} stands for ${stands.join(', ')}` };
  }

  const existing = day === undefined ? [] : then.filter(({ state }) => inSpans(state.exists, day));
  const meant = existing.length > 0 ? existing : then;
  const matches = meant.flatMap(({ state, sources }) => targets(state, sources, to, day).map((target) => ({ state: state.id, value: target })));
  const ambiguous = matches.length > 1;
  const note = remark(meant, matches.length, existing.length > 0, to, day);
  return note === undefined ? { matches, ambiguous } : { matches, ambiguous, note };
}

function remark(meant: readonly { readonly state: State }[], matches: number, exists: boolean, to: CodeSystem, day: IsoDate | undefined): string | undefined {
  const names = meant.map(({ state }) => `${nameOn(state, day)} (${state.id})`).join(' and ');
  const when = day === undefined ? '' : ` on ${formatDate(day)}`;
  if (matches === 0) return `${names} ${meant.length > 1 ? 'have' : 'has'} no ${TITLES[to]}${when}`;
  if (matches > 1) return `${matches} answers fit${when}: ${day === undefined ? 'give a date, or choose' : 'choose one'}`;
  if (day !== undefined && !exists) return `${names} did not exist as a state${when}`;
  return undefined;
}
