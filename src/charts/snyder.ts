import type { PromiseScope, SnyderPoint, SnydersDilemma } from '../core/models/crisis/snyder.ts';
import { linear, ticksTo } from './scale.ts';
import { el, px, write, type Element } from './svg.ts';
import { FONT, TOKENS, type Token } from './tokens.ts';

/** What the figure of Snyder's dilemma shows. */
export interface SnyderFigure {
  /** At the prices marked. */
  readonly marked: SnydersDilemma;
  /** At many prices between the first and the last of them. */
  readonly curve: SnydersDilemma;
  /** The numbers behind it, kept in the file. */
  readonly input: string;
}

type Curves = Readonly<Record<PromiseScope, readonly SnyderPoint[]>>;

const SCOPES: readonly PromiseScope[] = ['unconditional', 'unprovoked'];
const LABELS: Readonly<Record<PromiseScope, string>> = { unconditional: 'unconditional', unprovoked: 'if unprovoked' };
const QUESTION = 'What does a firmer promise buy, and what does it cost the ally?';
const SOURCE = 'Computed, not observed: the crisis game with the numbers given (foedus model snyder). After Snyder (1984) and Benson (2012).';
const WIDTH = 720;
const MARGIN = 24;
/** Characters in a line across the figure, in the widest of the fonts: headline, and the rest. */
const LINE = { finding: 58, text: 90 };

/** A quantity drawn against credibility. */
interface Panel {
  readonly title: string;
  readonly of: (point: SnyderPoint) => number;
  /** Shown values over the quantity's: 100 for percent. */
  readonly unit: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xTitle: string;
  readonly steps: readonly [x: number, y: number];
  readonly isMain: boolean;
}

const PANELS: readonly Panel[] = [
  {
    title: 'Entrapment: chance that the ally fights for its promise alone, in a year (%)',
    of: ({ entrapment }) => entrapment,
    unit: 100,
    left: 56,
    right: 604,
    top: 40,
    bottom: 280,
    xTitle: 'Credibility: chance that the ally comes, given a war the protégé did not provoke (%)',
    steps: [20, 5],
    isMain: true,
  },
  {
    title: 'Entrapment given war (percentage points)',
    of: ({ entrapmentGivenWar }) => entrapmentGivenWar,
    unit: 100,
    left: 56,
    right: 252,
    top: 376,
    bottom: 496,
    xTitle: 'Credibility (%)',
    steps: [50, 3],
    isMain: false,
  },
  {
    title: 'How far the protégé provokes (0 to 1)',
    of: ({ provocation }) => provocation,
    unit: 1,
    left: 408,
    right: 604,
    top: 376,
    bottom: 496,
    xTitle: 'Credibility (%)',
    steps: [50, 3],
    isMain: false,
  },
];

/**
 * Snyder's alliance dilemma in one figure: entrapment against credibility as the price of a promise rises, for a promise without
 * condition and for one that ends where the protégé provokes. Below it the two things it is made of: entrapment given war, and provocation.
 * @returns an SVG file, light or dark as its reader prefers
 * @throws {RangeError} for fewer than two prices
 */
export function snyderFigure({ marked, curve, input }: SnyderFigure): string {
  if (marked.unconditional.length < 2) throw new RangeError('a figure needs two prices or more');
  const headline = findingOf(marked);
  const finding = wrapped(headline, LINE.finding);
  const remark = wrapped(remarkOf(curve), LINE.text);
  const source = wrapped(SOURCE, LINE.text);
  const remarkTop = 56 + 25 * finding.length;
  const panelsTop = remarkTop + 18 * remark.length + 4;
  const sourceTop = panelsTop + 572;
  const height = sourceTop + 18 * source.length;
  const drawing = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: 'img',
      'aria-labelledby': 'snyder-title snyder-desc',
      'font-family': FONT,
    },
    el('title', { id: 'snyder-title' }, headline),
    el('desc', { id: 'snyder-desc' }, `${QUESTION} Entrapment against credibility, price by price. ${remarkOf(curve)}`),
    el('metadata', {}, input),
    el('style', {}, STYLE),
    el('rect', { class: 'paper', width: WIDTH, height }),
    words(MARGIN, 32, 'question', QUESTION),
    ...finding.map((line, i) => words(MARGIN, 59 + 25 * i, 'finding', line)),
    ...remark.map((line, i) => words(MARGIN, remarkTop + 18 * i, 'remark', line)),
    el('g', { transform: `translate(0 ${panelsTop})` }, ...PANELS.map((panel) => panelOf(panel, marked, curve))),
    ...source.map((line, i) => words(MARGIN, sourceTop + 18 * i, 'source', line)),
  );
  return `${write(drawing)}\n`;
}

