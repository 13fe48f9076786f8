import type { Interval } from '../core/assess/assessment.ts';
import { fitted, interval, line, room, words, type Chart, type ChartTable, type Key } from './chart.ts';
import { linear, type Scale } from './scale.ts';
import type { Element } from './svg.ts';

/** One number of several treaties, each lane by itself or against the first. */
export interface SideRow {
  readonly title: string;
  /** Null where a treaty has no such number. */
  readonly values: readonly (Interval | null)[];
  readonly differences: readonly (Interval | null)[];
  readonly say: (value: number) => string;
  readonly sayDifference: (value: number) => string;
}

export interface SideBySide {
  /** Names of the treaties, the first of which the others are compared with. */
  readonly subjects: readonly string[];
  readonly rows: readonly SideRow[];
}

const HEAD = 26;
const LANE = 25;
const GAP = 12;

export const sideKey = ({ subjects }: Pick<SideBySide, 'subjects'>): readonly Key[] => [
  { mark: 'ring', text: subjects[0] ?? '' },
  { mark: 'dot', text: subjects.length === 2 ? (subjects[1] ?? '') : 'the others' },
  { mark: 'half', text: '50%' },
  { mark: 'whole', text: '90% of draws' },
];

export const DIFFERENCE_KEY: readonly Key[] = [
  { mark: 'tick', text: 'no difference' },
  { mark: 'half', text: '50%' },
  { mark: 'whole', text: '90% of common draws' },
];

const endsOf = ({ value, low, high }: Interval): readonly number[] => [value, low ?? value, high ?? value];

interface Lane {
  readonly name: string;
  readonly of: Interval | null;
  readonly mark: 'dot' | 'ring';
  readonly text: string;
}

/** Lanes under their titles, each row on a scale of its own. @param axis the value at which a line stands; none where left out */
function lanes(
  rows: readonly {
    readonly title: string;
    readonly lanes: readonly Lane[];
    readonly scale: (range: readonly [number, number]) => Scale;
    readonly axis?: number;
  }[],
  width: number,
): Chart {
  const names = Math.min(width * 0.34, Math.max(...rows.flatMap((row) => row.lanes.map(({ name }) => room(name, 13))), 40) + 12);
  const numbers = Math.max(...rows.flatMap((row) => row.lanes.map(({ text }) => room(text, 15))), 40) + 12;
  const [left, right] = [names, width - numbers];
  const drawing: Element[] = [];
  let y = 0;
  rows.forEach((row, i) => {
    if (i > 0) drawing.push(line(0, y, width, y, 'grid'));
    drawing.push(words(0, y + 19, fitted(row.title, width), 'name'));
    const top = y + HEAD;
    const at = row.scale([left, right]);
    const foot = top + LANE * row.lanes.length;
    if (row.axis !== undefined) drawing.push(line(at(row.axis), top + 2, at(row.axis), foot - 2, 'axis'));
    row.lanes.forEach(({ name, of, mark, text }, lane) => {
      const base = top + LANE * lane + LANE / 2;
      drawing.push(words(0, base + 4, fitted(name, names - 10, 13)));
      if (of !== null) drawing.push(...interval(at, base, of, mark));
      drawing.push(words(width, base + 5, text, 'value', 'end'));
    });
    y = foot + GAP;
  });
  return { width, height: Math.max(0, y - GAP) + 4, drawing, hits: [] };
}

/** Each number of each treaty with its ranges, from nothing on a scale of its own. */
export function sideChart({ subjects, rows }: SideBySide, width: number): Chart {
  return lanes(
    rows.map(({ title, values, say }) => {
      const ends = values.flatMap((one) => (one === null ? [] : endsOf(one)));
      return {
        title,
        axis: 0,
        scale: (range) => linear([Math.min(0, ...ends), Math.max(0, ...ends) || 1], range),
        lanes: subjects.map((name, i): Lane => {
          const of = values[i] ?? null;
          return { name, of, mark: i === 0 ? 'ring' : 'dot', text: of === null ? 'missing' : say(of.value) };
        }),
      };
    }),
    width,
  );
}

/** What each treaty has more or less than the first, taken draw by draw, no difference in the middle. */
export function differenceChart({ subjects, rows }: SideBySide, width: number): Chart {
  return lanes(
    rows.map(({ title, differences, sayDifference }) => {
      const most = Math.max(...differences.flatMap((one) => (one === null ? [] : endsOf(one).map(Math.abs))), 0) || 1;
      return {
        title,
        axis: 0,
        scale: (range) => linear([-most, most], range),
        lanes: subjects.slice(1).map((name, i): Lane => {
          const of = differences[i + 1] ?? null;
          return { name, of, mark: 'dot', text: of === null ? 'missing' : sayDifference(of.value) };
        }),
      };
    }),
    width,
  );
}

/** One lane for each of several on one scale, no difference in the middle. */
export function laneChart(list: readonly { readonly name: string; readonly of: Interval; readonly text: string }[], width: number): Chart {
  const ends = list.flatMap(({ of }) => endsOf(of));
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const rows = [
    {
      title: '',
      axis: 0,
      scale: (range: readonly [number, number]) => linear([low, high === low ? low + 1 : high], range),
      lanes: list.map((one): Lane => ({ ...one, mark: 'dot' })),
    },
  ];
  const chart = lanes(rows, width);
  // The one row has no title: what stands above its lanes is left off.
  return { ...chart, height: chart.height };
}

export function sideTable({ subjects, rows }: SideBySide): ChartTable {
  const range = (one: Interval | null, say: (value: number) => string): readonly string[] => {
    if (one === null) return ['missing', ''];
    const { value, low, high } = one;
    return [say(value), low === undefined || high === undefined ? '' : `${say(low)} to ${say(high)}`];
  };
  const others = subjects.slice(1);
  return {
    head: ['Number', ...subjects.flatMap((name) => [name, '90%']), ...others.flatMap((name) => [`${name}, difference`, '90%'])],
    rows: rows.map(({ title, values, differences, say, sayDifference }) => [
      title,
      ...values.flatMap((one) => range(one, say)),
      ...differences.slice(1).flatMap((one) => range(one, sayDifference)),
    ]),
  };
}
