import face from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import { textWidth } from '../map/text-width.ts';
import { element, solid, standalone } from './standalone.ts';

/** What stands around the map in a file of it. */
export interface Caption {
  readonly question: string;
  readonly headline: string;
  readonly finding: string;
  readonly notes: readonly string[];
  /** Address of the page that shows the same. */
  readonly url: string;
}

const MARGIN = 20;
const SMALL = 13;
const LINE = 18;
/** Pixels of a PNG to a pixel of the page. */
const SHARP = 2;

/** The map as a drawing that needs nothing else: question, headline, finding, map, legend, sources and address. */
export async function mapSvg(stage: Element, caption: Caption): Promise<string> {
  const drawing = stage.querySelector<SVGSVGElement>('.map > svg');
  if (!drawing) throw new Error('There is no map to save.');
  const { width, height } = drawing.viewBox.baseVal;
  const page = getComputedStyle(document.documentElement);
  const color = (token: string): string => solid(varOf(token));
  const [ink, quiet] = [color('--ink'), color('--ink-2')];
  const wide = width + 2 * MARGIN;

  const file = element('svg', { 'font-family': '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif', role: 'img' });
  file.append(element('title', {}, `${caption.question} ${caption.headline}`), element('desc', {}, [caption.finding, ...caption.notes, caption.url].join(' ')));
  file.append(element('style', {}, await fontFace()));
  const ground = element('rect', { width: wide, fill: solid(page.backgroundColor) });
  file.append(ground);

  let y = MARGIN;
  const write = (text: string, size: number, fill: string, weight: number): void => {
    for (const line of wrap(text, width, `${weight} ${size}px`)) {
      y += size * 1.35;
      file.append(element('text', { x: MARGIN, y: round(y), 'font-size': size, 'font-weight': weight, fill }, line));
    }
  };
  write(caption.question, 15, quiet, 400);
  write(caption.headline, 20, ink, 650);
  write(caption.finding, 15, ink, 400);
  y += 12;

  const map = standalone(drawing);
  for (const [name, value] of Object.entries({ x: MARGIN, y: round(y), width, height })) map.setAttribute(name, String(value));
  const sea = getComputedStyle(drawing.parentElement ?? drawing).backgroundColor;
  const frame = { x: MARGIN, y: round(y), width, height };
  file.append(element('rect', { ...frame, fill: solid(sea) }), map, element('rect', { ...frame, fill: 'none', stroke: color('--line') }));
  y += height + 24;

  let x = MARGIN;
  for (const item of stage.querySelectorAll('.key li:not(.zero)')) {
    const text =
      item.textContent
        ?.trim()
        .replace(/(\d+)$/, ' $1')
        .replace(/\s+/g, ' ') ?? '';
    const advance = 28 + textWidth(text, '400 15px') + 22;
    if (x > MARGIN && x + advance - 22 > MARGIN + width) [x, y] = [MARGIN, y + 26];
    file.append(...swatch(item, x, y - 15, ink), element('text', { x: round(x + 28), y: round(y), 'font-size': 15, fill: ink }, text));
    x += advance;
  }
  y += 10;

  const away = [...stage.querySelectorAll('.map > .edge')].map((chip) => chip.textContent?.replace(/[‹›]/g, '').trim() ?? '').join('; ');
  for (const note of [...(away ? [`Off the map: ${away}.`] : []), ...caption.notes, caption.url]) write(note, SMALL, quiet, 400);
  y += LINE;

  ground.setAttribute('height', String(round(y)));
  for (const [name, value] of Object.entries({ width: wide, height: round(y), viewBox: `0 0 ${wide} ${round(y)}` })) file.setAttribute(name, String(value));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}

/** The same drawing as a PNG, twice as fine as the page. */
export async function mapPng(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SHARP;
    canvas.height = image.naturalHeight * SHARP;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no PNG.'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A token's color as the page has it now: light or dark. */
function varOf(token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** A legend's swatch: its box or dot, and the mark in it. */
function swatch(item: Element, x: number, y: number, ink: string): SVGElement[] {
  const box = item.querySelector('.sw, .dotk');
  if (!box) return [];
  const style = getComputedStyle(box);
  const dot = box.classList.contains('dotk');
  const paint = {
    fill: style.backgroundImage.startsWith('repeating') ? 'url(#missing)' : solid(style.backgroundColor),
    stroke: solid(style.borderTopColor),
    'stroke-width': Number.parseFloat(style.borderTopWidth),
    ...(style.borderTopStyle === 'dashed' ? { 'stroke-dasharray': '3 2.2' } : {}),
  };
  const shape = dot
    ? element('circle', { cx: round(x + 10), cy: round(y + 10), r: 4.6, ...paint })
    : element('rect', { x: round(x), y: round(y), width: 20, height: 20, rx: 2, ...paint });
  const mark = box.querySelector<SVGSVGElement>('svg');
  if (!mark) return [shape];
  const drawn = standalone(mark);
  for (const [name, value] of Object.entries({ x: round(x + 4), y: round(y + 4), width: 12, height: 12, fill: solid(style.color) || ink }))
    drawn.setAttribute(name, String(value));
  return [shape, drawn];
}

/** Lines of a text that fit a width. */
function wrap(text: string, width: number, font: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, font) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

let known: Promise<string> | undefined;

/** The page's type, in the file itself. */
export function fontFace(): Promise<string> {
  known ??= fetch(face)
    .then((response) => response.arrayBuffer())
    .then((buffer) => {
      const bytes = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
      return `@font-face{font-family:"Source Sans 3 Variable";font-weight:200 900;src:url(data:font/woff2;base64,${btoa(bytes)}) format("woff2")}`;
    });
  return known;
}
