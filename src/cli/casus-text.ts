import type { CasusHistory } from '../app/casus-history.ts';
import { rowsOf, type Row } from '../core/table/table.ts';
import { figuresTable, wrap, type Style } from './style.ts';

/** Columns shown on a terminal, and their headings; the files hold them all. */
const SHOWN = [
  ['disputes', 'disputes'],
  ['forceful', 'force'],
  ['due', 'due'],
  ['honored', 'honored'],
  ['opposed', 'opposed'],
  ['due_if_attacked', 'if attacked'],
  ['honored_if_attacked', 'honored'],
  ['joined', 'joined'],
  ['joined_free', 'without a promise'],
] as const;

const numberOf = (row: Row, name: string): number => Number(row[name] ?? 0);

/** The years by decade, with a total; year by year where they are few. */
export function casusText({ years, method, versions, notes }: CasusHistory, { bold, dim }: Style): string {
  const rows = rowsOf(years);
  const few = rows.length <= 20;
  const periods = new Map<string, Row[]>();
  for (const row of rows) {
    const year = numberOf(row, 'year');
    const label = few ? String(year) : `${Math.floor(year / 10)}0s`;
    periods.set(label, [...(periods.get(label) ?? []), row]);
  }
  const line = (label: string, of: readonly Row[]): string[] => [
    label,
    ...SHOWN.map(([name]) => String(of.reduce((sum, row) => sum + numberOf(row, name), 0))),
  ];
  const shown = figuresTable([['', ...SHOWN.map(([, heading]) => heading)], ...[...periods].map(([label, of]) => line(label, of)), line('all', rows)]);
  const data = `Data: ${Object.entries(versions)
    .map(([source, version]) => `${source} ${version}`)
    .join(', ')}.`;
  const [heading = '', ...body] = shown.split('\n');
  return `${bold(heading)}\n${body.join('\n')}\n${[method, ...notes, data].map((one) => dim(wrap(one, 0))).join('\n')}\n`;
}
