import { compareDates } from '../states/dates.ts';
import type { AtopPhase } from './alliance.ts';
import { afterEnd, dateIn, ENDED, SIGNED } from './dates.ts';

/** A phase with the days on which its text is the one in force. */
export interface DatedPhase {
  readonly phase: AtopPhase;
  /** Signature: ATOP has no other date. */
  readonly from: string;
  /** First day on which it binds no longer; undefined where ATOP has it in effect on 31 December 2018. */
  readonly until?: string;
}

/**
 * Dates the phases so that of two that follow one another one alone is in force on any day: the day of the renegotiation
 * belongs to the later.
 */
export function datedPhases(phases: readonly AtopPhase[]): readonly DatedPhase[] {
  const begins = new Set(phases.map(({ row }) => dateIn(row, SIGNED)));
  return phases.map((phase): DatedPhase => {
    const from = dateIn(phase.row, SIGNED) ?? '';
    const end = dateIn(phase.row, ENDED);
    if (end === undefined) return { phase, from };
    const until = begins.has(end) && end !== from ? end : afterEnd(end);
    return { phase, from, until };
  });
}

/** The phase that stands, or ended, last; of several the one with the highest number. */
export function lastPhase(phases: readonly DatedPhase[]): DatedPhase | undefined {
  return phases.toSorted(byEnd).at(-1);
}

function byEnd(a: DatedPhase, b: DatedPhase): number {
  if (a.until === undefined || b.until === undefined) return Number(a.until === undefined) - Number(b.until === undefined);
  return compareDates(a.until, b.until);
}

/** Whether phases run side by side: after Czechoslovakia ATOP goes on with two at once, one for each successor. */
export function runInParallel(phases: readonly DatedPhase[]): boolean {
  return phases.some((one, i) => phases.some((other, j) => j > i && overlap(one, other)));
}

function overlap(a: DatedPhase, b: DatedPhase): boolean {
  const before = (one: DatedPhase, other: DatedPhase): boolean => one.until !== undefined && compareDates(one.until, other.from) <= 0;
  return !before(a, b) && !before(b, a);
}
