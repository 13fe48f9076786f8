import { possessive } from '../core/text/sentence.ts';
import { limitAt, worthAt, type Bargain, type BargainMember } from '../core/assess/bargain.ts';
import { box, disc, fitted, line, opens, pathOf, words, type Chart, type ChartTable, type Hit, type Key } from './chart.ts';
import { percent } from './numbers.ts';
import { linear } from './scale.ts';
import type { Element } from './svg.ts';

/** The bargain over automaticity and a floor of spending, and each member's chance of ratifying the text. */
export interface WinSetFigure {
  readonly bargain: Bargain;
  readonly nameOf: (state: string) => string;
  /** Chance of ratifying the text as it stands. */
  readonly ratifies: ReadonlyMap<string, number>;
  /** A member whose quota is being moved: its limit is drawn in ink. */
  readonly focus: string | undefined;
  readonly text: string;
  /** Chances of ratifying that are shown, the least likely; nine when left out. */
  readonly shown?: number;
}

export const WINSET_KEY: readonly Key[] = [
  { mark: 'area', text: 'passes everywhere' },
  { mark: 'line', text: 'limit of whoever blocks first' },
  { mark: 'cross', text: 'the text' },
  { mark: 'ring', text: 'nearest that passes' },
];

const STEPS = 48;
const xs = Array.from({ length: STEPS + 1 }, (_, i) => i / STEPS);

/** The highest floor of the plane: the draft, the limits and room above them. */
export function planeTop({ members, draft }: Bargain): number {
  const limits = members
    .flatMap(({ unpledged = 0, worth, least }) => worth.map((value) => unpledged + value - least))
    .filter((value) => Number.isFinite(value) && value < 12);
  const typical = limits.toSorted((a, b) => a - b)[Math.floor(limits.length / 2)] ?? 5;
  return Math.min(10, Math.max(5, Math.ceil(draft.floor + 1), Math.ceil(typical + 1)));
}

interface Blocking {
  readonly limit: number;
  readonly by: BargainMember | undefined;
}

function blockingAt(bargain: Bargain, x: number): Blocking {
  let [limit, by]: [number, BargainMember | undefined] = [Infinity, undefined];
  for (const member of bargain.members) {
    const own = limitAt(bargain, member, x);
    if (own < limit) [limit, by] = [own, member];
  }
  return { limit, by };
}

/** What share of the plane every member accepts, and one of them alone. */
export function winSetShare(bargain: Bargain, top: number, of?: string): number {
  const members = of === undefined ? bargain.members : bargain.members.filter(({ state }) => state === of);
  const within = { ...bargain, members };
  const heights = xs.map((x) => Math.min(top, Math.max(0, members.length === 0 ? top : blockingAt(within, x).limit)));
  const area = heights.reduce((sum, height, i) => sum + height * (i === 0 || i === STEPS ? 0.5 : 1), 0) / STEPS;
  return area / top;
}

/** The text's own place: inside everybody's win-set, or who blocks it. */
export function blocked(bargain: Bargain): BargainMember | undefined {
  const { automaticity, floor } = bargain.draft;
  const { limit, by } = blockingAt(bargain, automaticity);
  return floor > limit ? by : undefined;
}

/** The nearest point that passes, each axis over its range; undefined where none does. */
function nearest(bargain: Bargain, top: number): readonly [number, number] | undefined {
  const { automaticity, floor } = bargain.draft;
  let best: readonly [number, number] | undefined;
  let least = Infinity;
  for (const x of xs) {
    const { limit } = blockingAt(bargain, x);
    if (limit < 0) continue;
    const y = Math.min(floor, limit);
    const far = Math.hypot(x - automaticity, (y - floor) / top);
    if (far < least) [least, best] = [far, [x, y]];
  }
  return best;
}

