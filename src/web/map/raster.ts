/** A small bitmap of paths with sums of its cells, to ask how much of a box they cover. */
export interface Raster {
  /** Share of a box, in map pixels, that is covered: 0 to 1. */
  readonly share: (x0: number, y0: number, x1: number, y1: number) => number;
  /** Middle of what is covered, or null where nothing is. */
  readonly middle: readonly [number, number] | null;
  readonly box: readonly [number, number, number, number] | null;
}

/** Map pixels to a cell. */
export const CELL = 3;

let canvas: HTMLCanvasElement | undefined;

/** Draws path data into a bitmap a ninth the size of the map. Null where the browser gives no canvas. */
export function rasterize(paths: readonly string[], width: number, height: number): Raster | null {
  const w = Math.max(1, Math.ceil(width / CELL));
  const h = Math.max(1, Math.ceil(height / CELL));
  canvas ??= document.createElement('canvas');
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return null;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, w, h);
  pen.scale(1 / CELL, 1 / CELL);
  for (const path of paths) if (path) pen.fill(new Path2D(path));
  const { data } = pen.getImageData(0, 0, w, h);
  const sums = new Float64Array((w + 1) * (h + 1));
  let [count, sx, sy] = [0, 0, 0];
  let [left, top, right, bottom] = [w, h, -1, -1];
  for (let y = 0; y < h; y++) {
    let row = 0;
    for (let x = 0; x < w; x++) {
      const on = (data[(y * w + x) * 4 + 3] ?? 0) > 127 ? 1 : 0;
      if (on) {
        count++;
        sx += x;
        sy += y;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
      row += on;
      sums[(y + 1) * (w + 1) + x + 1] = (sums[y * (w + 1) + x + 1] ?? 0) + row;
    }
  }
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  return {
    middle: count > 0 ? [(sx / count + 0.5) * CELL, (sy / count + 0.5) * CELL] : null,
    box: count > 0 ? [left * CELL, top * CELL, (right + 1) * CELL, (bottom + 1) * CELL] : null,
    share: (x0, y0, x1, y1) => {
      const [a, b] = [clamp(Math.floor(x0 / CELL), w), clamp(Math.floor(y0 / CELL), h)];
      const [c, d] = [clamp(Math.ceil(x1 / CELL), w), clamp(Math.ceil(y1 / CELL), h)];
      const cells = (c - a) * (d - b);
      if (cells <= 0) return 0;
      const at = (x: number, y: number): number => sums[y * (w + 1) + x] ?? 0;
      return (at(c, d) - at(a, d) - at(c, b) + at(a, b)) / cells;
    },
  };
}
