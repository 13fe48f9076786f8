import type { Fan } from '../core/explore/decades/fans.ts';
import { line, pathOf, words, type Chart, type ChartTable, type Key } from './chart.ts';
import { linear, ticksTo } from './scale.ts';
import type { Element } from './svg.ts';

export const FAN_KEY: readonly Key[] = [
  { mark: 'line', text: 'median of the worlds' },
  { mark: 'half', text: '50%' },
  { mark: 'band', text: '90%' },
];

/** A world that is replayed, drawn over the fan: one number a year. */
export interface FanFigure {
  readonly fan: Fan;
  readonly world?: readonly number[] | undefined;
  /** The year that is looked at. */
  readonly year?: number | undefined;
}

/** Years that are written below: as many round ones as there is room for, the first and the last. */
function yearTicks(first: number, last: number, width: number): number[] {
  const step = [1, 2, 5, 10, 20].find((one) => (width * one) / Math.max(1, last - first) > 44) ?? 50;
  const between = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (year) => year % step === 0 && (year - first) * 1.2 >= step && (last - year) * 1.2 >= step,
  );
  return [first, ...between, ...(last > first ? [last] : [])];
}

/** Quantiles of a number over worlds, year by year: 50 and 90 % about the median; one world dashed. */
export function fanChart({ fan: { points }, world, year }: FanFigure, width: number, height: number = Math.max(190, Math.min(250, width * 0.48))): Chart {
  const [left, right, top, bottom] = [44, width - 10, 12, height - 26];
  const [first, last] = [points[0]?.year ?? 0, points.at(-1)?.year ?? 1];
  const ticks = ticksTo(Math.max(1, ...points.map(({ ninety }) => ninety[1]), ...(world ?? [])), 4);
  const x = linear([first, Math.max(first + 1, last)], [left, right]);
  const y = linear([0, ticks.at(-1) ?? 1], [bottom, top]);
  const band = (ends: (one: Fan['points'][number]) => readonly [number, number]): Element => ({
    name: 'path',
    attributes: {
      class: 'band',
      d: `${pathOf([...points.map((one): readonly [number, number] => [x(one.year), y(ends(one)[1])]), ...points.toReversed().map((one): readonly [number, number] => [x(one.year), y(ends(one)[0])])])}Z`,
    },
    children: [],
  });
  const years = yearTicks(first, last, right - left);
  const drawing: Element[] = [
    ...ticks.flatMap((tick) => [line(left, y(tick), right, y(tick), 'grid'), words(left - 8, y(tick) + 4, tick.toLocaleString('en-US'), 'tick', 'end')]),
    ...years.map((one, i) => words(x(one), bottom + 18, String(one), 'tick', i === 0 ? 'start' : i === years.length - 1 ? 'end' : 'middle')),
    band(({ ninety }) => ninety),
    band(({ half }) => half),
    { name: 'path', attributes: { class: 'curve', d: pathOf(points.map((one) => [x(one.year), y(one.median)])) }, children: [] },
  ];
  if (world !== undefined)
    drawing.push({ name: 'path', attributes: { class: 'curve dashed', d: pathOf(world.map((value, at) => [x(first + at), y(value)])) }, children: [] });
  if (year !== undefined && year >= first && year <= last) drawing.push(line(x(year), top, x(year), bottom, 'rule-ink'));
  return { width, height, drawing, hits: [] };
}

const figure = (value: number): string => (Number.isInteger(value) ? value.toLocaleString('en-US') : value.toFixed(1));

export function fanTable({ fan: { points }, world }: FanFigure): ChartTable {
  return {
    head: ['Year', 'Median', '50%', '90%', ...(world === undefined ? [] : ['This world'])],
    rows: points.map(({ year, median, half, ninety }, at) => [
      String(year),
      figure(median),
      `${figure(half[0])} to ${figure(half[1])}`,
      `${figure(ninety[0])} to ${figure(ninety[1])}`,
      ...(world === undefined ? [] : [figure(world[at] ?? 0)]),
    ]),
  };
}

/** "15 at the end, 12 to 18 in 90% of the worlds". */
export function fanFinding({ points }: Fan): string {
  const last = points.at(-1);
  if (last === undefined) return 'No years';
  return `${figure(last.median)} in ${last.year}, between ${figure(last.ninety[0])} and ${figure(last.ninety[1])} in 90% of the worlds`;
}