const STYLE = (() => {
  const paint: readonly (readonly [selector: string, property: 'fill' | 'stroke', token: Token])[] = [
    ['.paper,.open', 'fill', 'paper'],
    ['text', 'fill', 'ink-2'],
    ['.finding,.label', 'fill', 'ink'],
    ['.source', 'fill', 'ink-3'],
    ['.grid', 'stroke', 'line'],
    ['.axis,.pair', 'stroke', 'line-strong'],
    ['.curve,.mark', 'stroke', 'side-owes'],
    ['.solid', 'fill', 'side-owes'],
  ];
  const painted = (mode: 0 | 1): string => paint.map(([selector, property, token]) => `${selector}{${property}:${TOKENS[token][mode]}}`).join(' ');
  return [
    'text{font-size:13px;font-variant-numeric:tabular-nums} .question{font-size:15px} .finding{font-size:20px;font-weight:650} .tick{font-size:12px} .panel{font-weight:550}',
    '.curve{fill:none;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round} .dashed{stroke-dasharray:6 5} .mark{stroke-width:2}',
    '.grid,.axis{stroke-width:1} .pair{stroke-width:1;stroke-dasharray:1 3}',
    painted(0),
    `@media (prefers-color-scheme:dark){${painted(1)}}`,
    '@media print{.paper{fill:#fff}}',
  ].join(' ');
})();

function words(x: number, y: number, kind: string, text: string, anchor?: 'middle' | 'end'): Element {
  return el('text', { class: kind, x, y, ...(anchor !== undefined && { 'text-anchor': anchor }) }, text);
}

function panelOf(panel: Panel, marked: Curves, curve: Curves): Element {
  const { left, right, top, bottom, title, xTitle, of, unit, steps, isMain } = panel;
  const most = Math.max(...SCOPES.flatMap((scope) => [...curve[scope], ...marked[scope]].map((point) => unit * of(point))));
  const heights = ticksTo(most, steps[1]);
  const x = linear([0, 100], [left, right]);
  const y = linear([0, heights.at(-1) ?? 1], [bottom, top]);
  const at = (point: SnyderPoint): readonly [number, number] => [x(100 * point.credibility), y(unit * of(point))];
  const grid = heights.flatMap((value) => [
    el('line', { class: value === 0 ? 'axis' : 'grid', x1: left, x2: right, y1: y(value), y2: y(value) }),
    words(left - 8, y(value) + 4, 'tick', String(value), 'end'),
  ]);
  const across = Array.from({ length: 100 / steps[0] + 1 }, (_, i) => i * steps[0]).map((value) =>
    words(x(value), bottom + 18, 'tick', String(value), 'middle'),
  );
  return el(
    'g',
    {},
    words(left - 32, top - 18, 'panel', title),
    ...grid,
    ...across,
    words(left - 32, bottom + 40, 'axis-title', xTitle),
    ...(isMain ? marked.unconditional.flatMap((point, i) => pairOf(at(point), marked.unprovoked[i], at)) : []),
    ...SCOPES.map((scope) => el('path', { class: scope === 'unconditional' ? 'curve' : 'curve dashed', d: pathOf(curve[scope].map(at)) })),
    ...SCOPES.flatMap((scope) => marked[scope].map((point) => markOf(scope, point, at(point), isMain ? 4 : 3))),
    ...(isMain ? priceLabels(marked.unconditional, at) : []),
    ...endLabels(curve, at),
  );
}

