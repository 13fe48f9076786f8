/** Parts of plain English sentences about a treaty. */
import { articleName, both, capitalized, either, inSentence } from '../text/sentence.ts';
import type { Treaty } from './schema.ts';
import type { ToWhom, Who } from './schema-words.ts';
import type { AdversarySpec, Area, AreaPart } from './obligation-schema.ts';
import type { AttackObject, Domain, TerritoryClass, TriggerEvent } from './vocabulary.ts';

/** The name of a state: "France" for FRA. */
export type NameOf = (state: string) => string;

const SMALL_WORDS = new Set(['of', 'and', 'the']);

const TAKES_THE = /-(sea|ocean|gulf|area|hemisphere|islands|departments|zone|east|atlantic|pacific|straits|marianas|borderlands)$/;

/** The name of a state as it stands in a sentence: "the United States", "France". */
export function stateName(id: string, nameOf: NameOf): string {
  return inSentence(nameOf(id));
}

/** A region or territory in words: "the North Atlantic", "south of the Tropic of Cancer", "Kinmen". */
export function placeName(id: string): string {
  const parallel = /^(north|south)-of-(.+)$/.exec(id);
  if (parallel !== null) {
    const [, side = '', line = ''] = parallel;
    return `${side} of ${/^\d+-\d+$/.test(line) ? `${line.replace('-', '°')}′ N` : `the ${titled(line)}`}`;
  }
  return TAKES_THE.test(id) || id === 'balkans' || id === 'caucasus' ? `the ${titled(id)}` : titled(id);
}

/** Several places, states last: "Europe, the Black Sea or the land of Turkey or Greece". */
function places(ids: readonly string[], nameOf: NameOf): string {
  const states = ids.filter((id) => /^[A-Z]{3}$/.test(id));
  const land = states.length === 0 ? [] : [`the land of ${either(states.map((id) => stateName(id, nameOf)))}`];
  return either([...ids.filter((id) => !states.includes(id)).map(placeName), ...land]);
}

function titled(id: string): string {
  return id
    .split('-')
    .map((word, i) => (word === 'seato' ? 'SEATO' : i > 0 && SMALL_WORDS.has(word) ? word : capitalized(word)))
    .join(' ');
}

/** Who owes: "Each party", "France and Russia", "Each party in the role of guarantor". */
export function bearers(who: Who, nameOf: NameOf): string {
  if (who === 'all') return 'Each party';
  return Array.isArray(who) ? capitalized(both(who.map((id) => stateName(id, nameOf)))) : `Each party in the role of ${who.role.replaceAll('-', ' ')}`;
}

/** Whom it is owed, and how a later clause speaks of it. */
export function beneficiary(to: ToWhom, nameOf: NameOf): { readonly name: string; readonly later: string } {
  if (to === 'all') return { name: 'any other party', later: 'that party' };
  if (to === 'any') return { name: 'any state', later: 'that state' };
  if (!Array.isArray(to)) return { name: `any party in the role of ${to.role.replaceAll('-', ' ')}`, later: 'that party' };
  const names = to.map((id) => stateName(id, nameOf));
  return { name: either(names), later: names.length === 1 ? names.join('') : 'that state' };
}

const EVENTS: Readonly<Record<TriggerEvent, string>> = {
  'armed-attack': 'is attacked',
  war: 'is at war',
  'any-hostility': 'is met with hostilities of any kind',
  threat: 'is threatened',
  'cyber-attack': 'suffers a cyber attack',
  mobilization: 'faces mobilization',
  'other-party-acts': '',
};

/** What happens to the beneficiary: "is attacked or is at war"; empty where nothing need happen to it. */
export function eventPhrase(events: readonly TriggerEvent[]): string {
  return either(events.map((event) => EVENTS[event]).filter((phrase) => phrase !== ''));
}

const CLASSES: Readonly<Record<string, string>> = {
  any: 'anyone',
  states: 'a state',
  'great-power': 'a great power',
  european: 'a European power',
  communist: 'a communist state',
  'not-party': 'a state that is no party',
  'not-at-war-at-signing': 'a power not at war when the treaty was signed',
};

