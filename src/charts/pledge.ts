import { disc, fitted, line, opens, words, type Chart, type ChartTable, type Hit, type Key } from './chart.ts';
import { linear, ticksTo } from './scale.ts';
import { el, px, type Element } from './svg.ts';

export type PledgeStanding = 'met' | 'at-risk' | 'missed' | 'no-reading';

/** Readings of one pledge, member by member. Values in percent. */
export interface PledgeFigure {
  readonly floor: number;
  readonly members: readonly {
    readonly state: string;
    readonly name: string;
    readonly standing: PledgeStanding;
    readonly value?: number;
    readonly year?: number;
    /** An estimate or a forecast. */
    readonly estimate: boolean;
    /** The reading it is compared with. */
    readonly before?: { readonly value: number; readonly year: number };
  }[];
  /** The lowest of so many alone; every member when left out. */
  readonly shown?: number;
}

export const PLEDGE_KEY: readonly Key[] = [
  { mark: 'dot', text: 'met' },
  { mark: 'halved', text: 'at risk' },
  { mark: 'ring', text: 'missed' },
  { mark: 'tick', text: 'when it was pledged' },
];

const STEP = 22;
const WORDS: Readonly<Record<PledgeStanding, string>> = { met: 'met', 'at-risk': 'at risk', missed: 'missed', 'no-reading': 'no figure' };
const sorted = ({ members }: PledgeFigure): PledgeFigure['members'] =>
  members.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1) || a.name.localeCompare(b.name));
const shown = (value: number): string => value.toFixed(value < 10 ? 2 : 1);

/** Dots against the pledge line: full met, half at risk, hollow missed. */
export function pledgeChart(data: PledgeFigure, width: number): Chart {
  const narrow = width < 430;
  const left = narrow ? 92 : 128;
  const right = width - 62;
  const most = Math.max(data.floor * 1.2, ...data.members.flatMap(({ value, before }) => [value ?? 0, before?.value ?? 0]));
  const ticks = ticksTo(most, narrow ? 3 : 5);
  const at = linear([0, ticks.at(-1) ?? 1], [left, right]);
  const top = 22;
  const all = sorted(data);
  const rows = data.shown === undefined ? all : all.slice(-data.shown);
  const bottom = top + rows.length * STEP;
  const drawing: Element[] = [
    ...ticks.map((tick) => line(at(tick), top, at(tick), bottom, 'grid')),
    line(at(data.floor), top - 4, at(data.floor), bottom, 'rule-ink'),
    words(at(data.floor), 12, `pledged: ${Number(data.floor.toPrecision(3))}%`, 'strong', at(data.floor) > width * 0.7 ? 'end' : 'middle'),
  ];
  const hits: Hit[] = [];
  rows.forEach(({ state, name, standing, value, before, estimate }, i) => {
    const y = top + i * STEP + STEP / 2;
    drawing.push(words(0, y + 4.5, fitted(name, left - 12, 14), 'name'));
    if (value === undefined) {
      drawing.push(el('rect', { class: 'hatch', x: left, y: y - 7, width: right - left, height: 14 }), words(left + 8, y + 4, 'no figure', 'halo'));
      return;
    }
    if (before !== undefined) {
      drawing.push(line(at(before.value), y, at(value), y, 'iv9'), line(at(before.value), y - 5, at(before.value), y + 5, 'mark'));
    }
    drawing.push(...standingMark(at(value), y, standing));
    const number = opens(width, y + 4.5, `${shown(value)}${estimate ? 'e' : ''}`, `pledge:${state}`, `${name}: ${shown(value)} percent, ${WORDS[standing]}`);
    drawing.push(number.drawn);
    hits.push(number.hit);
  });
  drawing.push(...ticks.map((tick, i) => words(at(tick), bottom + 14, `${tick}${i === ticks.length - 1 ? '%' : ''}`, 'tick', 'middle')));
  const least = all[all.length - rows.length - 1]?.value;
  if (least === undefined) return { width, height: bottom + 20, drawing, hits };
  drawing.push(words(0, bottom + 36, `${all.length - rows.length} others: ${shown(least)}% or more each; all are in the table`, ''));
  return { width, height: bottom + 42, drawing, hits };
}

/** Full, half or hollow. */
function standingMark(x: number, y: number, standing: PledgeStanding): Element[] {
  if (standing === 'met') return [disc(x, y, 5.5, 'dot')];
  const ring = disc(x, y, 5, 'ring');
  return standing === 'at-risk' ? [ring, el('path', { class: 'bar-ink', d: `M${px(x)} ${px(y - 5)}A5 5 0 0 0 ${px(x)} ${px(y + 5)}Z` })] : [ring];
}

export function pledgeTable(data: PledgeFigure): ChartTable {
  return {
    head: ['Member', 'Year', 'Reading, %', 'Standing', 'When pledged, %'],
    rows: sorted(data).map(({ name, year, value, standing, before, estimate }) => [
      name,
      year === undefined ? 'missing' : `${year}${estimate ? 'e' : ''}`,
      value === undefined ? 'missing' : shown(value),
      WORDS[standing],
      before === undefined ? 'missing' : `${shown(before.value)} (${before.year})`,
    ]),
  };
}
