import type { Catalog } from '../../core/catalog.ts';
import { convertCode } from '../../core/states/codes.ts';
import { spansOverlap } from '../../core/states/dates.ts';
import { createRegistry, type Registry } from '../../core/states/registry.ts';
import type { State } from '../../core/states/types.ts';
import { noSuchState, statesCalled } from '../known-state.ts';
import { UserError } from '../user-error.ts';
import { spanInWords, yearsBetween } from '../year-span.ts';
import type { AllianceRecord, ListedState } from './read-record.ts';

/** Code systems that state-years come in. */
export type YearCodes = 'cow' | 'gw' | 'iso3';

/** A COW number in another system in a year; undefined where there is none, or more than one. */
export type CodeOf = (ccode: number, year: number) => string | undefined;

/** Converts COW numbers as of a year; every answer is looked up once. */
export function codesOf(catalog: Catalog, to: YearCodes): CodeOf {
  const bearers = new Map<number, State[]>();
  for (const state of catalog.states) {
    for (const number of new Set(state.cow?.map((code) => code.number))) bearers.set(number, [...(bearers.get(number) ?? []), state]);
  }
  const registries = new Map<number, Registry>();
  const answers = new Map<number, string | undefined>();
  return (ccode, year) => {
    const key = year * 1000 + ccode;
    if (answers.has(key)) return answers.get(key);
    const registry = registries.get(ccode) ?? createRegistry(bearers.get(ccode) ?? []);
    registries.set(ccode, registry);
    const { matches } = convertCode(registry, String(ccode), { from: 'cow', to, year });
    const answer = matches.length === 1 ? matches[0]?.value : undefined;
    answers.set(key, answer);
    return answer;
  };
}

/**
 * The COW numbers that a text the user wrote stands for in some years: a number, an id or a name of the registry, or an abbreviation
 * or name of the list of states. Germany from 1914 to 1990 is 255 and 260.
 * @param where the flag, for errors
 * @throws {UserError} where no state of these years is meant
 */
export function numbersMeant(
  text: string,
  [first, last]: readonly [first: number, last: number],
  { catalog, listed, where }: { readonly catalog: () => Catalog; readonly listed: ReadonlyMap<number, ListedState>; readonly where: string },
): ReadonlySet<number> {
  const typed = text.trim();
  if (/^\d+$/.test(typed)) {
    if (!listed.has(Number(typed))) throw new UserError(`${where}: ${typed} is no state number of the list of states.`);
    return new Set([Number(typed)]);
  }
  const called = statesCalled(catalog(), typed);
  const span = { from: `${String(first).padStart(4, '0')}-01-01`, to: `${String(last + 1).padStart(4, '0')}-01-01` };
  const numbers = called
    .flatMap(({ cow = [] }) => cow)
    .filter((code) => spansOverlap(code, span))
    .map(({ number }) => number)
    .filter((number) => listed.has(number));
  if (numbers.length > 0) return new Set(numbers);
  const upper = typed.toUpperCase();
  const own = [...listed].filter(([, { abbreviation, name }]) => abbreviation === upper || name.toUpperCase() === upper).map(([number]) => number);
  if (own.length > 0) return new Set(own);
  const [state] = called;
  if (state === undefined) throw noSuchState(catalog(), typed, where);
  throw new UserError(`${where}: ${state.name} (${state.id}) has no COW number in ${spanInWords([first, last])}.`);
}

/**
 * The same, of members of the system in one of the years or more.
 * @throws {UserError} where there is none
 */
export function membersMeant(
  text: string,
  years: readonly [first: number, last: number],
  { members, listed }: AllianceRecord,
  { catalog, where }: { readonly catalog: () => Catalog; readonly where: string },
): ReadonlySet<number> {
  const meant = [...numbersMeant(text, years, { catalog, listed, where })];
  const there = meant.filter((ccode) => yearsBetween(years).some((year) => members.of(year).includes(ccode)));
  if (there.length > 0) return new Set(there);
  const named = meant.map((ccode) => `${listed.get(ccode)?.name ?? text} (${ccode})`).join(', ');
  throw new UserError(`${where}: ${named} was no member of the system in ${spanInWords(years)}.`);
}
