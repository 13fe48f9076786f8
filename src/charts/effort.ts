import { disc, fitted, line, words, type Chart, type ChartTable, type Key } from './chart.ts';
import { linear, ticksTo } from './scale.ts';
import type { Element } from './svg.ts';

/** What members pay, against what each would choose and what all together would. In % of GDP. */
export interface EffortFigure {
  readonly members: readonly {
    readonly state: string;
    readonly name: string;
    readonly paid: number;
    readonly nash: number;
    readonly apart: number;
    readonly efficient: number;
  }[];
}

export const EFFORT_KEY: readonly Key[] = [
  { mark: 'dot', text: 'pays' },
  { mark: 'ring', text: 'would choose by itself (Nash)' },
  { mark: 'tick', text: 'would pay where all decide together (efficient)' },
];

const STEP = 22;
const sorted = ({ members }: EffortFigure): EffortFigure['members'] =>
  members.toSorted((a, b) => b.paid - b.nash - (a.paid - a.nash) || a.name.localeCompare(b.name));

/** Dot, ring and tick for each member, those that pay most beyond their own choice first. */
export function effortChart(data: EffortFigure, width: number): Chart {
  const rows = sorted(data);
  const left = width < 430 ? 92 : 128;
  const right = width - 62;
  const ticks = ticksTo(Math.max(0.1, ...rows.flatMap(({ paid, nash, efficient }) => [paid, nash, efficient])), width < 430 ? 3 : 6);
  const at = linear([0, ticks.at(-1) ?? 1], [left, right]);
  const top = 4;
  const bottom = top + rows.length * STEP;
  const drawing: Element[] = ticks.map((tick) => line(at(tick), top, at(tick), bottom, 'grid'));
  rows.forEach(({ name, paid, nash, efficient }, i) => {
    const y = top + i * STEP + STEP / 2;
    drawing.push(
      words(0, y + 4.5, fitted(name, left - 12, 14), 'name'),
      line(at(paid), y, at(nash), y, 'iv9'),
      line(at(efficient), y - 6, at(efficient), y + 6, 'mark'),
      disc(at(nash), y, 5, 'ring'),
      disc(at(paid), y, 5, 'dot'),
      words(width, y + 4.5, paid.toFixed(2), 'value', 'end'),
    );
  });
  drawing.push(...ticks.map((tick, i) => words(at(tick), bottom + 14, `${tick}${i === ticks.length - 1 ? '%' : ''}`, 'tick', 'middle')));
  return { width, height: bottom + 20, drawing, hits: [] };
}

export function effortTable(data: EffortFigure): ChartTable {
  return {
    head: ['Member', 'Pays, % of GDP', 'Nash', 'Apart', 'Efficient'],
    rows: sorted(data).map(({ name, paid, nash, apart, efficient }) => [name, ...[paid, nash, apart, efficient].map((value) => value.toFixed(2))]),
  };
}
