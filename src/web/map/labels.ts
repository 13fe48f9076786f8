import type { Raster } from './raster.ts';
import { rasterize } from './raster.ts';

/** A state that wants a label. */
export interface Wanted {
  readonly id: string;
  readonly text: string;
  /** Width of the text with its mark, in pixels. */
  readonly width: number;
  /** Path of its land on the map; empty where it has none there. */
  readonly path: string;
  /** Its capital on the map. */
  readonly point: readonly [number, number] | null;
  /** Drawn as a dot: too small, or no shape at this date. */
  readonly dot: boolean;
  /** Square pixels of its land on the map. */
  readonly area: number;
  /** May only stand inside its own land. */
  readonly quiet: boolean;
  /** Attacker or target: named even where that covers the land of others that have part. */
  readonly principal: boolean;
}

export interface Label {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly inside: boolean;
  readonly lead: readonly [number, number, number, number] | null;
}

type Box = readonly [number, number, number, number];

const HEIGHT = 17;
const MOST = 14;
/** On a map narrower than 600 pixels. */
const MOST_NARROW = 8;

const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const boxAt = (x: number, y: number, width: number): Box => [x - width / 2 - 3, y - HEIGHT / 2 - 1, x + width / 2 + 3, y + HEIGHT / 2 + 1];

function crosses(a: Box, b: Box): boolean {
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): number => Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return (
    side(a[0], a[1], a[2], a[3], b[0], b[1]) !== side(a[0], a[1], a[2], a[3], b[2], b[3]) &&
    side(b[0], b[1], b[2], b[3], a[0], a[1]) !== side(b[0], b[1], b[2], b[3], a[2], a[3])
  );
}

interface Ground {
  readonly width: number;
  readonly height: number;
  readonly land: Raster | null;
  readonly lit: Raster | null;
}

/**
 * Places up to fourteen labels in the order given: inside a state's own land where the text fits, else in open water or
 * over unlit land with a leader. A label whose leader would cross another is dropped; its dot stays.
 */
export function placeLabels(wanted: readonly Wanted[], ground: Ground, taken: readonly Box[], dots: readonly (readonly [number, number])[]): Label[] {
  const boxes: Box[] = [...taken, ...dots.map(([x, y]): Box => [x - 7, y - 7, x + 7, y + 7])];
  const leads: Box[] = [];
  const placed: Label[] = [];
  for (const one of wanted) {
    if (placed.length >= (ground.width < 600 ? MOST_NARROW : MOST)) break;
    const inside = one.dot ? null : placeInside(one, ground, boxes, one.quiet ? 0.94 : 0.84);
    const label = inside ?? (one.quiet ? null : placeOutside(one, ground, boxes, leads));
    if (!label) continue;
    placed.push(label);
    boxes.push(boxAt(label.x, label.y, label.width));
    if (label.lead) leads.push(label.lead);
  }
  return placed;
}

function placeInside(one: Wanted, { width, height }: Ground, boxes: readonly Box[], least: number): Label | null {
  if (one.area < one.width * HEIGHT * 0.6) return null;
  const own = rasterize([one.path], width, height);
  if (!own?.middle || !own.box) return null;
  const [mx, my] = own.middle;
  const [x0, y0, x1, y1] = own.box;
  if (x1 - x0 < one.width * 0.85 || y1 - y0 < HEIGHT) return null;
  const reach = Math.max(x1 - x0, y1 - y0);
  let best: { x: number; y: number; score: number } | null = null;
  for (let y = Math.max(HEIGHT, y0 + HEIGHT / 2); y <= Math.min(height - HEIGHT, y1 - HEIGHT / 2); y += 5) {
    for (let x = Math.max(one.width / 2 + 6, x0 + one.width / 2 - 6); x <= Math.min(width - one.width / 2 - 6, x1 - one.width / 2 + 6); x += 5) {
      const share = own.share(x - one.width / 2, y - HEIGHT / 2, x + one.width / 2, y + HEIGHT / 2);
      if (share < least) continue;
      const score = share - (0.5 * Math.hypot(x - mx, y - my)) / reach;
      if (best && score <= best.score) continue;
      const box = boxAt(x, y, one.width);
      if (!boxes.some((other) => overlaps(box, other))) best = { x, y, score };
    }
  }
  return best ? { id: one.id, text: one.text, x: best.x, y: best.y, width: one.width, inside: true, lead: null } : null;
}

const RADII = [20, 30, 42, 56, 70];

function placeOutside(one: Wanted, ground: Ground, boxes: readonly Box[], leads: readonly Box[]): Label | null {
  const { width, height, land, lit } = ground;
  const anchor = one.point;
  if (!anchor || anchor[0] < 0 || anchor[1] < 0 || anchor[0] > width || anchor[1] > height) return null;
  const [ax, ay] = anchor;
  let best: { label: Label; score: number } | null = null;
  for (const radius of RADII) {
    for (let turn = 0; turn < 24; turn++) {
      const angle = (turn / 24) * 2 * Math.PI;
      const x = ax + Math.cos(angle) * (radius + one.width * 0.4);
      const y = ay + Math.sin(angle) * radius;
      const box = boxAt(x, y, one.width);
      if (box[0] < 2 || box[1] < 2 || box[2] > width - 2 || box[3] > height - 2) continue;
      const near = nearestOn(box, ax, ay);
      const lead: Box = [ax, ay, near[0], near[1]];
      const score = radius * 0.6 + (land?.share(...box) ?? 0) * 40 + (lit?.share(...box) ?? 0) * 160;
      if (best && score >= best.score) continue;
      if (boxes.some((other) => overlaps(box, other) && !contains(other, ax, ay)) || leads.some((other) => crosses(lead, other) || hits(other, box))) continue;
      if (!one.principal && (lit?.share(...box) ?? 0) > 0.3) continue;
      best = { score, label: { id: one.id, text: one.text, x, y, width: one.width, inside: false, lead } };
    }
  }
  return best?.label ?? null;
}

const contains = (box: Box, x: number, y: number): boolean => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && box[2] - box[0] < 16;
const nearestOn = (box: Box, x: number, y: number): readonly [number, number] => [
  Math.max(box[0] + 3, Math.min(box[2] - 3, x)),
  Math.max(box[1] + 2, Math.min(box[3] - 2, y)),
];

/** Whether a leader runs through a box. */
function hits(lead: Box, box: Box): boolean {
  const [x0, y0, x1, y1] = box;
  return [
    [x0, y0, x1, y0],
    [x1, y0, x1, y1],
    [x1, y1, x0, y1],
    [x0, y1, x0, y0],
  ].some(([a = 0, b = 0, c = 0, d = 0]) => crosses(lead, [a, b, c, d]));
}
