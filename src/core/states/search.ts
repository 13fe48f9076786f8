import { editDistance, slipsAllowed } from '../text/nearest.ts';
import { nameKey, namingsOf, type Naming } from './names.ts';
import { inSpans } from './dates.ts';
import type { IsoDate, State } from './types.ts';

/** A state found, and the id or name that matched what was typed. */
export interface FoundState {
  readonly state: State;
  readonly matched: string;
}

export interface SearchOptions {
  /** Only states that exist on this date. */
  readonly date?: IsoDate;
  /** At most so many; 10 when left out. */
  readonly limit?: number;
}

/** States ready to be searched. */
export type NameIndex = readonly { readonly state: State; readonly namings: readonly Naming[] }[];

/** The names of all states, as `searchStates` and `suggestStates` want them. */
export function indexNames(states: readonly State[]): NameIndex {
  return states.map((state) => ({ state, namings: namingsOf(state) }));
}

/** How well a key fits what was typed: 0 the same, 1 begins so, 2 a word begins so, 3 holds it, undefined not at all. */
function fit(key: string, typed: string): number | undefined {
  const at = key.indexOf(typed);
  if (at < 0) return undefined;
  if (at === 0) return key === typed ? 0 : 1;
  return key.includes(` ${typed}`) ? 2 : 3;
}

interface Ranked extends FoundState {
  readonly rank: number;
}

/** Best first; of two that fit as well, the one that exists (on the date, if there is one), then by name. */
function inOrder(ranked: readonly Ranked[], limit: number, date?: IsoDate): FoundState[] {
  const exists = ({ exists: spans }: State) => (date === undefined ? spans.at(-1)?.to === undefined : inSpans(spans, date));
  const gone = ({ state }: Ranked) => (exists(state) ? 0 : 1);
  return ranked
    .toSorted((a, b) => a.rank - b.rank || gone(a) - gone(b) || (a.state.name < b.state.name ? -1 : 1))
    .slice(0, limit)
    .map(({ state, matched }) => ({ state, matched }));
}

/** Keeps the best of the ranked ways in which each state fits. */
function best(index: NameIndex, rankOf: (state: State, namings: readonly Naming[]) => Iterable<[rank: number, matched: string]>): Ranked[] {
  const found: Ranked[] = [];
  for (const { state, namings } of index) {
    let top: Ranked | undefined;
    for (const [rank, matched] of rankOf(state, namings)) {
      if (!top || rank < top.rank) top = { state, matched, rank };
    }
    if (top) found.push(top);
  }
  return found;
}

/**
 * States whose id, name, former name or other name holds the text. Accents, case and points do not count. The whole id or
 * name comes first, then beginnings, then words, then the rest; a current name before a former one. Nothing for no text.
 */
export function searchStates(index: NameIndex, text: string, { date, limit = 10 }: SearchOptions = {}): FoundState[] {
  const typed = nameKey(text);
  if (typed === '') return [];
  const ranked = best(index, function* (state, namings) {
    if (date !== undefined && !inSpans(state.exists, date)) return;
    if (state.id.toLowerCase() === typed) yield [-1, state.id];
    else if (typed.length < 3 && state.id.toLowerCase().startsWith(typed)) yield [1.5, state.id];
    for (const naming of namings) {
      const rank = fit(naming.key, typed);
      if (rank !== undefined) yield [rank + (naming.kind === 'name' ? 0 : 0.5), naming.text];
    }
  });
  return inOrder(ranked, limit, date);
}

/** States that what was typed may have meant: names that begin so, then ids and names a few slips away. */
export function suggestStates(index: NameIndex, text: string, limit = 3): FoundState[] {
  const typed = nameKey(text);
  if (typed === '') return [];
  const allowed = slipsAllowed(typed);
  const ranked = best(index, function* (state, namings) {
    const slips = editDistance(typed, state.id.toLowerCase());
    if (typed.length <= 4 && slips <= 1) yield [slips, state.id];
    for (const naming of namings) {
      const behind = naming.kind === 'name' ? 0 : 0.25;
      if (typed.length >= 3 && naming.key.startsWith(typed)) yield [naming.key === typed ? 0 : 0.5 + behind, naming.text];
      if (Math.abs(naming.key.length - typed.length) > allowed) continue;
      const distance = editDistance(typed, naming.key);
      if (distance <= allowed) yield [distance + behind, naming.text];
    }
  });
  return inOrder(ranked, limit);
}
