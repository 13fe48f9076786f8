import { disc, line, room, words, wrapped, type Chart, type ChartTable, type Hit, type Key } from './chart.ts';
import { linear, type Scale } from './scale.ts';
import { el, type Element } from './svg.ts';

/** An axis of a front: better is always right or up. */
export interface FrontAxis {
  readonly title: string;
  readonly better: 'high' | 'low';
  readonly text: (value: number) => string;
  /** Of a number in the unit of the axis, which is a percentage. */
  readonly scale: 1 | 100;
}

export interface FrontFigure {
  readonly x: FrontAxis;
  readonly y: FrontAxis;
  readonly color: FrontAxis;
  /** Every point of the front; those that are told have an id. */
  readonly points: readonly { readonly id?: string; readonly x: number; readonly y: number; readonly color: number; readonly title: string }[];
  readonly given: { readonly x: number; readonly y: number };
  readonly open: string | null;
}

/** The thirds of the front in the third objective, by color. */
export function frontKey({ color }: FrontFigure): readonly Key[] {
  const name = color.title.toLowerCase();
  return [
    { mark: 'gain-3', text: `best third in ${name}` },
    { mark: 'gain-2', text: 'middle third' },
    { mark: 'gain-1', text: `worst third in ${name}` },
    { mark: 'cross', text: 'the text as it stands' },
  ];
}

/** Round values between two, about `count` of them. */
function ticksBetween(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [low];
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

interface Axis {
  readonly at: Scale;
  readonly ticks: readonly number[];
  /** Ticks as they are written, with the digits that tell one from the next. */
  readonly texts: readonly string[];
}

function ticksInWords(ticks: readonly number[], scale: number): readonly string[] {
  const step = Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0)) * scale;
  const places = step > 0 ? Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)) : 2;
  return ticks.map((tick) => `${(tick * scale).toFixed(Math.min(places, 8)).replace('-', '−')}%`);
}

/** @param range pixels from the worse end to the better */
function axisOf(values: readonly number[], { better, scale }: FrontAxis, range: readonly [number, number], count: number): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = (high - low) * 0.06 || Math.abs(high) * 0.1 || 1;
  const domain: readonly [number, number] = better === 'high' ? [low - pad, high + pad] : [high + pad, low - pad];
  const ticks = ticksBetween(low - pad, high + pad, count);
  return { at: linear(domain, range), ticks, texts: ticksInWords(ticks, scale) };
}

/** Which third of the front a point is in, 3 the best. */
function thirds({ points, color }: FrontFigure): readonly (1 | 2 | 3)[] {
  const order = points.map((_, i) => i).toSorted((a, b) => (color.better === 'high' ? -1 : 1) * ((points[a]?.color ?? 0) - (points[b]?.color ?? 0)));
  const place = new Map(order.map((i, rank) => [i, rank]));
  return points.map((_, i) => {
    const share = (place.get(i) ?? 0) / Math.max(1, points.length);
    return share < 1 / 3 ? 3 : share < 2 / 3 ? 2 : 1;
  });
}

/** The front in two objectives, the third in color: the best of both is up on the right. */
export function frontChart(data: FrontFigure, width: number): Chart {
  const { x, y, points, given, open } = data;
  const height = Math.round(Math.min(560, Math.max(300, width * 0.62)));
  const [left, right, top, bottom] = [62, width - 14, 34, height - 58];
  const across = axisOf([...points.map((one) => one.x), given.x], x, [left, right], width < 480 ? 3 : 6);
  const up = axisOf([...points.map((one) => one.y), given.y], y, [bottom, top], 5);
  const third = thirds(data);
  const drawing: Element[] = [
    ...up.ticks.map((tick) => line(left, up.at(tick), right, up.at(tick), 'grid')),
    line(left, bottom, right, bottom, 'axis'),
    ...up.ticks.map((tick, i) => words(left - 8, up.at(tick) + 4, up.texts[i] ?? '', 'tick', 'end')),
    ...across.ticks.map((tick, i) => words(across.at(tick), bottom + 18, across.texts[i] ?? '', 'tick', 'middle')),
    words(0, 14, `${y.title}, better upward`, 'strong'),
    ...wrapped(`${x.title}, better to the right`, right - left).map((text, i) => words(right, bottom + 38 + 15 * i, text, 'strong', 'end')),
  ];
  const told = points.map((_, i) => i).filter((i) => points[i]?.id !== undefined);
  const others = points.map((_, i) => i).filter((i) => points[i]?.id === undefined);
  for (const i of others) {
    const point = points[i];
    if (point !== undefined) drawing.push(disc(across.at(point.x), up.at(point.y), 3.2, `gain-${third[i] ?? 1}`));
  }
  const hits: Hit[] = [];
  const taken: { readonly x: number; readonly y: number }[] = [];
  for (const i of told) {
    const point = points[i];
    if (point?.id === undefined) continue;
    const [cx, cy] = [across.at(point.x), up.at(point.y)];
    if (point.id === open) drawing.push(el('circle', { class: 'axis', cx, cy, r: 13 }));
    drawing.push(disc(cx, cy, 8, `gain-${third[i] ?? 1}`));
    // Numbers of points that lie close stand one above the other.
    const crowd = taken.filter((other) => Math.abs(other.x - cx) < 26 && Math.abs(other.y - cy) < 16).length;
    taken.push({ x: cx, y: cy });
    const beyond = cx > right - 26;
    drawing.push(words(beyond ? cx - 12 : cx + 12, cy + 5 - 15 * crowd, point.id, 'label', beyond ? 'end' : 'start'));
    hits.push({ x: cx - 12, y: cy + 8, width: 24 + room(point.id), height: 24, why: `point.${point.id}`, label: `Point ${point.id}: ${point.title}` });
  }
  const [gx, gy] = [across.at(given.x), up.at(given.y)];
  drawing.push(line(gx - 6, gy - 6, gx + 6, gy + 6, 'cross'), line(gx - 6, gy + 6, gx + 6, gy - 6, 'cross'));
  return { width, height, drawing, hits };
}

export function frontTable({ x, y, color, points }: FrontFigure): ChartTable {
  return {
    head: ['Point', x.title, y.title, color.title],
    rows: points.map((point) => [point.id === undefined ? '' : `${point.id} ${point.title}`, x.text(point.x), y.text(point.y), color.text(point.color)]),
  };
}
