import type { MemberAssessment } from '../core/assess/assessment.ts';
import { box, fitted, line, opens, words, type Chart, type ChartTable, type Hit, type Key, type PartMark } from './chart.ts';
import { signed } from './numbers.ts';
import { linear, ticksTo } from './scale.ts';
import type { Element } from './svg.ts';

/** What a treaty is worth to each member, in % of its own GDP a year. */
export interface BalanceFigure {
  readonly members: readonly (MemberAssessment & { readonly name: string })[];
  readonly selected: string | undefined;
  /** Whether every member is shown, or the first fourteen. */
  readonly all: boolean;
  /** Or the first of so many. */
  readonly shown?: number;
}

/** A part of the balance: together they sum to the net. */
export interface BalancePart {
  readonly id: 'deterrence' | 'pooling' | 'burden' | 'entrapment' | 'joining';
  readonly title: string;
  readonly mark: PartMark;
  readonly value: number;
}

/** The parts of a member's balance, which add up to its net. */
export function partsOf({ deterrence, joining, entrapment, pooling, burden }: MemberAssessment): readonly BalancePart[] {
  return [
    { id: 'deterrence', title: 'Fall in expected loss', mark: 'gain-3', value: deterrence.value },
    { id: 'pooling', title: 'Pooling', mark: 'gain-2', value: pooling ?? 0 },
    { id: 'burden', title: 'Burden above its own choice', mark: 'cost-3', value: burden ?? 0 },
    { id: 'entrapment', title: 'Entrapment', mark: 'cost-2', value: entrapment.value },
    { id: 'joining', title: 'Other fighting for allies', mark: 'cost-1', value: joining.value - entrapment.value },
  ];
}

export const BALANCE_KEY: readonly Key[] = [
  { mark: 'gain-3', text: 'fall in expected loss' },
  { mark: 'gain-2', text: 'pooling' },
  { mark: 'cost-3', text: 'burden' },
  { mark: 'cost-2', text: 'entrapment' },
  { mark: 'cost-1', text: 'other fighting for allies' },
  { mark: 'tick', text: 'net' },
];

const SHOWN = 14;

/** First what is clear of zero, then by net. */
export function sortedMembers(members: BalanceFigure['members']): BalanceFigure['members'] {
  const clear = ({ net }: MemberAssessment): number => (net.low !== undefined && net.high !== undefined && (net.low > 0 || net.high < 0) ? 0 : 1);
  return members.toSorted((a, b) => clear(a) - clear(b) || b.net.value - a.net.value || a.name.localeCompare(b.name));
}

function shownOf({ members, selected, all, shown = SHOWN }: BalanceFigure): BalanceFigure['members'] {
  const sorted = sortedMembers(members);
  if (all || sorted.length <= shown) return sorted;
  const first = sorted.slice(0, shown);
  const chosen = sorted.find(({ state }) => state === selected);
  return chosen === undefined || first.includes(chosen) ? first : [...first.slice(0, -1), chosen];
}

/** Members that are not among the first rows. */
export const hiddenMembers = (data: BalanceFigure): number => data.members.length - shownOf(data).length;

/** Rows of a chart by member, for those who press them. */
export interface BalanceRow {
  readonly state: string;
  readonly name: string;
  readonly y: number;
  readonly height: number;
}

