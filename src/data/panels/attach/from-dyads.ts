import { missingOf, numbers, type Column } from '../../../core/table/column.ts';
import type { SetsFrame } from '../rows/frame.ts';
import type { OfState } from '../joins/join.ts';
import { rowOf, type Runs } from '../rows/runs.ts';
import type { Sheet } from './sheet.ts';
import { summarize, summaryColumns } from './spread.ts';
import { spanOf } from '../units.ts';

/** What directed dyads say of their first state: the highest or lowest over its partners in the year, or how many have a value within bounds. */
export function sheetOfDyads(runs: Runs, column: Column, { to, label, take, between }: OfState): Sheet {
  if (column.kind === 'text') throw new TypeError(`${column.name} is text: nothing is taken over partners`);
  const span = spanOf(runs.years);
  const kind = take === 'count' ? 'int16' : column.kind;
  const unknown = missingOf(column.kind);
  const missing = missingOf(kind);
  const values = numbers(kind, runs.system.codes.length * span).fill(missing);
  const [low, high] = between ?? [-Infinity, Infinity];
  for (let run = 0; run < runs.row.length; run++) {
    const from = (runs.a[run] ?? 0) * span + (runs.first[run] ?? 0) - runs.years.first;
    const row = runs.row[run] ?? 0;
    const length = (runs.last[run] ?? 0) - (runs.first[run] ?? 0) + 1;
    for (let step = 0; step < length; step++) {
      const value = column.values[row + step] ?? unknown;
      if (value === unknown || Number.isNaN(value)) continue;
      const held = values[from + step] ?? missing;
      const first = held === missing || Number.isNaN(held);
      if (take === 'count') values[from + step] = (first ? 0 : held) + (value >= low && value <= high ? 1 : 0);
      else if (first || (take === 'highest' ? value > held : value < held)) values[from + step] = value;
    }
  }
  return { name: to, kind, label, values };
}

/** A column of directed dyads over all ordered pairs of a row's members: lowest, mean and highest. */
export function overPairs(frame: SetsFrame, runs: Runs, column: Column): readonly Column[] {
  const { kind, values } = column;
  if (kind === 'text') return [];
  const states = runs.system.codes.length;
  return summaryColumns({ name: column.name, label: `${column.label ?? column.name}, over the pairs`, kind }, frame.year.length, (row, missing) => {
    const start = frame.start[row] ?? 0;
    const size = (frame.start[row + 1] ?? 0) - start;
    const year = frame.year[row] ?? 0;
    return summarize(size * (size - 1), missing, (index) => {
      const one = Math.floor(index / (size - 1));
      const turn = index % (size - 1);
      const other = turn < one ? turn : turn + 1;
      const at = rowOf(runs, (frame.members[start + one] ?? 0) * states + (frame.members[start + other] ?? 0), year);
      return at < 0 ? missing : (values[at] ?? missing);
    });
  });
}
