import type { Interval } from '../core/assess/assessment.ts';
import { box, fitted, line, words, type Chart, type ChartTable, type Key } from './chart.ts';
import { linear } from './scale.ts';
import type { Element } from './svg.ts';

/** Shares of a variance, by what makes them. */
export interface SharesFigure {
  readonly groups: readonly { readonly name: string; readonly first: Interval; readonly total: Interval; readonly always: boolean }[];
  /** Bars shown beside those always shown; eight when left out. */
  readonly shown?: number;
}

export const SHARES_KEY: readonly Key[] = [
  { mark: 'solid', text: 'alone' },
  { mark: 'hollow', text: 'with all it meets' },
  { mark: 'whole', text: '90% of that' },
];

const twoDigits = (value: number): string => `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
const inUnit = (value: number): number => Math.min(1, Math.max(0, value));

function shownOf({ groups, shown = 8 }: SharesFigure): SharesFigure['groups'] {
  return groups.filter(({ always }, i) => always || i < shown);
}

/** A bar for each group of inputs, the largest first: solid alone, hollow with all it meets, and the range of that. */
export function sharesChart(data: SharesFigure, width: number): Chart {
  const narrow = width < 620;
  const left = narrow ? 0 : Math.min(310, Math.max(230, width * 0.4));
  const right = width - 96;
  const at = linear([0, 1], [left, right]);
  const height = narrow ? 52 : 36;
  const drawing: Element[] = [];
  const shown = shownOf(data);
  const foot = shown.length * height;
  for (const tick of [0, 0.5, 1]) {
    drawing.push(line(at(tick), 0, at(tick), foot, 'grid'));
    drawing.push(words(at(tick), foot + 16, String(tick), 'tick', tick === 0 ? 'start' : 'middle'));
  }
  shown.forEach(({ name, first, total }, i) => {
    const y = i * height;
    drawing.push(words(0, y + (narrow ? 17 : 22), fitted(name, narrow ? width : left - 14), 'name'));
    const top = y + (narrow ? 25 : 10);
    const whole = at(inUnit(total.value)) - left;
    if (whole > 0.5) drawing.push(box(left, top, whole, 15, 'hollow'));
    const alone = at(inUnit(first.value)) - left;
    if (alone > 0.5) drawing.push(box(left, top, alone, 15, 'solid'));
    if (total.low !== undefined && total.high !== undefined) drawing.push(line(at(inUnit(total.low)), top + 19, at(inUnit(total.high)), top + 19, 'iv9'));
    drawing.push(words(width, top + 12, `${twoDigits(first.value)}, ${twoDigits(total.value)}`, 'value', 'end'));
  });
  return { width, height: foot + 22, drawing, hits: [] };
}

export function sharesTable({ groups }: SharesFigure): ChartTable {
  const range = ({ low, high }: Interval): string => (low === undefined || high === undefined ? '' : `${twoDigits(low)} to ${twoDigits(high)}`);
  return {
    head: ['Inputs', 'Alone', '90%', 'With all it meets', '90%'],
    rows: groups.map(({ name, first, total }) => [name, twoDigits(first.value), range(first), twoDigits(total.value), range(total)]),
  };
}

export function sharesFinding({ groups }: SharesFigure): string {
  const [first] = groups;
  if (first === undefined || first.total.value <= 0) return 'Nothing that is drawn moves it';
  const share = first.total.value;
  const part = share > 0.9 ? 'nearly all' : share > 0.6 ? 'most' : share > 0.45 ? 'about half' : share > 0.28 ? 'about a third' : 'the largest part';
  return `${first.name}: ${part} of the variance`;
}
