import { wordingOn } from '../../core/law/wording.ts';
import { NONSTATE } from '../../core/law/types.ts';
import type { Action, EventKind, Intensity, Reason } from '../../core/law/types.ts';
import type { IsoDate } from '../../core/states/types.ts';
import type { World } from '../../core/states/world.ts';
import type { AttackObject, Domain } from '../../core/treaty/vocabulary.ts';

export { countOf, countWord } from '../../core/text/sentence.ts';

export { ACTION_NOUN } from '../../core/law/wording.ts';

/** Kinds of duty, the strongest first: a state is filled with its strongest. */
export const ACTION_ORDER: readonly Action[] = ['defend', 'join-offense', 'assist', 'stay-neutral', 'not-attack', 'consult'];

export const ACTION_LABEL: Readonly<Record<Action, string>> = {
  defend: 'Defend',
  'join-offense': 'Join the attack',
  assist: 'Assist',
  'stay-neutral': 'Stay neutral',
  'not-attack': 'Not attack',
  consult: 'Consult',
};

/** Why nothing is owed, in words; the codes stay in the CSV. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'not-in-force': 'not in force',
  'not-a-party': 'not a party on the date',
  suspended: 'suspended',
  'out-of-area': 'out of area',
  'domain-not-covered': 'domain not covered',
  'attacker-excluded': 'not against this attacker',
  'beneficiary-began-it': 'ally began it',
  'attacker-is-party': 'attacker is a party too',
  'too-few-attackers': 'too few attackers',
  'condition-unmet': 'condition unmet',
  reservation: 'reserved',
  'below-threshold': 'below the threshold',
};

export const DOMAIN_WORDS: Readonly<Record<Domain, string>> = {
  land: 'by land',
  sea: 'at sea',
  air: 'by air',
  cyber: 'in cyberspace',
  space: 'in space',
  hybrid: 'by hybrid means',
};

export const OBJECT_WORDS: Readonly<Record<AttackObject, string>> = {
  territory: 'territory',
  forces: 'armed forces',
  'public-vessel': 'a public vessel',
  aircraft: 'an aircraft',
  population: 'the population',
};

export const INTENSITY_WORDS: Readonly<Record<Intensity, string>> = {
  'armed-attack': 'an armed attack',
  'below-threshold': 'below the threshold of an armed attack',
};

export const KIND_WORDS: Readonly<Record<EventKind, string>> = {
  'armed-attack': 'armed attack',
  war: 'war',
  threat: 'threat',
  mobilization: 'mobilization',
  'cyber-attack': 'cyber attack',
};

export const KIND_VERB: Readonly<Record<EventKind, string>> = {
  'armed-attack': 'attacks',
  war: 'goes to war with',
  threat: 'threatens',
  mobilization: 'mobilizes against',
  'cyber-attack': 'attacks by cyber means',
};

const KIND_VERB_PLURAL: Readonly<Record<EventKind, string>> = {
  'armed-attack': 'attack',
  war: 'go to war with',
  threat: 'threaten',
  mobilization: 'mobilize against',
  'cyber-attack': 'attack by cyber means',
};

/** "attacks" for one attacker, "attack" for several. */
export function kindVerb(kind: EventKind, attackers: number): string {
  return attackers > 1 ? KIND_VERB_PLURAL[kind] : KIND_VERB[kind];
}

/** "A", "A and B", "A, B and C". */
export function listOf(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The name as of the date; an attacker that is no state is called so. */
export function nameOf(world: World, id: string, date: IsoDate): string {
  return id === NONSTATE ? 'a non-state group' : world.nameOf(id, date);
}

/** The name as a sentence wants it: "the United Kingdom", "Poland". */
export function inSentence(world: World, id: string, date: IsoDate): string {
  return id === NONSTATE ? 'a non-state group' : wordingOn(world, date).name(id);
}

export const COPY = {
  empty: 'Choose an attacker and a target, or start from an example.',
  noneOwed: 'No treaty in force on this date binds anyone to act here.',
  noHelp: (target: string) => `No treaty in force on this date binds anyone to help ${target}.`,
  noChance: 'Read the letter of the treaties meanwhile.',
  nobodyLikely: 'No state is bound to help either side here, and no great power has a reason of its own: nobody is asked.',
  serverGone: 'The workbench stopped answering. Your draft is saved in the workspace. Start foedus serve again; this page reconnects.',
  oldToken: 'Link expired. Open the newest link printed by foedus serve.',
  noArea: 'No area clause is in play at this step',
  natural: 'Borders as in Natural Earth. Drawing a border takes no position on it.',
  past: "Today's borders, tinted by who governed the land on the date. Striped: divided among several. Drawing a border takes no position on it.",
} as const;

/** "Only 3 treaties are in force in the catalog at this date. Import ATOP for the rest." */
export function thinCopy(count: number): string {
  return `Only ${count} ${count === 1 ? 'treaty is' : 'treaties are'} in force in the catalog at this date. Import ATOP for the rest.`;
}
