import { compareDates, normalizeDate } from '../states/dates.ts';
import type { StateId } from '../states/types.ts';
import type { Row } from '../table/table.ts';
import { codeOf } from './alliance.ts';
import { afterEnd, dateIn, ENTERED, LEFT } from './dates.ts';
import type { DatedPhase } from './phases.ts';
import type { CowStates } from './states.ts';

/** A state's time as a member in one phase. A number that passes to another state in that time makes two of them. */
export interface Membership {
  readonly row: Row;
  /** COW number. */
  readonly number: number;
  /** Undefined where the number stands for no state of the registry. */
  readonly state: StateId | undefined;
  readonly from: string;
  /** First day on which it is a member no longer. */
  readonly to?: string;
}

/** The members of a phase with their days, none past the phase's own end. */
export function membershipsOf({ phase, from: begin, until }: DatedPhase, states: CowStates): readonly Membership[] {
  return phase.members.flatMap((row): readonly Membership[] => {
    const number = codeOf(row, 'member') ?? 0;
    const from = dateIn(row, ENTERED) ?? begin;
    const end = dateIn(row, LEFT);
    const to = earlier(end === undefined ? undefined : afterEnd(end), until);
    const turns = states.turns(number, normalizeDate(from), to === undefined ? undefined : normalizeDate(to));
    return [from, ...turns].map((start, i): Membership => {
      const stop = turns[i] ?? to;
      return { row, number, state: states.on(number, normalizeDate(start)), from: start, ...(stop !== undefined && { to: stop }) };
    });
  });
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareDates(a, b) <= 0 ? a : b;
}
