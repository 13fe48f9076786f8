import type { Headline, Influence } from '../core/assess/influence.ts';
import { box, fitted, line, opens, words, type Chart, type ChartTable, type Hit, type Key } from './chart.ts';
import { percent, plain } from './numbers.ts';
import { linear } from './scale.ts';
import type { Element } from './svg.ts';

/** What one assumption makes of a number at the ends of its range. */
export interface TornadoBar extends Pick<Influence, 'parameter' | 'kind' | 'value' | 'low' | 'high'> {
  readonly at: { readonly low: number; readonly high: number };
  /** Shown whatever it does. */
  readonly always?: boolean;
}

/** What one number of the answer hangs on. */
export interface TornadoFigure {
  readonly bars: readonly TornadoBar[];
  readonly central: number;
  /** The number as it is printed; percent when left out. */
  readonly say?: (value: number) => string;
  /** What an assumption is called. */
  readonly nameOf: (parameter: string) => string;
  /** Bars shown; eight when left out. */
  readonly shown?: number;
  /** Whether an assumption opens its derivation. */
  readonly opens?: boolean;
}

export const TORNADO_OF = { honors: 'the chance of honoring', difference: 'what the treaty adds to it', spared: 'the challenges it spares a year' } as const;

/** The figure of one number of an assessment: the mean chance of honoring, what of it is due to the treaty, or the challenges it spares a year. */
export function influenceFigure(
  influences: readonly Influence[],
  central: Headline,
  of: keyof typeof TORNADO_OF,
  nameOf: TornadoFigure['nameOf'],
): TornadoFigure {
  return { bars: influences.map((one) => ({ ...one, at: { low: one.at.low[of], high: one.at.high[of] } })), central: central[of], nameOf };
}

export const tornadoKey = ({ central, say = percent }: Pick<TornadoFigure, 'central' | 'say'>): readonly Key[] => [
  { mark: 'hollow', text: 'at the low end' },
  { mark: 'solid', text: 'at the high end' },
  { mark: 'tick', text: `as assessed, ${say(central)}` },
];

const swing = ({ at }: TornadoBar): number => Math.abs(at.high - at.low);

/** The weightiest for a number, the weightiest first, with those always shown. */
export function weightiest({ bars }: Pick<TornadoFigure, 'bars'>): readonly TornadoBar[] {
  return bars.filter((one) => swing(one) > 1e-9 || one.always === true).toSorted((a, b) => swing(b) - swing(a));
}

/** Bars from the base line to what each assumption makes of the number: hollow at the low end of its range, solid at the high. */
export function tornadoChart(data: TornadoFigure, width: number): Chart {
  const { central: base, nameOf, say = percent } = data;
  const most = data.shown ?? 8;
  const shown = weightiest(data).filter((one, i) => i < most || one.always === true);
  const narrow = width < 520;
  const left = narrow ? 46 : Math.min(310, Math.max(262, width * 0.42));
  const right = width - 46;
  const values = shown.flatMap(({ at }) => [at.low, at.high]);
  const [low, high] = [Math.min(base, ...values), Math.max(base, ...values)];
  const x = linear([low, high], [left, right]);
  const height = narrow ? 58 : 42;
  const drawing: Element[] = [];
  const hits: Hit[] = [];
  shown.forEach((one, i) => {
    const y = i * height;
    const name = nameOf(one.parameter);
    const top = y + (narrow ? 32 : 13);
    const title = opens(0, y + 17, fitted(name, narrow ? width - 100 : left - 60), `parameter:${one.parameter}`, `${name}: why`, 'start', 'name');
    drawing.push(title.drawn);
    if (data.opens !== false) hits.push(title.hit);
    const range = `${plain(one.low)} to ${plain(one.high)}`;
    drawing.push(narrow ? words(width, y + 17, range, '', 'end') : words(0, y + 34, range, ''));
    for (const [end, kind] of [
      ['low', 'hollow'],
      ['high', 'solid'],
    ] as const) {
      const value = one.at[end];
      const [from, to] = [Math.min(x(value), x(base)), Math.max(x(value), x(base))];
      if (to - from > 0.5) drawing.push(box(from, top, to - from, 15, kind));
      const isBelow = value < base;
      if (Math.abs(value - base) > (high - low) * 0.015) drawing.push(words(isBelow ? from - 6 : to + 6, top + 12, say(value), '', isBelow ? 'end' : 'start'));
    }
  });
  const foot = shown.length * height;
  drawing.push(line(x(base), 0, x(base), foot, 'net'));
  drawing.push(words(x(base), foot + 16, say(base), 'tick', 'middle'));
  return { width, height: foot + 22, drawing, hits };
}

export function tornadoTable(data: TornadoFigure): ChartTable {
  const { say = percent } = data;
  return {
    head: ['Assumption', 'Kind', 'Value', 'Range', 'At the low end', 'At the high end'],
    rows: weightiest(data).map(({ parameter, kind, value, low, high, at }) => [
      data.nameOf(parameter),
      kind,
      plain(value),
      `${plain(low)} to ${plain(high)}`,
      say(at.low),
      say(at.high),
    ]),
  };
}

export function tornadoFinding(data: TornadoFigure): string {
  const [first] = weightiest(data);
  return first === undefined || swing(first) <= 1e-9 ? 'No assumption moves it' : `${data.nameOf(first.parameter)} moves it most`;
}
