import type { InjectAsked } from './injects.ts';

interface Kind {
  /** What it cannot be read without. */
  readonly needs: string;
  readonly least: number;
  readonly most: number;
  /** Which of the words is a treaty; the others are states. */
  readonly treatyAt?: number;
}

const TWO: Pick<Kind, 'least' | 'most'> = { least: 2, most: 2 };
const SIDES = 'a challenger and a target';

/** What can be made to happen in short; `war` is a challenge that comes to war. */
const KINDS = {
  challenge: { needs: SIDES, ...TWO },
  war: { needs: SIDES, least: 2, most: 60 },
  hybrid: { needs: SIDES, ...TWO },
  leaves: { needs: 'a state', least: 1, most: 2, treatyAt: 1 },
  joins: { needs: 'a state and a treaty', ...TWO, treatyAt: 1 },
  ends: { needs: 'a treaty', least: 1, most: 1, treatyAt: 0 },
  pact: { needs: 'two states or more', least: 2, most: 60 },
  government: { needs: 'a state', least: 1, most: 1 },
  downturn: { needs: 'a state', least: 1, most: 60 },
  rivalry: { needs: 'two states', ...TWO },
  reconciliation: { needs: 'two states', ...TWO },
} as const satisfies Readonly<Record<string, Kind>>;

type KindName = keyof typeof KINDS;
const isKind = (word: string): word is KindName => Object.hasOwn(KINDS, word);
export const INJECTS: readonly string[] = Object.keys(KINDS);

/**
 * Reads an inject in short, as `2028 leaves USA nato` or `2030 war CHN PHL USA`: a year, what happens, then states by their ids, a treaty by its own.
 * In a war, further states come in on the side of the target. A sentence where it cannot be read.
 */
export function readInject(text: string): { readonly inject: InjectAsked } | { readonly fault: string } {
  const [when = '', what = '', ...words] = text.trim().split(/\s+/);
  const fault = (why: string): { readonly fault: string } => ({ fault: `'${text}': ${why}.` });
  if (!/^\d{4}$/.test(when)) return { fault: `'${text}' begins with no year; write 2028 leaves USA nato.` };
  if (!isKind(what)) return fault(`'${what}' is nothing that can be made to happen; there are ${INJECTS.join(', ')}`);
  const { needs, least, most, treatyAt }: Kind = KINDS[what];
  if (words.length < least) return fault(`${what} needs ${needs}`);
  if (words.length > most) return fault(`${what} has no place for '${words[most] ?? ''}'`);
  const states = words.filter((_, at) => at !== treatyAt).map((word) => word.toUpperCase());
  const stranger = states.find((word) => !/^[A-Z]{3}$/.test(word));
  if (stranger !== undefined) return fault(`'${stranger}' is no id of a state, which has three letters, as USA`);
  return { inject: injectOf(what, Number(when), states, treatyAt === undefined ? undefined : words[treatyAt]) };
}

function injectOf(what: KindName, year: number, states: string[], treaty: string | undefined): InjectAsked {
  const [a = '', b = '', ...others] = states;
  switch (what) {
    case 'challenge':
      return { year, what, challenger: a, target: b };
    case 'war':
      return { year, what: 'challenge', challenger: a, target: b, war: true, ...(others.length > 0 && { join: others }) };
    case 'hybrid':
      return { year, what, challenger: a, target: b };
    case 'leaves':
      return { year, what, state: a, ...(treaty !== undefined && { treaty }) };
    case 'joins':
      return { year, what, state: a, treaty: treaty ?? '' };
    case 'ends':
      return { year, what, treaty: treaty ?? '' };
    case 'pact':
      return { year, what, members: states };
    case 'government':
      return { year, what, state: a };
    case 'downturn':
      return { year, what, states };
    case 'rivalry':
    case 'reconciliation':
      return { year, what, states: [a, b] };
  }
}
