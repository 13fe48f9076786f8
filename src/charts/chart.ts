import { el, type Element } from './svg.ts';

/** A number of a drawing that opens its derivation: where it stands, and what it is called. */
export interface Hit {
  readonly x: number;
  /** Of its baseline. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Names the derivation: `challenge.with`. */
  readonly why: string;
  readonly label: string;
}

/** A figure drawn for a width: what to draw, and which of its numbers open. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly drawing: readonly Element[];
  readonly hits: readonly Hit[];
}

/** The same data in rows, in the order and rounding of the figure. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A mark of a legend beside what it means. */
export interface Key {
  readonly mark: 'dot' | 'ring' | 'tick' | 'half' | 'whole' | 'line' | 'dashed' | 'band' | 'cross' | 'area' | 'hollow' | 'solid' | 'halved' | PartMark;
  readonly text: string;
}
export type PartMark = 'gain-3' | 'gain-2' | 'gain-1' | 'cost-3' | 'cost-2' | 'cost-1';

export type Anchor = 'start' | 'middle' | 'end';

/** Words of a figure; classes as `classes.ts` has them. */
export const words = (x: number, y: number, text: string, kind = '', anchor: Anchor = 'start'): Element =>
  el('text', { ...(kind !== '' && { class: kind }), x, y, ...(anchor !== 'start' && { 'text-anchor': anchor }) }, text);

export const line = (x1: number, y1: number, x2: number, y2: number, kind: string): Element => el('line', { class: kind, x1, y1, x2, y2 });
export const box = (x: number, y: number, width: number, height: number, kind: string): Element => el('rect', { class: kind, x, y, width, height });
export const disc = (cx: number, cy: number, r: number, kind: string): Element => el('circle', { class: kind, cx, cy, r });

/** About how wide a text of figures or words runs, in pixels: tabular figures are half an em. */
export const room = (text: string, size = 15): number => {
  let units = 0;
  for (const letter of text) units += /[il.,:;'|! ]/.test(letter) ? 0.26 : /[mwMW%@]/.test(letter) ? 0.82 : /[A-Z+−]/.test(letter) ? 0.6 : 0.5;
  return units * size;
};

/** A text cut to a width, with an ellipsis where it does not fit. */
export function fitted(text: string, width: number, size = 15): string {
  if (room(text, size) <= width) return text;
  let kept = text;
  while (kept.length > 1 && room(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** A text in lines of about a width. */
export function wrapped(text: string, width: number, size = 13): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && room(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A number that opens: its text, and the place to press. */
export function opens(
  x: number,
  y: number,
  text: string,
  why: string,
  label: string,
  anchor: Anchor = 'end',
  kind = 'value',
): { readonly drawn: Element; readonly hit: Hit } {
  const width = room(text, 15);
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  return { drawn: words(x, y, text, kind, anchor), hit: { x: left, y, width, height: 20, why, label } };
}

/** Median as a dot, 50 % thick, 90 % thin. */
export function interval(
  at: (value: number) => number,
  y: number,
  {
    value,
    low,
    high,
    half,
  }: { readonly value: number; readonly low?: number | undefined; readonly high?: number | undefined; readonly half?: readonly [number, number] | undefined },
  dot: 'dot' | 'ring',
): Element[] {
  return [
    ...(low === undefined || high === undefined ? [] : [line(at(low), y, at(high), y, 'iv9')]),
    ...(half === undefined ? [] : [line(at(half[0]), y, at(half[1]), y, 'iv5')]),
    disc(at(value), y, 5.5, dot),
  ];
}

export const pathOf = (points: readonly (readonly [number, number])[], round: (value: number) => number = (value) => Math.round(value * 10) / 10): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
