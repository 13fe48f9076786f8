import { xmlText } from '../core/formats/xml.ts';

/** An element of a drawing: texts are escaped and numbers rounded where it is written, and nowhere else. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Element | string)[];
}

/** `el('text', { x: 10 }, 'no promise')` */
export const el = (name: string, attributes: Element['attributes'] = {}, ...children: readonly (Element | string)[]): Element => ({
  name,
  attributes,
  children,
});

/** A length in pixels, to a hundredth: more is not seen, and would differ between machines. */
export const px = (value: number): string => String(Math.round(value * 100) / 100 + 0);

const written = (value: string | number): string => (typeof value === 'number' ? px(value) : xmlText(value));

/** An element as text. Elements stand on lines of their own, but for those beside a text. */
export function write({ name, attributes, children }: Element, indent = ''): string {
  const open = `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${written(value)}"`)
    .join('')}`;
  if (children.length === 0) return `${indent}<${open}/>`;
  if (children.some((child) => typeof child === 'string')) {
    return `${indent}<${open}>${children.map((child) => (typeof child === 'string' ? xmlText(child) : write(child))).join('')}</${name}>`;
  }
  const inner = children.map((child) => (typeof child === 'string' ? xmlText(child) : write(child, `${indent}  `)));
  return [`${indent}<${open}>`, ...inner, `${indent}</${name}>`].join('\n');
}
