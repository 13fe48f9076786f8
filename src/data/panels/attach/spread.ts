import { missingOf, numbers, type Column, type NumberArray } from '../../../core/table/column.ts';
import type { Frame, ListFrame, SetsFrame } from '../rows/frame.ts';
import type { Runs } from '../rows/runs.ts';
import { columnLike, type Sheet } from './sheet.ts';
import { spanOf, type Years } from '../units.ts';

/** Brings a variable of states to the rows of a panel: by run, whole years at once; by row; or as lowest, mean and highest over the members. */
export function spreadSheet(frame: Frame, sheet: Sheet, years: Years): readonly Column[] {
  if (frame.kind === 'list') return [columnLike(sheet, sheet.name, sheet.label, lookedUp(frame, sheet, years))];
  if (sheet.alone === true && (frame.kind === 'sets' || frame.runs.sides === 2)) return [];
  if (frame.kind === 'sets') return sheet.kind === 'text' ? [] : overMembers(frame, sheet, years);
  const { runs } = frame;
  if (runs.sides === 1) return [columnLike(sheet, sheet.name, sheet.label, copied(runs, runs.a, sheet))];
  return [
    columnLike(sheet, `${sheet.name}1`, `${sheet.label}, side 1`, copied(runs, runs.a, sheet)),
    columnLike(sheet, `${sheet.name}2`, `${sheet.label}, side 2`, copied(runs, runs.b, sheet)),
  ];
}

/** Values of a run's years, one by one: for runs of some tens of years quicker than a view and a copy. */
function copied({ years, rows, row: start, first, last }: Runs, states: Int16Array, { kind, values }: Sheet): NumberArray {
  const span = spanOf(years);
  const column = numbers(kind === 'text' ? 'int32' : kind, rows);
  for (let run = 0; run < start.length; run++) {
    const from = first[run] ?? 0;
    let at = start[run] ?? 0;
    const end = at + (last[run] ?? 0) - from + 1;
    for (let source = (states[run] ?? 0) * span + from - years.first; at < end; at++, source++) column[at] = values[source] ?? 0;
  }
  return column;
}

function lookedUp({ state, year }: ListFrame, { kind, values }: Sheet, years: Years): NumberArray {
  const span = spanOf(years);
  const column = numbers(kind === 'text' ? 'int32' : kind, year.length);
  for (let row = 0; row < year.length; row++) column[row] = values[(state[row] ?? 0) * span + (year[row] ?? 0) - years.first] ?? 0;
  return column;
}

/** Lowest, mean and highest of values handed in one by one; missing where there is none, or any is missing. */
export function summarize(length: number, missing: number, valueAt: (index: number) => number): { low: number; mean: number; high: number } | undefined {
  if (length === 0) return undefined;
  let low = Infinity;
  let high = -Infinity;
  let sum = 0;
  for (let index = 0; index < length; index++) {
    const value = valueAt(index);
    if (value === missing || Number.isNaN(value)) return undefined;
    low = Math.min(low, value);
    high = Math.max(high, value);
    sum += value;
  }
  return { low, mean: sum / length, high };
}

/** Columns _min, _mean and _max of what `of` finds in each row. */
export function summaryColumns(
  { name, label, kind }: { readonly name: string; readonly label: string; readonly kind: Exclude<Sheet['kind'], 'text'> },
  rows: number,
  of: (row: number, missing: number) => ReturnType<typeof summarize>,
): readonly Column[] {
  const missing = missingOf(kind);
  const low = numbers(kind, rows).fill(missing);
  const high = numbers(kind, rows).fill(missing);
  const mean = new Float64Array(rows).fill(Number.NaN);
  for (let row = 0; row < rows; row++) {
    const found = of(row, missing);
    if (found === undefined) continue;
    low[row] = found.low;
    mean[row] = found.mean;
    high[row] = found.high;
  }
  return [
    { name: `${name}_min`, kind, label: `${label}, lowest`, values: low },
    { name: `${name}_mean`, kind: 'float64', label: `${label}, mean`, values: mean },
    { name: `${name}_max`, kind, label: `${label}, highest`, values: high },
  ];
}

function overMembers(frame: SetsFrame, sheet: Sheet, years: Years): readonly Column[] {
  const span = spanOf(years);
  const { kind } = sheet;
  if (kind === 'text') return [];
  return summaryColumns({ name: sheet.name, label: `${sheet.label}, over the members`, kind }, frame.year.length, (row, missing) => {
    const start = frame.start[row] ?? 0;
    const offset = (frame.year[row] ?? 0) - years.first;
    return summarize((frame.start[row + 1] ?? 0) - start, missing, (index) => sheet.values[(frame.members[start + index] ?? 0) * span + offset] ?? missing);
  });
}
