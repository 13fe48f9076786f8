import type { ChartTable } from '../charts/chart.ts';

/** A text of users in Markdown: nothing in it is markup, in a paragraph or in a cell. */
export function plainText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>|#~$]/g, (character) => (character === '<' ? '&lt;' : character === '>' ? '&gt;' : `\\${character}`))
    .replace(/^(\d*)([-+.)])(?=\s)/, '$1\\$2');
}

/** A table with its first column to the left and numbers to the right. */
export function markdownTable({ head, rows }: ChartTable, numbers = true): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(plainText).join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 || !numbers ? '---' : '---:'));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}
