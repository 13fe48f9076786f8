import { inSpan, inSpans } from './dates.ts';
import { nameOn } from './names.ts';
import { indexNames, searchStates, suggestStates, type FoundState, type SearchOptions } from './search.ts';
import { explainUnknownState } from './unknown.ts';
import type { Capital, IsoDate, State, StateId } from './types.ts';

/** The states of the catalog and what is asked about them. Unknown ids exist never and are in no class. */
export interface Registry {
  /** Every state, in the order of the catalog. */
  readonly all: readonly State[];
  state(id: StateId): State | undefined;
  /** The states that exist on a date. */
  on(date: IsoDate): readonly State[];
  existsOn(id: StateId, date: IsoDate): boolean;
  /** Name as of a date: RUS in 1939 is "Soviet Union". Without a date the current or last name; the id itself where unknown. */
  nameOf(id: StateId, date?: IsoDate): string;
  /** Whether it counts as a European Power: Russia and Turkey do. */
  isEuropean(id: StateId): boolean;
  isGreatPower(id: StateId, date: IsoDate): boolean;
  isCommunist(id: StateId, date: IsoDate): boolean;
  /** The capital on a date; undefined where the state has none then. */
  capitalOn(id: StateId, date: IsoDate): Capital | undefined;
  /** States whose id or any name, present or past, holds the text, best first. */
  search(text: string, options?: SearchOptions): FoundState[];
  /** States the text may have meant, nearest first. */
  suggest(text: string, limit?: number): FoundState[];
  /** One line for a text that is no state id, naming the right one where there is one. */
  explainUnknownState(text: string): string;
}

/** A registry of states, as `catalog/states/states.yaml` lists them; checks nothing, `statesSchema` does. */
export function createRegistry(states: readonly State[]): Registry {
  const byId = new Map(states.map((state) => [state.id, state]));
  let names: ReturnType<typeof indexNames> | undefined;
  const index = (): ReturnType<typeof indexNames> => (names ??= indexNames(states));
  const existingOn = (date: IsoDate) => states.filter((state) => inSpans(state.exists, date));
  return {
    all: states,
    state: (id) => byId.get(id),
    on: existingOn,
    existsOn: (id, date) => inSpans(byId.get(id)?.exists, date),
    nameOf: (id, date) => {
      const state = byId.get(id);
      return state ? nameOn(state, date) : id;
    },
    isEuropean: (id) => {
      const state = byId.get(id);
      return state !== undefined && (state.continent === 'europe' || (state.alsoIn ?? []).includes('europe'));
    },
    isGreatPower: (id, date) => inSpans(byId.get(id)?.greatPower, date),
    isCommunist: (id, date) => inSpans(byId.get(id)?.communist, date),
    capitalOn: (id, date) => byId.get(id)?.capitals.find((capital) => inSpan(capital, date)),
    search: (text, options) => searchStates(index(), text, options),
    suggest: (text, limit) => suggestStates(index(), text, limit),
    explainUnknownState: (text) => explainUnknownState(index(), text),
  };
}
