import type { SimilarityAnswer } from '../app/similarity.ts';
import { rowAt, type Row } from '../core/table/table.ts';
import { figuresTable, grouped, wrap, type Style } from './style.ts';

const MEASURES = ['s', 's_weighted', 'tau_b', 'kappa', 'pi'];
/** Rows at either end of the order. */
const ENDS = 8;
/** Rows of one state. */
const MOST = 40;

interface Choice {
  readonly style: Style;
  /** Two states are named, or one. */
  readonly pair: boolean;
  readonly one: boolean;
}

/** The pairs that were asked for: two states by year, one state by similarity, or the most and the least alike of all. */
export function similarityText({ table: found, listed, notes }: SimilarityAnswer, { style, pair, one }: Choice): string {
  const nameOf = (state: Row[string] | undefined): string => listed.get(Number(state))?.name ?? String(state);
  const codes = found.columns.slice(3 + MEASURES.length).map(({ name }) => name);
  const cell = (value: Row[string] | undefined): string => (value === null || value === undefined ? '-' : typeof value === 'number' ? value.toFixed(4) : value);
  const lineOf = (row: number): string[] => {
    const values = rowAt(found, row);
    return [
      String(values['year']),
      ...(['ccode1', 'ccode2'] as const).map((side) => `${values[side]} ${nameOf(values[side])}`),
      ...MEASURES.map((name) => cell(values[name])),
      ...codes.map((name) => String(values[name] ?? '-')),
    ];
  };
  const head = ['year', 'state 1', 'state 2', ...MEASURES, ...codes];
  const remarks = `\n${notes.map((line) => style.dim(wrap(line, 0))).join('\n')}\n`;
  if (found.rows === 0) return `No two such states were members of the system in these years.\n${remarks}`;
  if (pair) return figuresTable([head, ...Array.from({ length: found.rows }, (_, row) => lineOf(row))]) + remarks;
  const kappa = found.columns.find(({ name }) => name === 'kappa')?.values ?? [];
  const order = Int32Array.from({ length: found.rows }, (_, row) => row)
    .filter((row) => !Number.isNaN(kappa[row]))
    .sort((a, b) => (kappa[b] ?? 0) - (kappa[a] ?? 0));
  const some = one ? MOST : 2 * ENDS;
  const rule = head.map(() => '...');
  const lines =
    order.length <= some
      ? [...order].map(lineOf)
      : [...[...order.subarray(0, some / 2)].map(lineOf), rule, ...[...order.subarray(order.length - some / 2)].map(lineOf)];
  const told = order.length <= some ? 'by kappa' : `the most and the least alike of ${grouped(found.rows)} pairs, by kappa; all of them with -o FILE`;
  return `${style.bold(told)}\n${figuresTable([head, ...lines])}${remarks}`;
}
