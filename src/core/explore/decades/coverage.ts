import { quantile } from '../../math/quantile.ts';
import { runningSum, SUMMED } from './fans.ts';
import type { DecadesWorld, SeriesName } from './types.ts';

/** How far the ranges of a series hold what happened. */
export interface Coverage {
  readonly series: SeriesName;
  /** A number a year, or the sum since the start. */
  readonly of: 'year' | 'sum';
  readonly years: number;
  /** Share of the years in which what happened lies in the 50 % and the 90 % range of the worlds. */
  readonly half: number;
  readonly ninety: number;
  /** Mean over the years: what happened, and the mean of the worlds. */
  readonly happened: number;
  readonly expected: number;
  /** At the last year: what happened, the worlds' median and 90 % range, and the share of worlds below it. */
  readonly last: { readonly happened: number; readonly median: number; readonly low: number; readonly high: number; readonly below: number };
}

/** Holds what happened against the fans of simulated worlds. Nominal shares are .5 and .9; years of one history depend on each other, sums most. */
export function coverageOf(worlds: readonly DecadesWorld[], happened: Readonly<Partial<Record<SeriesName, readonly number[]>>>): readonly Coverage[] {
  return Object.entries(happened).flatMap(([name, values]): Coverage[] => {
    const series = SERIES_NAMES.find((one) => one === name);
    if (series === undefined || values.length === 0) return [];
    const lines = worlds.flatMap((world) => (world.series[series] === undefined ? [] : [world.series[series]]));
    const summed = SUMMED.some((one) => one === series);
    return [
      against(series, 'year', lines, values),
      ...(summed
        ? [
            against(
              series,
              'sum',
              lines.map((line) => runningSum(line)),
              runningSum(values),
            ),
          ]
        : []),
    ];
  });
}

const SERIES_NAMES: readonly SeriesName[] = ['pacts', 'crises', 'wars', 'ended', 'formed', 'left', 'joined', 'rivalries'];

function against(series: SeriesName, of: 'year' | 'sum', lines: readonly (readonly number[])[], values: readonly number[]): Coverage {
  let [half, ninety, expected] = [0, 0, 0];
  let last: Coverage['last'] = { happened: 0, median: 0, low: 0, high: 0, below: 0 };
  values.forEach((value, at) => {
    const sorted = Float64Array.from(lines, (line) => line[at] ?? Number.NaN).sort();
    const q = (p: number): number => quantile(sorted, p);
    if (value >= q(0.25) && value <= q(0.75)) half++;
    if (value >= q(0.05) && value <= q(0.95)) ninety++;
    expected += sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
    last = { happened: value, median: q(0.5), low: q(0.05), high: q(0.95), below: sorted.filter((one) => one < value).length / sorted.length };
  });
  const n = values.length;
  return { series, of, years: n, half: half / n, ninety: ninety / n, happened: values.reduce((sum, one) => sum + one, 0) / n, expected: expected / n, last };
}
