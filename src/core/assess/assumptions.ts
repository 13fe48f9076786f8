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
  /** A parameter of the crisis game, `occasions` or `losses`. */
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

/** All contingencies as often, or as costly, times this. */
export const SCALES = ['occasions', 'losses'] as const;
type Scale = (typeof SCALES)[number];

const SHARES = /^(join\.(kappa|discretionary|assistance)$|escalation\.|response\.phi$|spending\.)/;
const POSITIVE = /^(nuclear\.|currency\.|join\.largest-price$)/;

function limitsOf(id: string): readonly [least: number, most: number] {
  if (SHARES.test(id)) return [id.startsWith('escalation.') ? 1e-6 : 0, 1];
  if (POSITIVE.test(id)) return [id.startsWith('nuclear.') ? 0 : 1e-6, Infinity];
  return [id === 'response.gamma' ? 1 : -Infinity, Infinity];
}

const ends = (asked: readonly Asked[], of: (contingency: Contingency) => readonly { readonly value: number; readonly low: number; readonly high: number }[]) =>
  asked.flatMap(({ contingency }) => of(contingency)).filter(({ value }) => value > 0);

/** The mean factor from the values to an end of their ranges, on the scale of logarithms. */
function factor(rows: ReturnType<typeof ends>, end: 'low' | 'high'): number {
  return Math.exp(rows.reduce((sum, row) => sum + Math.log(Math.max(row[end], 1e-6) / row.value), 0) / rows.length);
}

function scaleOf(id: Scale, asked: readonly Asked[]): readonly Assumption[] {
  const rows =
    id === 'occasions'
      ? ends(asked, ({ frequency }) => [frequency.per_year])
      : ends(asked, ({ loss }) => (loss.ally_gdp === undefined ? [loss.target_gdp] : [loss.target_gdp, loss.ally_gdp]));
  if (rows.length === 0) return [];
  const meaning = id === 'occasions' ? 'How often challenges come, times what each contingency says' : 'What is lost, times what each contingency says';
  return [
    {
      id,
      kind: 'declared',
      value: 1,
      low: factor(rows, 'low'),
      high: factor(rows, 'high'),
      meaning,
      basis: `The range is the mean of those of ${rows.length === 1 ? 'the contingency' : 'the contingencies'}, all moved together`,
      least: 1e-6,
      most: Infinity,
    },
  ];
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
  /** Draws readiness and the like; central where left out. */
  readonly response?: (contingency: Contingency) => Rng;
}

/** The central values with some assumptions moved. */
export function pointAt({ parameters, options }: PreparedAssessment, moved: Readonly<Record<string, number>> = {}): Point {
  const { occasions = 1, losses = 1, ...set } = moved;
  return {
    values: centralValues(parameters, { ...options.set, ...set }),
    rate: ({ frequency }) => frequency.per_year.value * occasions,
    losses: (contingency) => {
      const { target, ally } = centralLosses(contingency);
      return { target: target * losses, ally: ally * losses };
    },
  };
}

/**
 * Reads any quantity of an assessment at any point. A contingency is solved where it is first read.
 * @param near whether solutions start from the central ones: faster where points are many, the same to the solver's tolerance
 */
export function readerOf(prepared: PreparedAssessment, near = false): (point: Point) => Read {
  const { asked, solved, inForce, members } = prepared;
  const quantities = asked.map((one) => new Map(quantitiesOf(one, members).map((quantity): [string, Quantity] => [quantity.name, quantity])));
  const anchors = near ? solved.map(anchorsOf) : [];
  return ({ values, rate, losses, response }) => {
    const draws: (Draw | undefined)[] = asked.map(() => undefined);
    const drawAt = (place: number): Draw | undefined => {
      const one = asked[place];
      if (one === undefined) return undefined;
      const { prepared: game, contingency, responseFor } = one;
      const worlds = solveCase(game, values, responseFor(values, response?.(contingency)), rate(contingency), inForce, anchors[place]);
      return { worlds, values, losses: losses(contingency) };
    };
    return (place, name) => {
      const quantity = quantities[place]?.get(name);
      if (quantity === undefined) return undefined;
      const draw = (draws[place] ??= drawAt(place));
      return draw === undefined ? undefined : quantity.of(draw);
    };
  };
}
