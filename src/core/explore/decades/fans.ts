import { quantile } from '../../math/quantile.ts';
import { SERIES, type DecadesWorld, type SeriesName } from './types.ts';

/** A year of a fan: the median over worlds, and the ends of the 50 % and 90 % ranges. */
export interface FanPoint {
  readonly year: number;
  readonly median: number;
  readonly mean: number;
  readonly half: readonly [low: number, high: number];
  readonly ninety: readonly [low: number, high: number];
}

export interface Fan {
  readonly series: SeriesName;
  readonly points: readonly FanPoint[];
}

/** Counts of a year that are followed as sums since the start as well. */
export const SUMMED = ['crises', 'wars', 'ended', 'formed', 'left', 'joined'] as const satisfies readonly SeriesName[];

/** Fans of every series that the worlds have figures for. */
export function fansOf(worlds: readonly DecadesWorld[], firstYear: number): readonly Fan[] {
  return SERIES.flatMap((series): Fan[] => {
    const lines = worlds.flatMap((world) => (world.series[series] === undefined ? [] : [world.series[series]]));
    const years = lines[0]?.length ?? 0;
    if (years === 0) return [];
    return [{ series, points: Array.from({ length: years }, (_, at) => pointOf(lines, at, firstYear + at)) }];
  });
}

/** The same of running sums. */
export function summedFan(worlds: readonly DecadesWorld[], series: SeriesName, firstYear: number): Fan {
  const lines = worlds.map((world) => runningSum(world.series[series] ?? []));
  return { series, points: (lines[0] ?? []).map((_, at) => pointOf(lines, at, firstYear + at)) };
}

export function runningSum(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}

function pointOf(lines: readonly (readonly number[])[], at: number, year: number): FanPoint {
  const sorted = Float64Array.from(lines, (line) => line[at] ?? Number.NaN).sort();
  const q = (p: number): number => round(quantile(sorted, p));
  return { year, median: q(0.5), mean: round(sorted.reduce((sum, one) => sum + one, 0) / sorted.length), half: [q(0.25), q(0.75)], ninety: [q(0.05), q(0.95)] };
}

const round = (value: number): number => Number(value.toPrecision(6));
