/** Properties that style sheets give the map and that a file of its own must carry. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-size',
  'font-weight',
] as const;
const PAINT: readonly string[] = ['fill', 'stroke'];
/** What holds where nothing is said; left out to keep files small. */
const INITIAL: Readonly<Record<string, string>> = {
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'paint-order': 'normal',
};

const SVG = 'http://www.w3.org/2000/svg';

/** A copy of an SVG drawing that needs no style sheet: every color resolved to #rrggbb, no class, no script, no data attribute. */
export function standalone(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError('A copy of an SVG is an SVG.');
  const targets = [copy, ...copy.querySelectorAll('*')];
  [drawing, ...drawing.querySelectorAll('*')].forEach((source, i) => {
    const target = targets[i];
    if (!target) return;
    const style = getComputedStyle(source);
    const isText = source.tagName === 'text';
    for (const name of PROPERTIES) {
      if (name.startsWith('font-') && !isText) continue;
      const value = style.getPropertyValue(name);
      target.removeAttribute(name);
      if (value !== '' && value !== INITIAL[name]) target.setAttribute(name, PAINT.includes(name) ? solid(value) : value);
    }
    for (const name of ['class', 'style', 'role', 'aria-hidden', 'aria-label', ...target.getAttributeNames().filter((one) => one.startsWith('data-'))])
      target.removeAttribute(name);
  });
  colorHeads(copy);
  return copy;
}

/** An arrowhead takes the color of its arc by `context-stroke`, which few programs know: one marker for each color instead. */
function colorHeads(copy: SVGSVGElement): void {
  const head = copy.querySelector('marker');
  if (!head) return;
  const made = new Map<string, string>();
  for (const arc of copy.querySelectorAll('[marker-end]')) {
    const color = arc.getAttribute('stroke') ?? '#000000';
    const id = made.get(color) ?? `${head.id}-${made.size + 1}`;
    arc.setAttribute('marker-end', `url(#${id})`);
    if (made.has(color)) continue;
    made.set(color, id);
    const own = head.cloneNode(true);
    if (!(own instanceof SVGElement)) continue;
    own.id = id;
    for (const path of own.querySelectorAll('path')) path.setAttribute('fill', color);
    head.after(own);
  }
  head.remove();
}

const resolved = new Map<string, string>();

/** A paint as every program reads it: `oklab()`, `color()` and the like become #rrggbb. */
export function solid(paint: string): string {
  if (/^(none|url|context-)/.test(paint)) return paint.replaceAll('"', '');
  const known = resolved.get(paint);
  if (known) return known;
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pen) return paint;
  pen.fillStyle = paint;
  pen.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 255] = pen.getImageData(0, 0, 1, 1).data;
  const hex = a === 0 ? 'none' : `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  resolved.set(paint, hex);
  return hex;
}

/** An SVG element with attributes. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}
