import { disc, fitted, line, pathOf, words, type Chart, type ChartTable, type Key } from './chart.ts';
import { linear, type Scale } from './scale.ts';
import type { Element } from './svg.ts';

/** How well the rows of one split are told apart. */
export interface ForecastLine {
  readonly question: string;
  readonly rows: string;
  readonly plain: { readonly value: number; readonly low: number; readonly high: number };
  readonly few?: number;
  readonly structure?: number;
  /** The least that was asked for. */
  readonly mark?: number;
}

export const FORECAST_KEY: readonly Key[] = [
  { mark: 'dot', text: 'plain logit, with 95 %' },
  { mark: 'ring', text: 'few columns' },
  { mark: 'cross', text: 'with the crisis game' },
  { mark: 'tick', text: 'at least asked for' },
];

const two = (value: number): string => value.toFixed(2).replace(/^0/, '');
const three = (value: number): string => value.toFixed(3).replace(/^0/, '');
const LEAST = 0.4;

const cross = (x: number, y: number): Element[] => [line(x - 4, y - 4, x + 4, y + 4, 'cross'), line(x - 4, y + 4, x + 4, y - 4, 'cross')];

/** Areas under the curve, split by split: 0.5 is chance, 1 foresight. */
export function forecastChart(lines: readonly ForecastLine[], width: number): Chart {
  const [left, right] = [Math.min(330, width * 0.46), width - 48];
  const x = linear([LEAST, 1], [left, right]);
  const drawing: Element[] = [];
  let y = 0;
  let question = '';
  for (const one of lines) {
    if (one.question !== question) {
      drawing.push(words(0, y + 22, one.question, 'name strong'));
      y += 30;
      question = one.question;
    }
    const at = y + 14;
    drawing.push(words(0, at + 4, fitted(one.rows, left - 14, 13)), line(x(one.plain.low), at, x(one.plain.high), at, 'iv9'));
    if (one.mark !== undefined) drawing.push(line(x(one.mark), at - 9, x(one.mark), at + 9, 'mark'));
    if (one.few !== undefined) drawing.push(disc(x(one.few), at, 4.5, 'ring'));
    drawing.push(disc(x(one.plain.value), at, 5.5, 'dot'));
    if (one.structure !== undefined) drawing.push(...cross(x(one.structure), at));
    drawing.push(words(width, at + 5, three(one.plain.value), 'value', 'end'));
    y += 28;
  }
  const grid = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].flatMap((tick) => [
    line(x(tick), 0, x(tick), y + 4, tick === 0.5 ? 'axis' : 'grid'),
    words(x(tick), y + 20, tick === 0.5 ? '.5 chance' : tick === 1 ? '1' : two(tick), 'tick', 'middle'),
  ]);
  return { width, height: y + 26, drawing: [...grid, ...drawing], hits: [] };
}

export const forecastTable = (lines: readonly ForecastLine[]): ChartTable => ({
  head: ['Question', 'Rows', 'Plain logit', '95 %', 'Few columns', 'With the crisis game', 'At least'],
  rows: lines.map(({ question, rows, plain, few, structure, mark }) => [
    question,
    rows,
    three(plain.value),
    `${three(plain.low)} to ${three(plain.high)}`,
    ...[few, structure, mark].map((value) => (value === undefined ? '' : three(value))),
  ]),
});

/** One of several small figures side by side. */
interface Panel {
  readonly title: string;
}

export interface DecadePanel extends Panel {
  readonly decades: readonly { readonly decade: number; readonly plain: number; readonly few: number }[];
}

export interface CalibrationPanel extends Panel {
  readonly bins: readonly { readonly chance: number; readonly share: number; readonly low: number; readonly high: number }[];
}

