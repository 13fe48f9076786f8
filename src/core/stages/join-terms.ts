import { MOTIVES, type MotiveFacts } from '../models/crisis/motives.ts';

/** What is known of a state that might join, and of whom it would join against whom. */
export interface JoinFacts extends MotiveFacts {
  readonly restrained: number;
  readonly owed: number;
  readonly bilateral: number;
  readonly bases: number;
  readonly conditional: number;
  readonly secret: number;
  readonly unmet: number;
}

/** Columns of the joining frame that the equation of joining reads. */
export const JOIN_FACTS = [
  'war',
  'ln_km_side',
  'ln_km_opponent',
  'ln_cinc',
  'major',
  'border_side',
  'border_opponent',
  'rival_opponent',
  'nuclear_opponent',
  'postwar',
  'restrained',
  'owed',
  'bilateral',
  'bases',
  'conditional',
  'secret',
  'unmet',
] as const satisfies readonly (keyof JoinFacts)[];

/** All of them 0, to be filled. */
export const noFacts = (): Record<keyof JoinFacts, number> => ({
  war: 0,
  ln_km_side: 0,
  ln_km_opponent: 0,
  ln_cinc: 0,
  major: 0,
  border_side: 0,
  border_opponent: 0,
  rival_opponent: 0,
  nuclear_opponent: 0,
  postwar: 0,
  restrained: 0,
  owed: 0,
  bilateral: 0,
  bases: 0,
  conditional: 0,
  secret: 0,
  unmet: 0,
});

/** The equation of joining but for the gain in the chance of winning: names of its parameters, and what they count. */
export const JOIN_TERMS: readonly (readonly [name: string, of: (facts: JoinFacts) => number])[] = [
  ...MOTIVES,
  ['join.neutrality', ({ restrained }) => restrained],
  ['join.promise', ({ owed, war }) => owed * war],
  ['join.promise-short-of-war', ({ owed, war }) => owed * (1 - war)],
  ['join.bilateral', ({ bilateral }) => bilateral],
  ['join.bases', ({ bases }) => bases],
  ['join.conditional', ({ conditional }) => conditional],
  ['join.secret', ({ secret }) => secret],
  ['join.unmet', ({ unmet }) => unmet],
];

export const JOIN_NAMES: readonly string[] = JOIN_TERMS.map(([name]) => name);
/** What hangs on the others, the last two parameters of the equation: the gain in the chance of winning, and the strength they are expected to bring to the side. */
export const GAIN_NAME = 'join.delta-win';
export const COMPANY_NAME = 'join.company';
/** All that is estimated of joining the target's side. */
export const JOIN_PARAMETERS: readonly string[] = [...JOIN_NAMES, GAIN_NAME, COMPANY_NAME];
/** What joining the challenger's side has beside the equation, whose slopes are those of joining the target's. */
export const SIDE_NAME = 'join.challenger-side';

/** What of the equation is the promise: the price of not doing what is owed. It is dearer at war than short of it. */
export const PROMISE_NAMES: readonly string[] = [
  'join.promise',
  'join.promise-short-of-war',
  'join.bilateral',
  'join.bases',
  'join.conditional',
  'join.secret',
];
