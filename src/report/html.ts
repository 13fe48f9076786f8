import { write, type Element } from '../charts/svg.ts';
import { xmlText } from '../core/formats/xml.ts';

/** Markup that may stand in a page as it is. Made by `html` and `drawing` alone, so that a text is never taken for it. */
export interface Html {
  readonly html: string;
}

/** What may stand in the gaps of `html`: texts and numbers are escaped, markup is not; nothing is written for what is left out. */
export type Part = string | number | Html | undefined | null | false | readonly Part[];

function written(part: Part): string {
  if (part === undefined || part === null || part === false) return '';
  if (typeof part === 'string') return xmlText(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(written).join('');
}

/**
 * Markup from a template: what stands in the gaps is escaped, in an element or between double quotes.
 * ``html`<p class="${kind}">${text}</p>` ``
 */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: markup.map((text, i) => (i === 0 ? text : `${written(parts[i - 1])}${text}`)).join('') };
}

/** A drawing as markup. */
export const drawing = (element: Element): Html => ({ html: write(element) });

/** Rules of a style sheet as an element; texts of users never enter them. */
export const styleSheet = (...rules: readonly string[]): Html => ({ html: `<style>\n${rules.join('\n').replaceAll('</', '<\\/')}\n</style>` });
