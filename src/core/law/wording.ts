import { formatDate } from '../states/dates.ts';
import type { IsoDate, StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { NONSTATE } from './types.ts';

/** Names, lists and dates as sentences want them. */
export interface Wording {
  /** "the Soviet Union", "Poland"; a non-state attacker is "a non-state attacker". */
  name(state: string): string;
  /** "France, Britain and Italy" */
  names(states: readonly string[]): string;
  date(date: string): string;
}

const ARTICLE =
  /^(United|Soviet|Ottoman|Netherlands$|Philippines$|Bahamas$|Gambia$|Maldives$|Comoros$|Seychelles$|Holy|Papal|Two Sicilies$|Orange|Marshall|Solomon)|(Republic|Kingdom|Empire|Union|Emirates|Federation)$/;

export function wordingOn(world: World, date: IsoDate): Wording {
  const name = (state: StateId): string => {
    if (state === NONSTATE) return 'a non-state attacker';
    const plain = world.nameOf(state, date);
    return ARTICLE.test(plain) ? `the ${plain}` : plain;
  };
  return { name, names: (states) => listed(states.map(name)), date: formatDate };
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

export function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "article 5"; an article that already names itself ("letters", "secret protocol 1") stays as it is. */
export function articleName(article: string): string {
  return /^\d|^[IVX]+\b/.test(article) ? `article ${article}` : article;
}
