import type { ParameterValues } from '../../assess/parameter-values.ts';
import type { DecadesInput } from './options.ts';
import type { Streams } from './streams.ts';
import type { Ledger } from './audit.ts';
import type { LiveTreaty } from './live-treaty.ts';
import type { DecadeEvent, SeriesName, StartState } from './types.ts';

/** A world on the way: everything that moves, in arrays by state and pair. */
export interface WorldState {
  readonly input: DecadesInput;
  readonly values: ParameterValues;
  readonly streams: Streams;
  readonly n: number;
  readonly states: readonly StartState[];
  year: number;
  readonly alive: Uint8Array;
  /** Share of the world's power. */
  readonly share: Float64Array;
  /** Growth of the log of the share a year, less its news. */
  readonly trend: Float64Array;
  /** Output, billion US dollars of the start; 0 where not known. */
  readonly output: Float64Array;
  /** Defense, share of output. */
  readonly defense: Float64Array;
  /** Weight of security, read off the start. */
  readonly weight: Float64Array;
  /** What the government in power adds to the price of a broken promise, logits. */
  readonly stance: Float64Array;
  /** Year of the last change of regime. */
  readonly regimeYear: Int16Array;
  /** Last year at war. */
  readonly warUntil: Int16Array;
  /** Year in which it last made an alliance. */
  readonly alliedYear: Int16Array;
  /** Discounted counts of duties honored and broken. */
  readonly kept: Float64Array;
  readonly broken: Float64Array;
  /** Crises in which it was the target, each halved every year. */
  readonly fresh: Float64Array;
  /** Disputes with anybody, each halved every five years. */
  readonly activity: Float64Array;
  /** Expected challenges of the year, by target. */
  readonly threat: Float64Array;
  /** By pair, n × n. */
  readonly rivals: Uint8Array;
  readonly past: Float64Array;
  /** How many treaties of defense, and of less, bind the two. */
  readonly pact: Uint8Array;
  readonly lesser: Uint8Array;
  readonly km: Float32Array;
  readonly capitalKm: Float32Array;
  readonly touching: Uint8Array;
  readonly treaties: LiveTreaty[];
  readonly events: DecadeEvent[];
  readonly series: Record<SeriesName, number[]>;
  readonly ledger: Ledger;
  /** Output lost to downturns, % of what it would be, by state; regained bit by bit. */
  readonly slump: Float64Array;
}

export const nameOf = ({ states }: Pick<WorldState, 'states'>, place: number): string => states[place]?.name ?? '?';

/** Adds to the year's count of a series. */
export function count({ series, input, year }: WorldState, name: SeriesName, by = 1): void {
  const at = year - input.start.year;
  const list = series[name];
  list[at] = (list[at] ?? 0) + by;
}

export function tell(world: WorldState, event: Omit<DecadeEvent, 'year'>): void {
  world.events.push({ year: world.year, ...event });
}

export const isPostwar = (year: number): boolean => year >= 1946;
