/** A treaty as Markdown or HTML. Everything from the file is escaped: no text of a treaty becomes markup. */
import { documentOf, type Block, type Item } from './document.ts';
import type { NameOf } from './phrases.ts';
import type { Treaty } from './schema.ts';

export { describeObligation } from './describe.ts';
export type { NameOf } from './phrases.ts';

/** The treaty in Markdown (CommonMark with tables). @param nameOf names of states */
export function renderMarkdown(treaty: Treaty, nameOf: NameOf): string {
  return `${documentOf(treaty, nameOf).map(markdown).join('\n\n')}\n`;
}

/** The treaty as an HTML `<article>`, to stand in a page of any style. @param nameOf names of states */
export function renderHtml(treaty: Treaty, nameOf: NameOf): string {
  return `<article class="treaty" lang="en">\n${documentOf(treaty, nameOf).map(html).join('\n')}\n</article>\n`;
}

function markdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return escapeMarkdown(block.text);
    case 'quote':
      return `> “${escapeMarkdown(block.text)}”`;
    case 'list':
      return block.items.map((item) => `- ${markdownItem(item)}`).join('\n');
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows.map((row) => row.map(escapeMarkdown))].map((row) => `| ${row.join(' | ')} |`).join('\n');
  }
}

function markdownItem({ text, url }: Item): string {
  return url !== undefined && isWeb(url) ? `[${escapeMarkdown(text)}](<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>)` : escapeMarkdown(text);
}

/** Puts a backslash before whatever CommonMark could take for markup, and white space on one line. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|~&$]/g, '\\$&')
    .replace(/^(#{1,6}|[-+=])(?=\s|$|[-+=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

function html(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'quote':
      return `<blockquote><p>“${escapeHtml(block.text)}”</p></blockquote>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${htmlItem(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return `<table>\n<thead>${row(block.head, 'th')}</thead>\n<tbody>\n${block.rows.map((cells) => row(cells, 'td')).join('\n')}\n</tbody>\n</table>`;
  }
}

function row(cells: readonly string[], tag: 'th' | 'td'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
}

function htmlItem({ text, url }: Item): string {
  return url !== undefined && isWeb(url) ? `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>` : escapeHtml(text);
}

/** Only addresses of the web become links: a `javascript:` one stays out. */
function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
