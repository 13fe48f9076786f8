import type { Headline, Influence } from '../core/assess/influence.ts';
import { box, fitted, line, opens, words, type Chart, type ChartTable, type Hit, type Key } from './chart.ts';
import { percent, plain } from './numbers.ts';
import { linear } from './scale.ts';
import type { Element } from './svg.ts';

/** What one number of the answer hangs on. */
export interface TornadoFigure {
  readonly influences: readonly Influence[];
  readonly central: Headline;
  /** Which number: the mean chance of honoring, what of it is due to the treaty, or the challenges it spares a year. */
  readonly of: 'honors' | 'difference' | 'spared';
  /** What an assumption is called. */
  readonly nameOf: (parameter: string) => string;
  /** Bars shown; eight when left out. */
  readonly shown?: number;
}

export const TORNADO_OF = { honors: 'the chance of honoring', difference: 'what the treaty adds to it', spared: 'the challenges it spares a year' } as const;

export const tornadoKey = ({ central, of }: Pick<TornadoFigure, 'central' | 'of'>): readonly Key[] => [
  { mark: 'hollow', text: 'at the low end' },
  { mark: 'solid', text: 'at the high end' },
  { mark: 'tick', text: `as assessed, ${percent(central[of])}` },
];

/** The weightiest for a number, the weightiest first. */
export function weightiest({ influences, of }: TornadoFigure): readonly Influence[] {
  const swing = ({ at }: Influence): number => Math.abs(at.high[of] - at.low[of]);
  return influences.filter((one) => swing(one) > 1e-9).toSorted((a, b) => swing(b) - swing(a));
}

/** Bars from the base line to what each assumption makes of the number: hollow at the low end of its range, solid at the high. */
export function tornadoChart(data: TornadoFigure, width: number): Chart {
  const { central, of, nameOf } = data;
  const shown = weightiest(data).slice(0, data.shown ?? 8);
  const narrow = width < 520;
  const left = narrow ? 46 : Math.min(310, Math.max(262, width * 0.42));
  const right = width - 46;
  const base = central[of];
  const values = shown.flatMap(({ at }) => [at.low[of], at.high[of]]);
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
    hits.push(title.hit);
    const range = `${plain(one.low)} to ${plain(one.high)}`;
    drawing.push(narrow ? words(width, y + 17, range, '', 'end') : words(0, y + 34, range, ''));
    for (const [end, kind] of [
      ['low', 'hollow'],
      ['high', 'solid'],
    ] as const) {
      const value = one.at[end][of];
      const [from, to] = [Math.min(x(value), x(base)), Math.max(x(value), x(base))];
      if (to - from > 0.5) drawing.push(box(from, top, to - from, 15, kind));
      const isBelow = value < base;
      if (Math.abs(value - base) > (high - low) * 0.015)
        drawing.push(words(isBelow ? from - 6 : to + 6, top + 12, percent(value), '', isBelow ? 'end' : 'start'));
    }
  });
  const foot = shown.length * height;
  drawing.push(line(x(base), 0, x(base), foot, 'net'));
  drawing.push(words(x(base), foot + 16, percent(base), 'tick', 'middle'));
  return { width, height: foot + 22, drawing, hits };
}

export function tornadoTable(data: TornadoFigure): ChartTable {
  return {
    head: ['Assumption', 'Kind', 'Value', 'Range', 'At the low end', 'At the high end'],
    rows: weightiest(data).map(({ parameter, kind, value, low, high, at }) => [
      data.nameOf(parameter),
      kind,
      plain(value),
      `${plain(low)} to ${plain(high)}`,
      percent(at.low[data.of]),
      percent(at.high[data.of]),
    ]),
  };
}

export function tornadoFinding(data: TornadoFigure): string {
  const [first] = weightiest(data);
  return first === undefined ? 'No assumption moves it' : `${data.nameOf(first.parameter)} moves it most`;
}
