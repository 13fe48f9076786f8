import type { Parameters } from '../../facts/parameters.ts';
import { centralValues, type ParameterValues } from '../../assess/parameter-values.ts';
import { leavingHazard } from '../../assess/outlook.ts';
import { lockedYears, lockInLoss } from '../../models/survival/lock-in.ts';
import { standingAt } from '../../models/survival/membership.ts';
import { addDuration, daysBetween } from '../../states/dates.ts';
import type { Treaty } from '../../treaty/schema.ts';

/** Years looked ahead: whether a promise still stands, and what being bound may cost. */
const AHEAD = 20;

/** What a text's terms of duration and exit make of a member's promise. */
export interface TermsReading {
  /** Mean share of the promise that is left over twenty years; 1 where nobody ever leaves. */
  readonly staying: number;
  /** Expected loss of the years in which it cannot be out, % of own GDP a year. */
  readonly lockIn: number;
}

/** Years a duration of the treaty language takes from a date. */
const yearsOf = (duration: string | undefined, date: string): number => (duration === undefined ? 0 : daysBetween(date, addDuration(date, duration)) / 365.25);

/** Years from the date to the end of the running term; undefined where there is none. */
export function termLeft({ term, in_force: since }: Treaty, date: string): number | undefined {
  if (term?.kind !== 'fixed') return undefined;
  if (term.until !== undefined && term.until.length === 10) return Math.max(0, daysBetween(date, term.until) / 365.25);
  if (term.length === undefined || since === undefined) return undefined;
  let end = addDuration(since, term.length);
  for (let i = 0; end <= date && i < 400; i++) end = addDuration(end, term.renewal_length ?? term.length);
  return daysBetween(date, end) / 365.25;
}

/**
 * Reads what becomes of promises under a text's terms of exit and duration. Chances of leaving are those of the given text's promises, moved by what
 * the text is worth to the member: what states that chose a clause did is not taken for what the clause does.
 */
export function createOutlook(
  given: Treaty,
  date: string,
  survival: Parameters | undefined,
): (treaty: Treaty, members: number, worth: number, renewed: number) => TermsReading {
  const values: ParameterValues | undefined = survival === undefined ? undefined : centralValues(survival);
  return (treaty, members, worth, renewed) => {
    if (values === undefined) return { staying: 1, lockIn: Number.NaN };
    const hazards = [leavingHazard(given, date, members, worth, values)];
    const { exit, in_force: since } = treaty;
    const notice = yearsOf(exit?.notice, date);
    const opens = exit?.earliest === undefined || since === undefined ? date : addDuration(since, exit.earliest);
    const earliest = Math.max(0, daysBetween(date, opens) / 365.25);
    const term = termLeft(treaty, date);
    const allowed = exit?.allowed !== false;
    const years = lockedYears({ allowed, earliest, notice, ...(term !== undefined && { term }) });
    const process = { now: worth, mean: worth, persistence: values.get('value.persistence'), shock: values.get('value.shock') };
    const discount = values.get('notice.discount');
    let staying = 0;
    for (let year = 1; year <= AHEAD; year++) {
      // Nobody gives notice before the text lets it.
      const { member, underNotice } = standingAt(hazards, notice, Math.max(0, year - (allowed ? earliest : AHEAD)));
      staying += ((member + discount * underNotice) * termKept(treaty, year, term, renewed)) / AHEAD;
    }
    const locked = Number.isFinite(years) ? years : AHEAD;
    return { staying, lockIn: lockInLoss(process, locked, AHEAD, values.get('value.discount-rate')).yearly };
  };
}

/** Chance that the term is kept up to a year ahead: a tacit renewal holds, one by agreement passes the same gates again. */
function termKept({ term }: Treaty, year: number, left: number | undefined, renewed: number): number {
  if (left === undefined || year <= left || term?.renewal === 'tacit') return 1;
  return term?.renewal === 'active' ? renewed : 0;
}
