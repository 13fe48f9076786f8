import type { AllyAssessment } from '../core/assess/assessment.ts';
import { box, fitted, interval, line, opens, words, type Chart, type ChartTable, type Hit, type Key } from './chart.ts';
import { percent, percentRange, points } from './numbers.ts';
import { linear } from './scale.ts';
import type { Element } from './svg.ts';

/** Who would come, and who would on its interest alone. */
export interface CredibilityFigure {
  readonly allies: readonly (Pick<AllyAssessment, 'state' | 'honors' | 'interest'> & { readonly name: string })[];
  /** Allies left out, with what is lacking. */
  readonly missing: readonly { readonly name: string; readonly lacks: string }[];
  /** Rows past this many are folded; fourteen when left out. */
  readonly shown?: number;
}

export const CREDIBILITY_KEY: readonly Key[] = [
  { mark: 'dot', text: 'chance of honoring' },
  { mark: 'tick', text: 'on interest alone, no promise' },
  { mark: 'half', text: '50%' },
  { mark: 'whole', text: '90% of draws' },
];

const SHOWN = 14;

const sorted = ({ allies }: CredibilityFigure): CredibilityFigure['allies'] =>
  allies.toSorted((a, b) => b.honors.with.value - a.honors.with.value || a.name.localeCompare(b.name));

/** A dot-interval for each ally, sorted; the tick is what its interest alone would do. */
export function credibilityChart(data: CredibilityFigure, width: number): Chart {
  const all = sorted(data);
  const room = data.shown ?? SHOWN;
  const shown = all.slice(0, all.length > room ? room - 1 : room);
  const folded = all.slice(shown.length);
  const narrow = width < 430;
  const left = narrow ? 8 : 112;
  const right = width - (narrow ? 8 : 134);
  const most = Math.max(...all.map(({ honors, interest }) => Math.max(honors.with.high ?? 0, honors.with.value, interest?.value ?? 0)), 0.01);
  const top = [0.05, 0.1, 0.25, 0.5, 1].find((one) => most <= one) ?? 1;
  const at = linear([0, top], [left, right]);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => part * top);
  const drawing: Element[] = [];
  const hits: Hit[] = [];
  const step = narrow ? 48 : 32;
  const dot = narrow ? 32 : 16;
  const count = shown.length + data.missing.slice(0, 3).length;
  if (narrow) for (let i = 0; i < count; i++) drawing.push(...ticks.map((tick) => line(at(tick), i * step + 20, at(tick), i * step + 44, 'grid')));
  else drawing.push(...ticks.map((tick) => line(at(tick), 0, at(tick), count * step, 'grid')));
  shown.forEach((ally, i) => {
    const { name, state, honors, interest } = ally;
    const y = i * step;
    const range = percentRange(honors.with.low, honors.with.high);
    const text = percent(honors.with.value);
    drawing.push(words(0, y + (narrow ? 14 : 21), fitted(name, narrow ? width - 150 : left - 14), 'name'));
    drawing.push(...interval(at, y + dot, honors.with, 'dot'));
    if (interest !== undefined) drawing.push(line(at(interest.value), y + dot - 7, at(interest.value), y + dot + 7, 'mark'));
    const number = opens(narrow ? width - 78 : width - 78, y + (narrow ? 14 : 21), text, `honors:${state}`, `${name}, chance of honoring: ${text}`);
    drawing.push(number.drawn, words(width, y + (narrow ? 14 : 21), range, '', 'end'));
    hits.push(number.hit);
  });
  data.missing.slice(0, 3).forEach(({ name, lacks }, i) => {
    const y = (shown.length + i) * step;
    drawing.push(
      words(0, y + (narrow ? 14 : 21), fitted(name, narrow ? width : left - 14), 'name'),
      box(left, y + (narrow ? 20 : 3), right - left, narrow ? 24 : 26, 'hatch'),
    );
    drawing.push(words(left + 8, y + (narrow ? 37 : 21), `not estimated: ${lacks}`, 'halo'));
  });
  let y = count * step;
  drawing.push(
    ...ticks.map((tick, i) =>
      words(
        at(tick),
        y + 14,
        `${Number((100 * tick).toPrecision(3))}${i === ticks.length - 1 ? '%' : ''}`,
        'tick',
        narrow && i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle',
      ),
    ),
  );
  y += 20;
  if (folded.length > 0) {
    const highest = Math.max(...folded.map(({ honors }) => honors.with.value));
    drawing.push(words(0, y + 16, `${folded.length} others: ${percent(highest)} or less each; all are in the table`, ''));
    y += 22;
  }
  return { width, height: y, drawing, hits };
}

export function credibilityTable(data: CredibilityFigure): ChartTable {
  return {
    head: ['Ally', 'Chance of honoring', '90%', 'On interest alone', 'Promise adds, points'],
    rows: [
      ...sorted(data).map(({ name, honors, interest }) => [
        name,
        percent(honors.with.value),
        percentRange(honors.with.low, honors.with.high),
        interest === undefined ? 'missing' : percent(interest.value),
        interest === undefined ? 'missing' : points(honors.with.value - interest.value),
      ]),
      ...data.missing.map(({ name, lacks }) => [name, 'missing', lacks, 'missing', 'missing']),
    ],
  };
}
