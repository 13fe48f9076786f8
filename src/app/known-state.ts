import type { Catalog } from '../core/catalog.ts';
import { convertCode } from '../core/states/codes.ts';
import { createRegistry } from '../core/states/registry.ts';
import type { State, StateId } from '../core/states/types.ts';
import { both } from '../core/text/sentence.ts';
import { didYouMean } from './did-you-mean.ts';
import { UserError } from './user-error.ts';

/**
 * The state of an id the user gave.
 * @param where the flag or field, for the error
 * @throws {UserError} naming the nearest ones where there is none
 */
export function knownState(catalog: Catalog, id: string, where: string): StateId {
  if (catalog.states.some((state) => state.id === id)) return id;
  throw new UserError(`${where}: ${createRegistry(catalog.states).explainUnknownState(id)}`);
}

/** The states that an id, or else a name they have or had, stands for; none where nobody goes by it. */
export function statesCalled({ states }: Catalog, text: string): readonly State[] {
  const upper = text.toUpperCase();
  const state = states.find(({ id }) => id === upper);
  if (state !== undefined) return [state];
  const named = new Set(convertCode(createRegistry(states), text, { from: 'name', to: 'iso3' }).matches.map((match) => match.state));
  return states.filter(({ id }) => named.has(id));
}

/**
 * The error for a text that stands for no state, where numbers, abbreviations, ids and names are taken.
 * @param where the flag or field
 */
export function noSuchState(catalog: Catalog, text: string, where: string): UserError {
  const near = createRegistry(catalog.states)
    .suggest(text, 3)
    .map(({ state }) => `${state.id} (${state.name})`);
  return new UserError(
    `${where}: no state goes by '${text}'. ${didYouMean(near, 'Write a number or abbreviation of the list of states, an ISO 3166 code, or a name.')}`,
  );
}

/**
 * The one state that an id, a name, or a number or abbreviation of the Correlates of War stands for.
 * @param where the flag or field, for the error
 * @throws {UserError} where it stands for none, or for several in the course of time
 */
export function stateMeant(catalog: Catalog, text: string, where: string): StateId {
  const registry = createRegistry(catalog.states);
  const called = statesCalled(catalog, text).map(({ id }) => id);
  const meant =
    called.length > 0
      ? called
      : (['cow', 'cow-abbr'] as const).flatMap((from) => convertCode(registry, text, { from, to: 'iso3' }).matches.map(({ state }) => state));
  const [state, ...others] = new Set(meant);
  if (state === undefined) throw noSuchState(catalog, text, where);
  if (others.length > 0) throw new UserError(`${where}: '${text}' stands for ${both([state, ...others])}; write one of them.`);
  return state;
}
