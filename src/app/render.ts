import type { Catalog } from '../core/catalog.ts';
import { createRegistry } from '../core/states/registry.ts';
import { formatDate } from '../core/states/dates.ts';
import { renderHtml, renderMarkdown } from '../core/treaty/render.ts';
import { treatyAt } from '../core/treaty/resolve.ts';
import type { NamedTreaty } from './treaties-named.ts';

/** A treaty as readable text: all of it, or as it stood on the day it is asked for. */
export function renderTreaty(catalog: Catalog, { treaty, date }: NamedTreaty, format: 'md' | 'html'): string {
  const { nameOf } = createRegistry(catalog.states);
  const shown = date === undefined ? treaty : treatyAt(treaty, date);
  const name = (id: string): string => nameOf(id, date ?? shown.signed);
  if (format === 'md') return renderMarkdown(shown, name);
  const title = `${treaty.name}${date === undefined ? '' : `, ${formatDate(date)}`}`.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${title}</title>\n</head>\n<body>\n${renderHtml(shown, name)}</body>\n</html>\n`;
}
