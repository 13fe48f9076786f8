import type { Column } from '../../../core/table/column.ts';
import type { Runs } from './runs.ts';
import type { StateSystem } from '../system/state-system.ts';
import { spanOf, type Years } from '../units.ts';

/** States or pairs by year, in runs. */
export interface RunsFrame {
  readonly kind: 'runs';
  readonly runs: Runs;
  readonly keys: readonly Column[];
}

/** Rows of one state in one year, in any order: members of an alliance, participants of a dispute. */
export interface ListFrame {
  readonly kind: 'list';
  readonly keys: readonly Column[];
  readonly state: Int16Array;
  readonly year: Int16Array;
}

/** Rows of several states in one year. */
export interface SetsFrame {
  readonly kind: 'sets';
  readonly keys: readonly Column[];
  /** Where the members of each row begin, and one more. */
  readonly start: Int32Array;
  readonly members: Int16Array;
  readonly year: Int16Array;
}

/** The rows of a panel before anything is attached. */
export type Frame = RunsFrame | ListFrame | SetsFrame;

/** How many rows a frame has. */
export function rowsOfFrame(frame: Frame): number {
  return frame.kind === 'runs' ? frame.runs.rows : frame.year.length;
}

/** Marks the state-years that have a row in the panel. */
export function presentIn(frame: Frame, system: StateSystem, years: Years): Uint8Array {
  const span = spanOf(years);
  const present = new Uint8Array(system.codes.length * span);
  if (frame.kind === 'list') {
    frame.state.forEach((state, row) => (present[state * span + (frame.year[row] ?? 0) - years.first] = 1));
    return present;
  }
  if (frame.kind === 'sets') {
    for (let row = 0; row < frame.year.length; row++) {
      for (let at = frame.start[row] ?? 0; at < (frame.start[row + 1] ?? 0); at++) {
        present[(frame.members[at] ?? 0) * span + (frame.year[row] ?? 0) - years.first] = 1;
      }
    }
    return present;
  }
  const { a, b, first, last } = frame.runs;
  for (let run = 0; run < first.length; run++) {
    const from = (first[run] ?? 0) - years.first;
    const to = (last[run] ?? 0) - years.first + 1;
    for (const state of [a[run] ?? 0, b[run] ?? 0]) present.fill(1, state * span + from, state * span + to);
  }
  return present;
}