const pathOf = (points: readonly (readonly [number, number])[]): string => points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');

/** Two promises of one price stand on one hairline: they are equally credible. */
function pairOf([x, y1]: readonly [number, number], other: SnyderPoint | undefined, at: (point: SnyderPoint) => readonly [number, number]): Element[] {
  if (other === undefined) return [];
  const [, y2] = at(other);
  return Math.abs(y1 - y2) < 8 ? [] : [el('line', { class: 'pair', x1: x, x2: x, y1, y2 })];
}

function markOf(scope: PromiseScope, point: SnyderPoint, [cx, cy]: readonly [number, number], r: number): Element {
  const { price, credibility, entrapment, entrapmentGivenWar, provocation } = point;
  const told = `${LABELS[scope]}, price ${figure(price)}: credibility ${percent(credibility)}, entrapment ${percent(entrapment)} in a year, ${percent(entrapmentGivenWar)} given war, provocation ${figure(provocation)}`;
  return el('circle', { class: scope === 'unconditional' ? 'mark solid' : 'mark open', cx, cy, r }, el('title', {}, told));
}

/** Prices beside their marks, from the cheapest, where they do not meet the one before. */
function priceLabels(points: readonly SnyderPoint[], at: (point: SnyderPoint) => readonly [number, number]): Element[] {
  const found: Element[] = [];
  let last: readonly [number, number] | undefined;
  for (const point of points) {
    const [x, y] = at(point);
    if (last !== undefined && Math.abs(x - last[0]) < 50 && Math.abs(y - last[1]) < 16) continue;
    const falls = last !== undefined && y > last[1];
    const label = `price ${figure(point.price)}`;
    found.push(falls ? words(x + 4, y - 12, 'label', label) : words(x - (point.price === 0 ? 0 : 8), y - 9, 'label', label, 'end'));
    last = [x, y];
  }
  return found;
}

/** The names of the lines at their ends, kept a line's height apart. */
function endLabels(curve: Curves, at: (point: SnyderPoint) => readonly [number, number]): Element[] {
  const ends = SCOPES.map((scope) => {
    const point = curve[scope].at(-1);
    return { scope, at: point === undefined ? ([0, 0] as const) : at(point) };
  });
  const [first, second] = ends.map(({ at: [, y] }) => y);
  const close = Math.max(0, 15 - Math.abs((first ?? 0) - (second ?? 0))) / 2;
  return ends.map(({ scope, at: [x, y] }, i) => words(x + 12, y + 4 + (i === 0 ? -close : close), 'label', LABELS[scope]));
}

/** The headline: what the dearest promise does, without and with the condition. */
function findingOf({ unconditional, unprovoked }: Curves): string {
  const [without, within] = [unconditional, unprovoked].map((points) => percent(points.at(-1)?.entrapment ?? 0));
  const start = `The firmest promise entraps the ally in ${without} of years`;
  return without === within ? `${start}, with the condition or without.` : `${start}; if it ends where the protégé provokes, in ${within}.`;
}

/** Whether entrapment falls again as the promise deters. */
function remarkOf(curves: Curves): string {
  const peaks = SCOPES.flatMap((scope) => {
    const points = curves[scope];
    const top = points.reduce((best: SnyderPoint | undefined, point) => (best === undefined || point.entrapment > best.entrapment ? point : best), undefined);
    const isInner = top !== undefined && top.entrapment > 1.005 * (points.at(-1)?.entrapment ?? 0);
    return isInner ? [`${LABELS[scope]}, at a price of ${figure(top.price)} (${percent(top.entrapment)})`] : [];
  });
  return peaks.length === 0 ? 'It rises with the price as far as shown.' : `Largest ${peaks.join('; ')}. Beyond, the promise deters.`;
}

/** Two significant digits. */
const figure = (value: number): string => String(Number(value.toPrecision(2)));

/** "7.5%", "less than 0.01%". */
function percent(chance: number): string {
  const value = 100 * chance;
  return value > 0 && value < 0.01 ? 'less than 0.01%' : `${figure(value)}%`;
}

/** Lines of at most so many characters. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
