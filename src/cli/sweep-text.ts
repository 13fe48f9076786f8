import type { Merged } from '../app/sweep/merge.ts';
import type { Swept } from '../app/sweep/run.ts';
import type { SweepStatus } from '../app/sweep/status.ts';
import { count, grouped, table } from './style.ts';

const cellsText = (cells: number): string => `${grouped(cells)} ${cells === 1 ? 'cell' : 'cells'}`;

/** Rows, columns, hash, and what went wrong. */
export function mergedText({ verb, rows, cells, columns, failed, errors, file, sha256 }: Merged): string {
  const lines = [
    ['results', file],
    ['rows', rows === cells ? grouped(rows) : `${grouped(rows)} of ${grouped(cells)}`],
    ['columns', grouped(columns.length)],
    ['sha256', sha256],
  ];
  const faults = failed === 0 ? '' : `\n${cellsText(failed)} ended with an error:\n${table(errors.map(({ error, cells: times }) => [grouped(times), error]))}`;
  return `Sweep of ${verb}\n${table(lines)}${faults}`;
}

/** What a run did; where all is done, what it came to. @param folder as the user wrote it */
export function sweptText({ verb, share, cells, done, ran, stopped, merged, points, seconds }: Swept, folder: string): string {
  const pace = `${cellsText(ran)} in ${seconds.toFixed(1)} s`;
  const together = points === cells ? '' : ` ${grouped(points)} points of the design fall together in ${cellsText(cells)}.`;
  if (merged !== undefined) return `${mergedText(merged)}\nRan ${pace}.${together}\n`;
  const part = `${grouped(done)} of ${cellsText(share)}`;
  if (stopped) return `Sweep of ${verb} stopped: ${part} done, kept in ${folder}. The same command with --resume goes on.\n`;
  return `Sweep of ${verb}: ${part} of this part done (${pace}). When all parts are: foedus sweep merge ${folder}\n`;
}

export function statusText({ verb, cells, done, model }: SweepStatus): string {
  const share = Math.floor((100 * done) / cells);
  return table([['sweep of', verb], ['done', `${grouped(done)} of ${cellsText(cells)}, ${share} %`], ...Object.entries(model)]);
}

export const workedText = ({ chunks, cells }: { readonly chunks: number; readonly cells: number }): string =>
  `Ran ${cellsText(cells)} in ${count(chunks, 'part')}.\n`;
