import { nearest } from '../text/nearest.ts';
import { nameKey } from './names.ts';
import type { Region, Territory } from './types.ts';

/** Finding a territory or a region by what a person types for a place. */

export interface FoundPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: 'territory' | 'region';
}

export interface PlaceSearch {
  /** Territories and regions whose id, name or alias holds the text, best first; accents and case do not count. */
  search(text: string, limit?: number): FoundPlace[];
  /** Places the text may have meant, nearest first. */
  suggest(text: string, limit?: number): FoundPlace[];
  /** One line for a text that is no place id, naming the nearest right ones. */
  explainUnknownPlace(text: string): string;
}

interface Entry {
  readonly place: FoundPlace;
  readonly keys: readonly string[];
}

export function createPlaceSearch(territories: readonly Territory[], regions: readonly Region[]): PlaceSearch {
  const entry = (kind: FoundPlace['kind'], { id, name, aliases = [] }: { id: string; name: string; aliases?: readonly string[] }): Entry => ({
    place: { id, name, kind },
    keys: [...new Set([id, name, ...aliases].map(nameKey))],
  });
  const entries = [...territories.map((territory) => entry('territory', territory)), ...regions.map((region) => entry('region', region))];

  const search = (text: string, limit = 10): FoundPlace[] => {
    const typed = nameKey(text);
    if (typed === '') return [];
    return entries
      .map(({ place, keys }) => ({ place, rank: Math.min(...keys.map((key) => fit(key, typed))) }))
      .filter(({ rank }) => rank < MISS)
      .toSorted((a, b) => a.rank - b.rank || (a.place.name < b.place.name ? -1 : 1))
      .slice(0, limit)
      .map(({ place }) => place);
  };

  const suggest = (text: string, limit = 3): FoundPlace[] => {
    const held = search(text, limit);
    const keys = nearest(
      nameKey(text),
      entries.flatMap((one) => one.keys),
      { limit: limit * 2 },
    );
    const close = keys.flatMap((key) => entries.filter((one) => one.keys.includes(key)).map(({ place }) => place));
    return [...new Set([...held, ...close])].slice(0, limit);
  };

  const explainUnknownPlace = (text: string): string => {
    const found = suggest(text);
    const which = found.map(({ id, name }) => (nameKey(id) === nameKey(name) ? id : `${id} (${name})`)).join(' or ');
    return found.length > 0
      ? `There is no place '${text}'. Did you mean ${which}?`
      : `There is no place '${text}'. A place is a territory or region of the gazetteer, such as falkland-islands, or a state id.`;
  };

  return { search, suggest, explainUnknownPlace };
}

const MISS = 4;
/** 0 the same, 1 begins so, 2 a word begins so, 3 holds it. */
function fit(key: string, typed: string): number {
  const at = key.indexOf(typed);
  if (at < 0) return MISS;
  if (at === 0) return key === typed ? 0 : 1;
  return key.includes(` ${typed}`) ? 2 : 3;
}
