import type { Fact, Section } from '../app/estimation/section.ts';
import { figuresTable, grouped, wrap, type Style } from './style.ts';

/** Four decimals at most, three significant digits where a number is small, none where it counts. */
export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '-';
  if (Number.isInteger(value)) return grouped(value);
  return Math.abs(value) >= 100 ? value.toFixed(1) : Math.abs(value) < 0.1 ? value.toPrecision(3) : value.toFixed(3);
}

/** The answer to a question put to the record, to be read. */
export function sectionText({ title, method, facts, tables, data, notes }: Section, { bold, dim }: Style): string {
  return [
    `${bold(title)}\n${wrap(method, 0)}\n`,
    facts.length === 0 ? '' : `\n${figuresTable([['fact', 'value', '95 %', 'n', 'elsewhere', ''], ...facts.map(factLine)])}`,
    ...tables.map(
      (one) => `\n${one.title}\n${figuresTable([one.columns, ...one.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : figure(cell))))])}`,
    ),
    notes.length === 0 ? '' : `\n${notes.map((note) => `${wrap(note, 2).replace(/^ {2}/, '- ')}\n`).join('')}`,
    dim(`\n${wrap(data.map(({ source, table, version }) => `${source} ${version} (${table})`).join(', '), 0)}\n`),
  ].join('');
}

function factLine({ words, value, low, high, n, events, unit, expected, note }: Fact): string[] {
  return [
    words,
    `${figure(value)}${unit === undefined ? '' : ` ${unit}`}`,
    low === undefined || high === undefined ? '' : `${figure(low)} to ${figure(high)}`,
    n === undefined ? '' : events === undefined ? grouped(n) : `${grouped(events)} of ${grouped(n)}`,
    expected === undefined ? '' : `${figure(expected.value)} ${expected.source}`,
    note ?? '',
  ];
}
