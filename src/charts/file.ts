import type { Chart } from './chart.ts';
import { wrapped, words } from './chart.ts';
import { fileStyle } from './classes.ts';
import { el, px, write, type Element } from './svg.ts';
import { FONT, TOKENS } from './tokens.ts';

/** What stands around a figure in a file of its own. */
export interface ChartCaption {
  readonly question: string;
  readonly finding: string;
  /** Where the numbers come from. */
  readonly source: string;
  /** Address of the page that shows the same; left out in reports. */
  readonly url?: string;
}

const MARGIN = 20;
/** Share of the width that lines under a figure take by the widths of our letters: those of a reader's own may be wider. */
const SPARE = 0.88;

/** Diagonal hatch: what is missing. */
export function hatch(color: string, ground: string): Element {
  return el(
    'pattern',
    { id: 'missing', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(-45)' },
    el('rect', { width: 6, height: 6, fill: ground }),
    el('rect', { width: 1, height: 6, fill: color }),
  );
}

/**
 * A figure as a file that needs nothing else: question, finding, drawing, source and address.
 * @param face an `@font-face` rule to carry along, where pixels are to be drawn from it
 */
export function chartFile(chart: Chart, { question, finding, source, url }: ChartCaption, mode: 'light' | 'dark' | 'either' = 'either', face = ''): string {
  const wide = chart.width + 2 * MARGIN;
  const side = mode === 'dark' ? 1 : 0;
  const head = wrapped(finding, chart.width, 20);
  const foot = [source, url].flatMap((text) => (text === undefined ? [] : wrapped(text, SPARE * chart.width, 13)));
  const top = 34 + 26 * head.length + 14;
  const height = top + chart.height + 22 + 18 * foot.length + 6;
  const drawing = el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${px(wide)} ${px(height)}`, width: wide, height, role: 'img', 'font-family': FONT },
    el('title', {}, `${question} ${finding}`),
    el('desc', {}, [source, url].filter((one) => one !== undefined).join(' ')),
    el('style', {}, `${face}${fileStyle(mode)}.head{font-size:20px;font-weight:650;fill:${TOKENS.ink[side]}}`),
    el('defs', {}, hatch(TOKENS.line[side], TOKENS.paper[side])),
    el('rect', { class: 'paper', width: wide, height }),
    words(MARGIN, 30, question, 'name'),
    ...head.map((text, i) => words(MARGIN, 56 + 26 * i, text, 'head')),
    el('g', { transform: `translate(${MARGIN} ${px(top)})` }, ...chart.drawing),
    ...foot.map((text, i) => words(MARGIN, top + chart.height + 22 + 18 * i, text, '')),
  );
  return `${write(drawing)}\n`;
}
