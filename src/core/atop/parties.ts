import { compareDates, formatDate, normalizeDate, spansOverlap } from '../states/dates.ts';
import type { Registry } from '../states/registry.ts';
import type { Span, StateId } from '../states/types.ts';
import type { Party } from '../treaty/schema.ts';
import { membershipsOf } from './memberships.ts';
import type { DatedPhase } from './phases.ts';
import type { CowStates } from './states.ts';

/** The states bound by an alliance, and what of ATOP's members could not be made one. */
export interface Parties {
  readonly parties: readonly Party[];
  /** A sentence each. */
  readonly lost: readonly string[];
}

interface Interval {
  readonly state: StateId;
  readonly from: string;
  readonly to?: string;
}

/**
 * Members as parties with their dates: one entry for each unbroken membership, whatever the phases and the COW numbers it
 * runs through (Germany is 260 to 1990, then 255).
 */
export function partiesOf(phases: readonly DatedPhase[], states: CowStates, registry: Registry): Parties {
  const lost: string[] = [];
  const intervals: Interval[] = [];
  for (const { number, state, from, to } of phases.flatMap((phase) => membershipsOf(phase, states))) {
    if (state === undefined) lost.push(`ATOP has the member ${number} from ${formatDate(from)}, a number of no state of the registry`);
    else intervals.push({ state, from, ...(to !== undefined && { to }) });
  }
  const parties: Party[] = [];
  for (const interval of joined(intervals)) {
    const party = partyOf(interval, registry);
    if (party === undefined) lost.push(`ATOP has ${registry.nameOf(interval.state)} as a member from ${formatDate(interval.from)}, when it was no state`);
    else parties.push(party);
  }
  return { parties, lost: [...new Set(lost)] };
}

/** Intervals of one state that touch or overlap become one; the order is that of entry, then of ATOP's rows. */
function joined(intervals: readonly Interval[]): readonly Interval[] {
  const found: Interval[] = [];
  for (const interval of intervals.toSorted((a, b) => compareDates(a.from, b.from))) {
    const i = found.findLastIndex(({ state }) => state === interval.state);
    const last = found[i];
    if (last === undefined || (last.to !== undefined && compareDates(last.to, interval.from) < 0)) {
      found.push(interval);
      continue;
    }
    const { to: ended } = last;
    const { to } = interval;
    const { to: _replaced, ...rest } = last;
    found[i] = ended === undefined || to === undefined ? rest : { ...rest, to: compareDates(ended, to) < 0 ? to : ended };
  }
  return found;
}

/** A party; undefined where the registry knows no such state on any day of the membership. */
function partyOf({ state, from, to }: Interval, registry: Registry): Party | undefined {
  const party: Party = { state, from, ...(to !== undefined && { to }) };
  if (registry.existsOn(state, normalizeDate(from))) return party;
  const span: Span = { from: normalizeDate(from), ...(to !== undefined && { to: normalizeDate(to) }) };
  const existence = (registry.state(state)?.exists ?? []).find((one) => spansOverlap(one, span));
  if (existence?.from === undefined) return undefined;
  return { ...party, note: `A member from ${formatDate(from)} by ATOP; a state from ${formatDate(existence.from)} by the registry, and bound from then` };
}
