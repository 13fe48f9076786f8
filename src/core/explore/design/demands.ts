import type { DesignSummary } from './evaluate.ts';
import { OBJECTIVES, type ObjectiveId } from './objectives.ts';

/** What a treaty must meet to be proposed. */
export interface Demand {
  /** `better-in`, `ratification>=0.5`. */
  readonly id: string;
  readonly words: string;
  /** By how much a reading falls short, on a scale where 1 is much; 0 where it meets the demand. */
  readonly shortfall: (reading: DesignSummary) => number;
}

/** A limit on one objective that the user sets. */
export interface Requirement {
  readonly objective: ObjectiveId;
  readonly at: 'least' | 'most';
  readonly value: number;
}

const PATTERN = /^\s*([a-z-]+)\s*(>=|<=)\s*(-?\d*\.?\d+(?:e-?\d+)?)(%?)\s*$/i;

/** Reads `ratification>=.7`, `worst-net>=0.1`, `entrapment<=1e-3`. @throws {RangeError} where a text is none */
export function parseRequirement(text: string): Requirement {
  const [, name = '', sign, number, percent] = PATTERN.exec(text) ?? [];
  const objective = Object.values(OBJECTIVES).find(({ id }) => id === name.toLowerCase());
  if (sign === undefined || objective === undefined)
    throw new RangeError(`'${text}' is no demand; write ratification>=.7, with one of ${Object.keys(OBJECTIVES).join(', ')}`);
  return { objective: objective.id, at: sign === '>=' ? 'least' : 'most', value: Number(number) / (percent === '%' ? 100 : 1) };
}

/** Every party better in than out: none that the treaty costs more than it is worth to it. */
export const BETTER_IN: Demand = {
  id: 'better-in',
  words: 'every party is better off in the treaty than without it',
  shortfall: ({ objectives }) => Math.max(0, -objectives['worst-net']),
};

/** A demand on an objective; a number that cannot be told meets none. */
export function requires({ objective, at, value }: Requirement): Demand {
  const { title } = OBJECTIVES[objective];
  return {
    id: `${objective}${at === 'least' ? '>=' : '<='}${value}`,
    words: `${title.toLowerCase()} of at ${at} ${value}`,
    shortfall: ({ objectives }) => {
      const short = at === 'least' ? value - objectives[objective] : objectives[objective] - value;
      return Number.isNaN(short) ? 1 : Math.max(0, short) / Math.max(Math.abs(value), 1e-6);
    },
  };
}

/** By how much a reading breaks all demands together. */
export function violationOf(demands: readonly Demand[], reading: DesignSummary): number {
  return demands.reduce((sum, { shortfall }) => sum + shortfall(reading), 0);
}
