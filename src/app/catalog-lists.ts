import type { Catalog } from '../core/catalog.ts';
import { contingenciesOn } from '../core/facts/contingencies.ts';
import { gatesOn, institutionOn } from '../core/facts/institutions.ts';
import { nameOn } from '../core/states/names.ts';
import { createRegistry } from '../core/states/registry.ts';
import { fold } from '../core/text/fold.ts';
import { dayOf } from './dates.ts';
import { didYouMean, idsNear } from './did-you-mean.ts';
import { stateMeant } from './known-state.ts';
import { listTreaties } from './list-treaties.ts';
import { loadFacts } from './load-catalog.ts';
import { UserError } from './user-error.ts';

/** What foedus knows out of the box, as lists for programs. */

export const CATALOG_LISTS = ['treaties', 'states', 'territories', 'regions', 'events', 'contingencies', 'institutions', 'parameters', 'indicators'] as const;
export type CatalogList = (typeof CATALOG_LISTS)[number];

export interface CatalogFilter {
  /** In force, in being, or to be asked about on a day. */
  readonly date?: string;
  /** Concerning a state: an id, a name or a code. */
  readonly state?: string;
  /** Words in the id or a name, accents and case aside. */
  readonly search?: string;
  /** Of indicators: this one alone. */
  readonly indicator?: string;
  /** Of indicators: this year alone. */
  readonly year?: number;
}

/** Records of a list, each under an `id` or, of institutions and indicators, a `state`. @throws {UserError} for a date or a state that there is not */
export function catalogRows(catalog: Catalog, list: CatalogList, filter: CatalogFilter, today: string): readonly object[] {
  const date = filter.date === undefined ? undefined : dayOf(filter.date, 'date');
  const state = filter.state === undefined ? undefined : stateMeant(catalog, filter.state, 'state');
  const concerns = (...states: readonly (string | undefined)[]): boolean => state === undefined || states.includes(state);
  const matches = (...words: readonly (string | undefined)[]): boolean => isFound(filter.search, words);
  switch (list) {
    case 'treaties':
      return listTreaties(catalog, { ...(date !== undefined && { date }), ...(state !== undefined && { state }) }).filter(({ id, name }) => matches(id, name));
    case 'states': {
      const states = date === undefined ? catalog.states : createRegistry(catalog.states).on(date);
      return states.filter((one) => concerns(one.id) && matches(one.id, one.name, ...(one.names ?? []).map(({ name }) => name), ...(one.aliases ?? [])));
    }
    case 'territories':
      return catalog.territories.filter(({ id, name, aliases = [] }) => matches(id, name, ...aliases));
    case 'regions':
      return catalog.regions.filter(({ id, name }) => matches(id, name));
    case 'events':
      return catalog.events.filter((event) => {
        const { id, name, question, did } = event;
        return (
          (date === undefined || event.date === date) && concerns(...question.attackers, question.target, ...did.map((one) => one.state)) && matches(id, name)
        );
      });
    case 'contingencies': {
      const { contingencies } = loadFacts();
      const asked = date === undefined ? contingencies : contingenciesOn(contingencies, date);
      return asked.filter(({ id, title, challenger, target }) => concerns(challenger, target) && matches(id, title));
    }
    case 'institutions': {
      const { institutions } = loadFacts();
      const day = date ?? today;
      return [...new Set(institutions.map((one) => one.state))].sort().flatMap((of) => {
        const found = institutionOn(institutions, of, day);
        if (found === undefined || !concerns(of) || !matches(of, nameIn(catalog, of, day))) return [];
        return [{ ...found, gates: gatesOn(found, day) }];
      });
    }
    case 'parameters':
      return loadFacts().parameters.filter(({ id, title }) => matches(id, title));
    case 'indicators':
      return loadFacts().indicators.filter(
        ({ state: of, indicator, year }) =>
          concerns(of) && matches(of, indicator) && (filter.indicator ?? indicator) === indicator && (filter.year ?? year) === year,
      );
  }
}

/**
 * One record in full: a treaty, a state, an event.
 * @throws {UserError} naming the nearest where there is none
 */
export function catalogRecord(catalog: Catalog, list: Exclude<CatalogList, 'indicators'>, id: string, today: string): object {
  const records: readonly object[] = list === 'treaties' ? catalog.treaties : catalogRows(catalog, list, {}, today);
  const found = records.find((record) => idOf(record) === id);
  if (found !== undefined) return found;
  const near = idsNear(
    id,
    records.map((record) => [idOf(record), nameOf(record)] as const),
  );
  throw new UserError(`there is none of the ${list} called '${id}'. ${didYouMean(near, 'The list names them all.')}`);
}

function textAt(record: object, ...keys: readonly string[]): string {
  const entries = new Map<string, unknown>(Object.entries(record));
  for (const key of keys) {
    const value = entries.get(key);
    if (typeof value === 'string') return value;
  }
  return '';
}

const idOf = (record: object): string => textAt(record, 'id', 'state');
const nameOf = (record: object): string => textAt(record, 'name', 'title');

function nameIn({ states }: Pick<Catalog, 'states'>, id: string, date: string): string {
  const state = states.find((one) => one.id === id);
  return state === undefined ? id : nameOn(state, date);
}

function isFound(search: string | undefined, words: readonly (string | undefined)[]): boolean {
  if (search === undefined) return true;
  const wanted = fold(search);
  return words.some((word) => word !== undefined && fold(word).includes(wanted));
}
