import { inSpan } from '../../core/states/dates.ts';
import { nameKey, nameOn, namingsOf } from '../../core/states/names.ts';
import { nearest } from '../../core/text/nearest.ts';
import type { IsoDate, State, StateId } from '../../core/states/types.ts';

export interface StateMatch {
  readonly id: StateId;
  /** The name as of the date. */
  readonly name: string;
  /** The other name or code the search met, where that was not the name itself. */
  readonly via?: string;
  readonly exists: boolean;
}

const existsOn = (state: State, date: IsoDate): boolean => state.exists.some((span) => inSpan(span, date));

/** Lower is better; Infinity is no match. */
function rank(key: string, query: string): number {
  if (key === query) return 0;
  if (key.startsWith(query)) return 1;
  if (key.split(' ').some((word) => word.startsWith(query))) return 2;
  return query.length > 2 && key.includes(query) ? 3 : Infinity;
}

const codesOf = (state: State): string[] => [
  state.id,
  ...(state.iso3 ? [state.iso3] : []),
  ...[...(state.cow ?? []), ...(state.gw ?? [])].flatMap((code) => [code.abbr, String(code.number)]),
];

/**
 * States by name, code (ISO, COW, Gleditsch-Ward) or old name, accents ignored; best first, those that exist on the date
 * before the rest. An empty query lists the states of the date by name.
 */
export function findStates(states: readonly State[], query: string, date: IsoDate): StateMatch[] {
  const wanted = nameKey(query);
  const found: { match: StateMatch; score: number }[] = [];
  for (const state of states) {
    const name = nameOn(state, date);
    const exists = existsOn(state, date);
    if (wanted === '') {
      if (exists) found.push({ match: { id: state.id, name, exists }, score: 0 });
      continue;
    }
    const own = nameKey(name);
    let score = rank(own, wanted);
    let via: string | undefined;
    for (const naming of namingsOf(state)) {
      const other = rank(naming.key, wanted) + 0.2;
      if (naming.key !== own && other < score) [score, via] = [other, naming.text];
    }
    const code = codesOf(state).find((one) => one.toLowerCase() === wanted);
    if (code && score > 0) [score, via] = [0.1, code === state.id ? undefined : code];
    if (score < Infinity) found.push({ match: { id: state.id, name, exists, ...(via ? { via } : {}) }, score: score + (exists ? 0 : 10) });
  }
  return found.sort((a, b) => a.score - b.score || a.match.name.localeCompare(b.match.name, 'en')).map(({ match }) => match);
}

/** The state another list of codes means by one: Correlates of War or Gleditsch-Ward. */
export function stateByOtherCode(states: readonly State[], code: string): { readonly state: State; readonly list: 'COW' | 'Gleditsch-Ward' } | null {
  for (const state of states) {
    if (state.cow?.some(({ abbr }) => abbr === code)) return { state, list: 'COW' };
    if (state.gw?.some(({ abbr }) => abbr === code)) return { state, list: 'Gleditsch-Ward' };
  }
  return null;
}

/** The names nearest to one that matches nothing, at most two. */
export function nearestNames(states: readonly State[], query: string): string[] {
  return nearest(
    query,
    states.flatMap((state) => namingsOf(state).map((naming) => naming.text)),
    { limit: 2, maxDistance: 4 },
  );
}
