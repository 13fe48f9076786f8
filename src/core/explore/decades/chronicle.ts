import type { DecadeEvent, DecadesStart, DecadesWorld } from './types.ts';

/** One line of a chronicle. */
export interface ChronicleLine {
  readonly year: number;
  readonly kind: DecadeEvent['kind'];
  readonly text: string;
  /** Why: the article, the chance, what moved it. */
  readonly why: string;
  /** What counts for much: wars, promises, treaties; the rest is for those who ask for everything. */
  readonly main: boolean;
}

const MAIN: ReadonlySet<DecadeEvent['kind']> = new Set([
  'war',
  'peace',
  'honored',
  'broken',
  'treaty-ends',
  'expired',
  'notice',
  'left',
  'formed',
  'joined',
  'downturn',
  'rise',
  'hybrid',
  'state-enters',
  'state-leaves',
]);

/** A readable story of one world. @param everything also what counts for little: challenges short of war, governments, rivalries, reviews */
export function chronicleOf({ events }: Pick<DecadesWorld, 'events'>, { states }: Pick<DecadesStart, 'states'>, everything = false): readonly ChronicleLine[] {
  const name = (place: number | undefined): string => states[place ?? -1]?.name ?? 'an unknown state';
  return events
    .map((event): ChronicleLine => ({
      year: event.year,
      kind: event.kind,
      text: sentence(event, name, (place) => states[place]?.major === true),
      why: whyOf(event),
      main: MAIN.has(event.kind) || event.byHand === true || (event.kind === 'challenge' && event.states.every((place) => states[place]?.major === true)),
    }))
    .filter(({ main }) => everything || main);
}

const listed = (names: readonly string[], most = 5): string => {
  if (names.length === 0) return '';
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
};

function sentence(event: DecadeEvent, name: (place: number | undefined) => string, major: (place: number) => boolean): string {
  const { kind, states, others = [], treatyName = 'a treaty' } = event;
  const [a, b] = states;
  const all = listed(states.map(name));
  switch (kind) {
    case 'challenge':
      return `${name(a)} challenges ${name(b)}.`;
    case 'conceded':
      return `${name(a)} gives way to ${name(b)}.`;
    case 'war':
      return `War: ${name(a)} attacks ${name(b)}${others.length === 0 ? '' : `; ${listed(others.map(name))} ${others.length === 1 ? 'comes' : 'come'} in`}${[...states, ...others].filter(major).length > 1 ? ', great powers among them' : ''}.`;
    case 'peace':
      return `Peace: ${name(a)} prevails over ${name(b)}.`;
    case 'honored':
      return `${all} ${states.length === 1 ? 'keeps its promise' : 'keep their promise'} to ${name(others[0])} under ${treatyName} and ${states.length === 1 ? 'comes' : 'come'} in against ${name(others[1])}.`;
    case 'broken':
      return `${all} ${states.length === 1 ? 'stands' : 'stand'} aside: ${treatyName} bound ${states.length === 1 ? 'it' : 'them'} to help ${name(others[0])} against ${name(others[1])}.`;
    case 'rivalry-begins':
      return `${all} become rivals.`;
    case 'rivalry-ends':
      return `${all} settle their rivalry.`;
    case 'government':
      return `A new government in ${name(a)}.`;
    case 'regime':
      return `The regime of ${name(a)} changes.`;
    case 'review':
      return `${treatyName} is reviewed.`;
    case 'renewed':
      return `${treatyName} is renewed.`;
    case 'expired':
      return `${treatyName} runs out.`;
    case 'treaty-ends':
      return `${treatyName} ends${states.length === 0 ? '' : ` between ${all}`}.`;
    case 'notice':
      return `${name(a)} gives notice under ${treatyName}.`;
    case 'left':
      return `${name(a)} is out of ${treatyName}.`;
    case 'formed':
      return `${all} make a pact of defense.`;
    case 'joined':
      return `${name(a)} joins ${treatyName}.`;
    case 'pledge-met':
      return `${name(a)} meets what it pledged under ${treatyName}.`;
    case 'pledge-missed':
      return `${name(a)} misses what it pledged under ${treatyName}.`;
    case 'downturn':
      return `A downturn in ${states.length === 0 ? 'the world' : all}.`;
    case 'rise':
      return `${name(a)} begins to rise.`;
    case 'hybrid':
      return `An attack short of war on ${name(b)}, laid to ${name(a)}.`;
    case 'state-enters':
      return `${name(a)} becomes independent.`;
    case 'state-leaves':
      return `${name(a)} ceases to exist.`;
  }
}

/** Why, in one line. A chance is the one the event had in its year, as the model saw it then. */
function whyOf({ article, p, because = [], byHand }: DecadeEvent): string {
  const chance = p === undefined ? [] : [`chance ${p < 0.001 ? p.toExponential(1) : p < 0.1 ? p.toFixed(3) : p.toFixed(2)}`];
  return [
    ...(byHand === true ? ['by hand'] : []),
    ...(article === undefined || article === '' ? [] : [`article ${article}`]),
    ...chance,
    ...because.filter((one) => one !== 'by hand'),
  ].join('; ');
}

/** Numbers of worlds, those in which most went wrong first; ties by number. */
export function wrongFirst(worlds: readonly Pick<DecadesWorld, 'world' | 'wrong'>[]): readonly number[] {
  return worlds.toSorted((a, b) => b.wrong - a.wrong || a.world - b.world).map(({ world }) => world);
}
