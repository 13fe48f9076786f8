import { formatDate } from '../states/dates.ts';
import type { IsoDate, StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { both, inSentence } from '../text/sentence.ts';
import { NONSTATE, type Action } from './types.ts';

/** Names, lists and dates as sentences want them. */
export interface Wording {
  /** "the Soviet Union", "Poland"; a non-state attacker is "a non-state attacker". */
  name(state: string): string;
  /** "France, Britain and Italy" */
  names(states: readonly string[]): string;
  date(date: string): string;
}

/** The wording of a day: states by the names they bore on it. */
export function wordingOn(world: World, date: IsoDate): Wording {
  const name = (state: StateId): string => {
    if (state === NONSTATE) return 'a non-state attacker';
    return inSentence(world.nameOf(state, date));
  };
  return { name, names: (states) => both(states.map(name)), date: formatDate };
}

/** What an action gives, as a noun: "Britain owes Belgium defense". */
export const ACTION_NOUN: Readonly<Record<Action, string>> = {
  defend: 'defense',
  'join-offense': 'joint offense',
  assist: 'assistance',
  'stay-neutral': 'neutrality',
  'not-attack': 'non-aggression',
  consult: 'consultation',
};