/** "Germany", "Italy or Turkey supported by Germany", "Japan or a state allied with it", "a great power". */
export function adversaries(specs: readonly AdversarySpec[], nameOf: NameOf): string {
  const supported = new Map<string, string[]>();
  for (const spec of specs) {
    if (typeof spec === 'object' && 'with' in spec)
      supported.set(spec.with, [...(supported.get(spec.with) ?? []), spec.state === undefined ? 'a power' : stateName(spec.state, nameOf)]);
  }
  return either([
    ...specs.filter((spec) => typeof spec === 'string').map((spec) => CLASSES[spec] ?? stateName(spec, nameOf)),
    ...[...supported].map(([by, ones]) => `${either(ones)} supported by ${stateName(by, nameOf)}`),
    ...specs
      .filter((spec) => typeof spec === 'object' && 'allied_with' in spec)
      .map((spec) => `${stateName(spec.allied_with, nameOf)} or a state allied with it`),
  ]);
}

const DOMAIN_PHRASES: Readonly<Record<Domain, string>> = {
  land: 'on land',
  sea: 'at sea',
  air: 'in the air',
  cyber: 'in cyberspace',
  space: 'in outer space',
  hybrid: 'by hybrid means',
};

/** "on land, at sea, in the air or in cyberspace". */
export function domainPhrase(domains: readonly Domain[]): string {
  return either(domains.map((domain) => DOMAIN_PHRASES[domain]));
}

const OBJECT_PHRASES: Readonly<Record<AttackObject, string>> = {
  territory: 'territory',
  forces: 'forces',
  'public-vessel': 'public vessels',
  aircraft: 'aircraft',
  population: 'population',
};

export function objectPhrase(objects: readonly AttackObject[]): string {
  return either(objects.map((object) => OBJECT_PHRASES[object]));
}

const LAND_PHRASES: Partial<Readonly<Record<TerritoryClass, string>>> = {
  metropolitan: 'on its home territory',
  dependent: 'on its dependencies',
  parties: 'on the land of any party',
  nobody: 'at sea',
};

/** "on its forces or aircraft in Europe, but not in Hawaii". */
export function areaPartPhrase(part: AreaPart, nameOf: NameOf): string {
  const { territory, include, exclude, objects } = part;
  const land = territory === undefined ? '' : (LAND_PHRASES[territory] ?? '');
  const object =
    objects === undefined || (land !== '' && objects.every((one) => one === 'territory' || one === 'population')) ? '' : `on its ${objectPhrase(objects)}`;
  const anywhere = include === undefined ? (exclude !== undefined || territory === 'any' ? 'anywhere' : '') : '';
  return [
    object,
    land,
    include === undefined ? anywhere : `${territory === 'any' ? 'anywhere ' : ''}in ${places(include, nameOf)}`,
    exclude === undefined ? '' : `but not in ${places(exclude, nameOf)}`,
    part.from === undefined ? '' : `from ${part.from}`,
    part.until === undefined ? '' : `until ${part.until}`,
  ]
    .filter((phrase) => phrase !== '')
    .join(' ')
    .replace(/\bin (north|south) of\b/g, '$1 of');
}

/** "in Europe or North America but not in Hawaii (article 6)"; an area of many parts is named, not told: see `areaParts`. */
export function areaPhrase(area: Area, nameOf: NameOf): string {
  const parts = area.parts ?? [area];
  if (parts.length > 2) return `in the area of ${area.article === undefined ? 'the clause' : articleName(area.article)}`;
  const phrases = parts.map((part) => areaPartPhrase(part, nameOf)).filter((phrase) => phrase !== '');
  const article = area.article === undefined ? '' : ` (${articleName(area.article)})`;
  return phrases.length === 0 ? '' : `${phrases.join(', or ')}${article}`;
}

/** The treaty's name for use in sentences. */
export function shortName(treaty: Treaty): string {
  return treaty.short ?? treaty.name;
}