/** Small figures in rows of as many as fit. */
function panels<T extends Panel>(all: readonly T[], width: number, draw: (one: T, frame: Frame) => readonly Element[]): Chart {
  const across = width >= 560 ? 2 : 1;
  const wide = (width - (across - 1) * 36) / across;
  const tall = 250;
  const drawing = all.flatMap((one, at) => {
    const [left, top] = [(at % across) * (wide + 36), Math.floor(at / across) * tall];
    return [words(left, top + 16, one.title, 'name'), ...draw(one, { left: left + 50, right: left + wide - 6, top: top + 32, bottom: top + tall - 42 })];
  });
  return { width, height: Math.ceil(all.length / across) * tall, drawing, hits: [] };
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const path = (points: readonly (readonly [number, number])[], kind: string): Element => ({
  name: 'path',
  attributes: { class: kind, d: pathOf(points) },
  children: [],
});

const FIRST = 1840;
const LAST = 2010;

export const DECADE_KEY: readonly Key[] = [
  { mark: 'solid', text: 'plain logit' },
  { mark: 'dashed', text: 'few columns' },
];

/** Areas under the curve, decade by decade. */
export function decadeChart(all: readonly DecadePanel[], width: number): Chart {
  return panels(all, width, ({ decades }, { left, right, top, bottom }) => {
    const x = linear([FIRST, LAST], [left, right]);
    const y = linear([LEAST, 1], [bottom, top]);
    const of = (value: (one: DecadePanel['decades'][number]) => number): (readonly [number, number])[] =>
      decades.map((one) => [x(one.decade + 5), y(Math.max(LEAST, value(one)))] as const);
    return [
      ...[0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].flatMap((tick) => [
        line(left, y(tick), right, y(tick), tick === 0.5 ? 'axis' : 'grid'),
        words(left - 8, y(tick) + 4, tick === 1 ? '1' : two(tick), 'tick', 'end'),
      ]),
      ...[1850, 1900, 1950, 2000].map((year) => words(x(year), bottom + 18, String(year), 'tick', 'middle')),
      path(
        of(({ few }) => few),
        'curve dashed',
      ),
      path(
        of(({ plain }) => plain),
        'curve',
      ),
    ];
  });
}

export const decadeRows = (all: readonly DecadePanel[]): ChartTable => ({
  head: ['Question', 'Decade', 'Plain logit', 'Few columns'],
  rows: all.flatMap(({ title, decades }) => decades.map(({ decade, plain, few }) => [title, `${decade}s`, three(plain), three(few)])),
});

export const CALIBRATION_KEY: readonly Key[] = [
  { mark: 'dot', text: 'share of events among rows of about one chance, with 95 %' },
  { mark: 'line', text: 'as predicted' },
];

/** Chances foreseen beside shares seen, both by powers of ten. */
export function calibrationChart(all: readonly CalibrationPanel[], width: number): Chart {
  return panels(all, width, ({ bins }, { left, right, top, bottom }) => {
    const least = Math.floor(Math.log10(Math.min(...bins.flatMap(({ chance, share, low }) => [chance, low > 0 ? low : share]).filter((value) => value > 0))));
    const powers = Array.from({ length: 1 - least }, (_, at) => least + at);
    const log =
      (scale: Scale): Scale =>
      (value) =>
        scale(Math.max(least, Math.log10(value)));
    const x = log(linear([least, 0], [left, right]));
    const y = log(linear([least, 0], [bottom, top]));
    const label = (power: number): string => (power === 0 ? '1' : (10 ** power).toFixed(-power).replace(/^0/, ''));
    return [
      ...powers.flatMap((power) => [
        line(left, y(10 ** power), right, y(10 ** power), 'grid'),
        words(left - 6, y(10 ** power) + 4, label(power), 'tick', 'end'),
        words(x(10 ** power), bottom + 18, label(power), 'tick', 'middle'),
      ]),
      line(x(10 ** least), y(10 ** least), x(1), y(1), 'axis'),
      ...bins.flatMap(({ chance, share, low, high }) => [line(x(chance), y(low), x(chance), y(high), 'iv9'), disc(x(chance), y(share), 4.5, 'dot')]),
    ];
  });
}

export const calibrationRows = (all: readonly CalibrationPanel[]): ChartTable => ({
  head: ['Question', 'Mean chance', 'Share of events', '95 %'],
  rows: all.flatMap(({ title, bins }) =>
    bins.map(({ chance, share, low, high }) => [title, chance.toPrecision(2), share.toPrecision(2), `${low.toPrecision(2)} to ${high.toPrecision(2)}`]),
  ),
});
