import type { Contingency } from '../facts/contingencies.ts';
import type { Parameter } from '../facts/parameters.ts';
import type { Rng } from '../math/rng.ts';
import type { Read } from './answers.ts';
import type { Losses } from './balance.ts';
import { centralValues, type ParameterValues } from './parameter-values.ts';
import { centralLosses, type Asked, type PreparedAssessment } from './prepare.ts';
import { quantitiesOf, type Draw, type Quantity } from './quantities.ts';
import { anchorsOf, solveCase } from './solve-case.ts';

/** Something an assessment takes as given and that could be otherwise: a parameter, or a scale on what the contingencies say. */
export interface Assumption {
  /** A parameter of the crisis game, `occasions`, `losses` or `tripwires`. */
  readonly id: string;
  readonly kind: Parameter['kind'];
  readonly value: number;
  /** Ends of its 90 % range. */
  readonly low: number;
  readonly high: number;
  readonly meaning: string;
  readonly basis: string;
  /** Beyond these it means nothing. */
  readonly least: number;
  readonly most: number;
}

/** Times this: all challenges as often, all losses as large, all tripwires as strong. */
const SCALES = ['occasions', 'losses', 'tripwires'] as const;
type Scale = (typeof SCALES)[number];

const SHARES = /^(join\.(kappa|discretionary|assistance)$|escalation\.|response\.phi$|spending\.)/;
const POSITIVE = /^(nuclear\.|currency\.|join\.largest-price$)/;

function limitsOf(id: string): readonly [least: number, most: number] {
  if (SHARES.test(id)) return [id.startsWith('escalation.') ? 1e-6 : 0, 1];
  if (POSITIVE.test(id)) return [id.startsWith('nuclear.') ? 0 : 1e-6, Infinity];
  return [id === 'response.gamma' ? 1 : -Infinity, Infinity];
}

interface Range {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The mean factor from the values to an end of their ranges, on the scale of logarithms. */
function factor(rows: readonly Range[], end: 'low' | 'high'): number {
  return Math.exp(rows.reduce((sum, row) => sum + Math.log(Math.max(row[end], 1e-6) / row.value), 0) / rows.length);
}

const mean = (rows: readonly Range[], of: keyof Range): number => rows.reduce((sum, row) => sum + row[of], 0) / rows.length;

/** What is scaled, what it is, and how far it may be scaled: rates and losses by ratios, tripwires, which may be none, by sums. */
const SCALED: Readonly<Record<Scale, { readonly rows: (one: Asked) => readonly Range[]; readonly meaning: string; readonly least: number }>> = {
  occasions: {
    rows: ({ contingency }) => [contingency.frequency.per_year],
    meaning: 'How often challenges come, times what each contingency says',
    least: 1e-6,
  },
  losses: {
    rows: ({ contingency: { loss } }) => (loss.ally_gdp === undefined ? [loss.target_gdp] : [loss.target_gdp, loss.ally_gdp]),
    meaning: 'What is lost where a contingency comes to be, times what each says',
    least: 1e-6,
  },
  tripwires: {
    rows: ({ prepared }) => prepared.allies.flatMap(({ joiner: { presence } }) => presence?.tripwire ?? []),
    meaning: 'What standing aside would lose a state whose forces are in the way, times what is declared',
    least: 0,
  },
};

function scaleOf(id: Scale, asked: readonly Asked[]): readonly Assumption[] {
  const { rows: rowsOf, meaning, least } = SCALED[id];
  const rows = asked.flatMap(rowsOf).filter(({ value }) => value > 0);
  if (rows.length === 0) return [];
  const end = (name: 'low' | 'high'): number => (id === 'tripwires' ? mean(rows, name) / mean(rows, 'value') : factor(rows, name));
  const basis = 'The range is the mean of the ranges declared, all moved together';
  return [{ id, kind: 'declared', value: 1, low: end('low'), high: end('high'), meaning, basis, least, most: Infinity }];
}

/** Every assumption of an assessment that has a range and was not set by hand. */
export function assumptionsOf({ parameters, options, asked }: PreparedAssessment): readonly Assumption[] {
  const own = Object.entries(parameters.parameters).flatMap(([id, { value, low, high, kind, meaning, basis }]): Assumption[] => {
    if (low === high || options.set?.[id] !== undefined) return [];
    const [least, most] = limitsOf(id);
    return [{ id, kind, value, low, high, meaning, basis, least, most }];
  });
  return [...own, ...SCALES.flatMap((scale) => scaleOf(scale, asked))];
}

/** One position of all that is assumed. */
export interface Point {
  readonly values: ParameterValues;
  /** Challenges a year. */
  readonly rate: (contingency: Contingency) => number;
  readonly losses: (contingency: Contingency) => Losses;
  /** Draw readiness and the like, and tripwires; central where left out. */
  readonly response?: (contingency: Contingency) => Rng;
  readonly tripwire?: (contingency: Contingency) => Rng;
  /** Times the strength of every tripwire. */
  readonly tripwires?: number;
  /** The parameters moved from their central values, by name. */
  readonly set?: Readonly<Record<string, number>>;
}

/** The central values with some assumptions moved. */
export function pointAt({ parameters, options }: PreparedAssessment, moved: Readonly<Record<string, number>> = {}): Point {
  const { occasions = 1, losses = 1, tripwires = 1, ...set } = moved;
  return {
    set,
    values: centralValues(parameters, { ...options.set, ...set }),
    rate: ({ frequency }) => frequency.per_year.value * occasions,
    losses: (contingency) => {
      const { target, ally } = centralLosses(contingency);
      return { target: target * losses, ally: ally * losses };
    },
    tripwires,
  };
}

/** An assessment at a point. */
export interface Reading {
  readonly read: Read;
  /** The assessment as it would be prepared there: its contingencies solved at the point. */
  readonly there: () => PreparedAssessment;
}

/**
 * Reads any quantity of an assessment at any point. A contingency is solved where it is first read.
 * @param near whether solutions start from the central ones: faster where points are many, the same to the solver's tolerance
 */
export function readerOf(prepared: PreparedAssessment, near = false): (point: Point) => Reading {
  const { asked, solved, inForce, members, options } = prepared;
  const quantities = asked.map((one) => new Map(quantitiesOf(one, members).map((quantity): [string, Quantity] => [quantity.name, quantity])));
  const anchors = near ? solved.map(anchorsOf) : [];
  return ({ values, rate, losses, response, tripwire, tripwires = 1, set }) => {
    const draws: (Draw | undefined)[] = asked.map(() => undefined);
    const drawAt = (place: number): Draw | undefined => {
      const one = asked[place];
      if (one === undefined) return undefined;
      const { prepared: game, contingency, responseFor } = one;
      const told = responseFor(values, response?.(contingency));
      const strength = tripwire === undefined ? told.tripwire : responseFor(values, tripwire(contingency)).tripwire;
      const moved = { ...told, tripwire: (joiner: Parameters<typeof strength>[0]): number => tripwires * strength(joiner) };
      const worlds = solveCase(game, values, moved, rate(contingency), inForce, anchors[place]);
      return { worlds, values, losses: losses(contingency) };
    };
    const draw = (place: number): Draw | undefined => (draws[place] ??= drawAt(place));
    return {
      read: (place, name) => {
        const quantity = quantities[place]?.get(name);
        const at = quantity === undefined ? undefined : draw(place);
        return at === undefined ? undefined : quantity?.of(at);
      },
      there: () => ({
        ...prepared,
        options: { ...options, set: { ...options.set, ...set } },
        solved: solved.map((worlds, place) => draw(place)?.worlds ?? worlds),
      }),
    };
  };
}