/** Two lanes: gains right from zero, costs back from their end, and where they stop is the net; the 90 % range below. */
export function balanceChart(data: BalanceFigure, width: number): Chart & { readonly rows: readonly BalanceRow[] } {
  const shown = shownOf(data);
  const narrow = width < 520;
  const left = narrow ? 4 : 128;
  const right = width - (narrow ? 4 : 164);
  const sums = shown.map((member) => {
    const parts = partsOf(member);
    const gain = parts.reduce((sum, { value }) => sum + Math.max(0, value), 0);
    return { gain, net: member.net.value, low: member.net.low ?? member.net.value, high: member.net.high ?? member.net.value };
  });
  const most = Math.max(...sums.map(({ gain, high }) => Math.max(gain, high)), 0.01);
  const least = Math.min(...sums.map(({ net, low }) => Math.min(net, low)), 0);
  const step = (ticksTo(most - least, 5)[1] ?? 1) - 0;
  const from = Math.floor(least / step - 1e-9) * step;
  const to = Math.ceil(most / step - 1e-9) * step;
  const at = linear([from, to], [left, right]);
  const height = narrow ? 66 : 46;
  const drawing: Element[] = [];
  const hits: Hit[] = [];
  const rows: BalanceRow[] = [];
  const ticks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => Number((from + i * step).toPrecision(6)));
  shown.forEach((member, i) => {
    const y = i * height;
    const top = y + (narrow ? 24 : 7);
    rows.push({ state: member.state, name: member.name, y, height });
    if (member.state === data.selected) drawing.push(box(0, y, width, height, 'chosen'), box(0, y, 3, height, 'bar-ink'));
    drawing.push(words(narrow ? 8 : 10, y + (narrow ? 17 : 26), fitted(member.name, narrow ? width - 170 : left - 18), 'name'));
    drawing.push(line(at(0), top - 3, at(0), top + 34, 'axis'));
    let x = 0;
    for (const { value, mark, id } of partsOf(member)) if (value > 0) drawing.push(...segment(at, x, (x += value), top, mark, id));
    const { net } = member;
    for (const { value, mark, id } of partsOf(member)) if (value < 0) drawing.push(...segment(at, x + value, (x += value) - value, top + 13, mark, id));
    drawing.push(line(at(net.value), top - 4, at(net.value), top + 30, 'net'));
    if (net.low !== undefined && net.high !== undefined) drawing.push(line(at(net.low), top + 30, at(net.high), top + 30, 'iv9 dark'));
    const base = y + (narrow ? 17 : 26);
    const text = signed(net.value);
    const number = opens(width - (narrow ? 98 : 106), base, text, `net:${member.state}`, `${member.name}, net: ${text}`);
    const range = net.low === undefined || net.high === undefined ? '' : `${signed(net.low)} to ${signed(net.high)}`;
    drawing.push(number.drawn, words(width - 4, base, range, '', 'end'));
    hits.push(number.hit);
  });
  const foot = shown.length * height;
  drawing.push(
    ...ticks.map((tick) =>
      words(
        at(tick),
        foot + 16,
        `${tick < 0 ? '−' : ''}${Math.abs(tick)}${tick === ticks.at(-1) ? '%' : ''}`,
        'tick',
        tick === ticks.at(-1) ? 'end' : tick === ticks[0] && narrow ? 'start' : 'middle',
      ),
    ),
  );
  return { width, height: foot + 22, drawing, hits, rows };
}

function segment(at: (value: number) => number, from: number, to: number, y: number, mark: PartMark, id: string): Element[] {
  const width = at(to) - at(from);
  if (width < 0.3) return [];
  const gap = width > 3 ? 1 : 0;
  return [{ name: 'rect', attributes: { class: mark, x: at(from), y, width: width - gap, height: 12, 'data-part': id }, children: [] }];
}

export function balanceTable(data: BalanceFigure): ChartTable {
  const [first] = data.members;
  return {
    head: ['Member', ...(first === undefined ? [] : partsOf(first).map(({ title }) => title)), 'Net', '90%'],
    rows: sortedMembers(data.members).map((member) => [
      member.name,
      ...partsOf(member).map(({ id, value }) =>
        (id === 'pooling' && member.pooling === undefined) || (id === 'burden' && member.burden === undefined && member.pooling === undefined)
          ? 'missing'
          : signed(value),
      ),
      signed(member.net.value),
      member.net.low === undefined || member.net.high === undefined ? '' : `${signed(member.net.low)} to ${signed(member.net.high)}`,
    ]),
  };
}

const COUNTS = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'] as const;
const counted = (count: number): string => COUNTS[count] ?? String(count);

/** Who gains clearly, who loses clearly, and for whom the draws cannot tell. */
export function balanceFinding({ members }: BalanceFigure): string {
  const known = members.filter(({ net }) => net.low !== undefined && net.high !== undefined);
  if (known.length === 0) return `${counted(members.filter(({ net }) => net.value > 0).length)} of ${members.length} gain at the central values`;
  const gain = known.filter(({ net }) => (net.low ?? 0) > 0).length;
  const lose = known.filter(({ net }) => (net.high ?? 0) < 0).length;
  const open = known.length - gain - lose;
  const first = gain > 0 ? `${counted(gain)} of ${known.length} gain${gain === 1 ? 's' : ''} clearly` : lose > 0 ? '' : 'Nobody gains or loses clearly';
  const second = lose > 0 ? `${gain > 0 ? counted(lose).toLowerCase() : `${counted(lose)} of ${known.length}`} pay${lose === 1 ? 's' : ''} clearly` : '';
  const third = open > 0 && (gain > 0 || lose > 0) ? `for ${open === known.length ? 'all' : counted(open).toLowerCase()} zero is inside the interval` : '';
  return [first, second, third].filter((part) => part !== '').join('; ');
}