/** Limits in gray, what all accept filled, whoever blocks in ink, the text as a cross; beside it the chances of ratifying. */
export function winSetChart({ bargain, nameOf, ratifies, focus, text, shown: most = 9 }: WinSetFigure, width: number): Chart {
  const narrow = width < 500;
  const plane = narrow ? width : Math.min(width - 236, 440);
  const left = 30;
  const right = plane - 8;
  const top = 12;
  const bottom = top + Math.max(220, Math.min(330, (right - left) * 0.9));
  const highest = planeTop(bargain);
  const x = linear([0, 1], [left, right]);
  const y = linear([0, highest], [bottom, top]);
  const inside = (value: number): number => y(Math.min(highest, Math.max(0, value)));
  const drawing: Element[] = [];
  const hits: Hit[] = [];
  drawing.push(...Array.from({ length: highest + 1 }, (_, tick) => line(left, y(tick), right, y(tick), 'grid')));
  drawing.push(...[0, 0.25, 0.5, 0.75, 1].map((tick) => line(x(tick), top, x(tick), bottom, 'grid')));
  const all = xs.map((at): readonly [number, Blocking] => [at, blockingAt(bargain, at)]);
  const passing = all.filter(([, { limit }]) => limit >= 0);
  if (passing.length > 1) {
    const edge = passing.map(([at, { limit }]): readonly [number, number] => [x(at), inside(limit)]);
    drawing.push({
      name: 'path',
      attributes: { class: 'winset', d: `${pathOf(edge)}L${x(passing.at(-1)?.[0] ?? 1)} ${bottom}L${x(passing[0]?.[0] ?? 0)} ${bottom}Z` },
      children: [],
    });
  }
  const curveOf = (member: BargainMember): string =>
    pathOf(xs.map((at): readonly [number, number] => [x(at), inside(limitAt(bargain, member, at))]).filter(([, level]) => level < bottom + 0.01));
  const atDraft = blockingAt(bargain, bargain.draft.automaticity);
  const shown = focus ?? atDraft.by?.state;
  for (const member of bargain.members)
    if (member.state !== shown) drawing.push({ name: 'path', attributes: { class: 'limit', d: curveOf(member) }, children: [] });
  const inked = bargain.members.find(({ state }) => state === shown);
  if (inked !== undefined) {
    drawing.push({ name: 'path', attributes: { class: 'limit ink', d: curveOf(inked) }, children: [] });
    const own = limitAt(bargain, inked, 0.3);
    const label = own < 0 ? `${nameOf(inked.state)} accepts none` : `${possessive(nameOf(inked.state))} limit`;
    drawing.push(words(x(0.04), Math.max(top + 14, inside(own) - 8), label, 'label'));
  }
  const { automaticity, floor } = bargain.draft;
  const [cx, cy] = [x(automaticity), y(Math.min(highest, floor))];
  const blocks = blocked(bargain);
  const near = blocks === undefined ? undefined : nearest(bargain, highest);
  if (near !== undefined) {
    drawing.push(line(cx, cy, x(near[0]), y(near[1]), 'dashed'), disc(x(near[0]), y(near[1]), 5, 'ring'));
    drawing.push(words(x(near[0]) - 10, y(near[1]) + 18, 'nearest that passes', 'label', near[0] > 0.4 ? 'end' : 'start'));
  }
  drawing.push({ name: 'path', attributes: { class: 'cross', d: `M${cx - 5.5} ${cy - 5.5}l11 11m0 -11l-11 11` }, children: [] });
  drawing.push(words(cx + (automaticity > 0.6 ? -12 : 12), cy - 9, text, 'label', automaticity > 0.6 ? 'end' : 'start'));
  if (winSetShare(bargain, highest) > 0.12) {
    // Where the text stands at the bottom its name is there already.
    const base = bottom - cy < 60 ? (inside(blockingAt(bargain, 0.5).limit) + bottom) / 2 : bottom - 14;
    drawing.push(words(x(0.5), base, bargain.members.length === 2 ? 'both pass' : `all ${bargain.members.length} pass`, 'label on-winset', 'middle'));
  }
  drawing.push(...Array.from({ length: highest + 1 }, (_, tick) => words(left - 8, y(tick) + 4, String(tick), 'tick', 'end')));
  drawing.push(
    words(left, bottom + 16, 'consult only', 'tick'),
    words(right, bottom + 16, 'automatic', 'tick', 'end'),
    words((left + right) / 2, bottom + 34, 'Automaticity of the promise', '', 'middle'),
  );
  const rows = ratifying(bargain, ratifies, most);
  const from = narrow ? 0 : plane + 26;
  let at = narrow ? bottom + 62 : top + 4;
  drawing.push(words(from, at + 4, 'Chance of ratifying', 'strong'));
  at += 12;
  const strip = linear([0, 1], [from + 112, width - 52]);
  for (const [state, p] of rows.shown) {
    const base = at + 19;
    drawing.push(words(from, base, fitted(nameOf(state), 104), p < 0.5 || state === focus ? 'name bold' : 'name'));
    drawing.push(
      line(strip(0), at + 4, strip(0), at + 24, 'grid'),
      line(strip(0.5), at + 4, strip(0.5), at + 24, 'axis'),
      disc(strip(p), at + 14, 5, p < 0.5 ? 'ring' : 'dot'),
    );
    const number = opens(width, base, percent(p), `ratify:${state}`, `${nameOf(state)}, chance of ratifying: ${percent(p)}`);
    drawing.push(number.drawn);
    hits.push(number.hit);
    at += 27;
  }
  if (rows.hidden > 0) {
    drawing.push(words(from, at + 18, `${rows.hidden} others: ${percent(rows.least)} or more`, ''));
    at += 22;
  }
  drawing.push(words(from, at + 18, 'The line marks one half.', ''));
  return { width, height: Math.max(bottom + 42, at + 26), drawing: [...drawing, box(left, top, right - left, bottom - top, 'frame')], hits };
}

/** The least likely to ratify, the likeliest of them first. */
function ratifying(
  { members }: Bargain,
  ratifies: ReadonlyMap<string, number>,
  most: number,
): { shown: (readonly [string, number])[]; hidden: number; least: number } {
  const sorted = members.map(({ state }) => [state, ratifies.get(state) ?? 0] as const).toSorted((a, b) => b[1] - a[1]);
  const shown = sorted.slice(-most);
  return { shown, hidden: sorted.length - shown.length, least: sorted[sorted.length - shown.length - 1]?.[1] ?? 1 };
}

export function winSetTable({ bargain, nameOf, ratifies }: WinSetFigure): ChartTable {
  const { automaticity } = bargain.draft;
  return {
    head: ['Member', 'Chance of ratifying', 'Highest floor it passes, % of GDP', 'Worth before the floor, % of GDP', 'Least worth that passes'],
    rows: bargain.members
      .toSorted((a, b) => (ratifies.get(b.state) ?? 0) - (ratifies.get(a.state) ?? 0))
      .map((member) => {
        const limit = limitAt(bargain, member, automaticity);
        return [
          nameOf(member.state),
          percent(ratifies.get(member.state) ?? Number.NaN),
          limit < 0 ? 'none' : limit > 30 ? 'any' : limit.toFixed(1),
          worthAt(bargain, member, automaticity).toFixed(2),
          member.least >= 40 ? 'none' : member.least.toFixed(2),
        ];
      }),
  };
}
