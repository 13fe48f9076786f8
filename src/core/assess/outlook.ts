import { gatesOn, institutionOn } from '../facts/institutions.ts';
import type { Facts } from '../facts/facts.ts';
import type { Parameters } from '../facts/parameters.ts';
import { allRatify } from '../models/ratification/all-members.ts';
import { ratification, type RatifyingState } from '../models/ratification/state.ts';
import { interceptFor, yearlyHazard, type HazardTerm, type HazardTerms } from '../models/survival/hazard.ts';
import { inForceAndHonored, type InForce } from '../models/survival/in-force.ts';
import { lockedYears, lockInLoss, type LockIn } from '../models/survival/lock-in.ts';
import { addDuration, daysBetween } from '../states/dates.ts';
import type { Treaty } from '../treaty/schema.ts';
import { isConditional } from './promise.ts';
import { centralValues, type ParameterValues } from './parameter-values.ts';

/** Whether a member would bind itself today, by its own gates. */
export interface RatificationOutlook {
  readonly p: number;
  readonly gates: readonly { readonly id: string; readonly body: string; readonly p: number }[];
  /** The gate likeliest to fail. */
  readonly hardest: string;
}

/** What becomes of a member's promise. */
export interface Outlook {
  /** Chances in 5, 10 and 20 years that the treaty is in force, and that it is and the member honors. */
  readonly ahead: readonly InForce[];
  /** Expected losses, % of own GDP, of the years in which it cannot be out. */
  readonly lockIn: LockIn;
}

/** A member as the ratification game sees it; undefined where the catalog does not know its gates. */
function ratifyingState(
  facts: Facts,
  state: string,
  date: string,
  value: number,
): (RatifyingState & { readonly bodies: ReadonlyMap<string, string> }) | undefined {
  const institution = institutionOn(facts.institutions, state, date);
  if (institution === undefined) return undefined;
  // Gates that only some treaties meet (a referendum on mutual defense) are left to those who know the case.
  const gates = gatesOn(institution, date).filter(({ when }) => when === undefined);
  return gates.length === 0 ? undefined : { gates, value, bodies: new Map(gates.map(({ id, body }) => [id, body])) };
}

/**
 * Chance that a member would ratify the treaty, worth so much to it.
 * @param value % of its GDP a year, with the treaty less without
 */
export function ratificationOutlook(facts: Facts, state: string, date: string, value: number): RatificationOutlook | undefined {
  const asked = ratifyingState(facts, state, date, value);
  if (asked === undefined) return undefined;
  const { p, gates, hardest } = ratification(asked, { method: 'normal' });
  const bodyOf = (id: string): string => asked.bodies.get(id) ?? id;
  return { p, gates: gates.map((gate) => ({ ...gate, body: bodyOf(gate.id) })), hardest: bodyOf(hardest) };
}

/** Chance that all of several members ratify, their shocks correlated; undefined where the gates of one are not known. */
export function jointRatification(facts: Facts, date: string, members: readonly { readonly state: string; readonly value: number }[]): number | undefined {
  const asked = members.flatMap(({ state, value }) => ratifyingState(facts, state, date, value) ?? []);
  return asked.length < members.length || asked.length === 0 ? undefined : allRatify(asked, { method: 'normal' }).all;
}

/** What the text tells of a member's years ahead. What else moves hazards (a change of regime, a war) stands at what it was on average. */
const TOLD = ['conditional', 'offense', 'asymmetric'] as const satisfies readonly HazardTerm[];

/** From this day on the hazards of the later era hold. */
const LATER = '1946-01-01';

/** Years a duration of the treaty language takes from a date. */
function yearsOf(duration: string | undefined, date: string): number {
  return duration === undefined ? 0 : daysBetween(date, addDuration(date, duration)) / 365.25;
}

/**
 * The yearly chance that a member leaves, with the treaty's end or alone: the rate among members of such treaties in that era, moved by what the text
 * promises and by what the treaty is worth to the member.
 * @param value % of its own GDP a year
 */
export function leavingHazard(treaty: Treaty, date: string, members: number, value: number, values: ParameterValues): number {
  const kind = members === 2 ? 'member-bilateral' : 'member-multilateral';
  const era = date >= LATER ? 'since-1946' : 'to-1945';
  const coefficients: HazardTerms = {
    ...Object.fromEntries(TOLD.map((term) => [term, values.get(`hazard.${term}.${era}`)])),
    value: values.get('hazard.value'),
  };
  const shares: HazardTerms = Object.fromEntries(TOLD.map((term) => [term, values.get(`reference.${term}.${kind}.${era}`)]));
  const clauses = treaty.obligations.filter((one) => one.kind === 'defense' || one.kind === 'offense');
  const terms: HazardTerms = {
    conditional: Number(clauses.some(isConditional)),
    offense: Number(clauses.some((one) => one.kind === 'offense')),
    asymmetric: Number(clauses.some(({ bound }) => bound !== 'all')),
    value: -value,
  };
  return yearlyHazard(interceptFor(values.get(`baseline.${kind}.${era}`), coefficients, shares), coefficients, terms);
}

/**
 * What becomes of a member's promise under the treaty's terms of exit.
 * @param honors mean chance of honoring today, and what interest alone would do
 * @param value what the treaty is worth to the member, % of its own GDP a year
 */
export function memberOutlook(
  treaty: Treaty,
  date: string,
  members: number,
  honors: { readonly honors: number; readonly interest: number },
  value: number,
  parameters: Parameters,
): Outlook {
  const values = centralValues(parameters);
  const hazards = [leavingHazard(treaty, date, members, value, values)];
  const { exit, term, in_force: since } = treaty;
  const notice = yearsOf(exit?.notice, date);
  const opens = exit?.earliest === undefined || since === undefined ? date : addDuration(since, exit.earliest);
  const until = term?.until;
  const years = lockedYears({
    allowed: exit?.allowed !== false,
    earliest: Math.max(0, daysBetween(date, opens) / 365.25),
    notice,
    ...(until !== undefined && until.length === 10 && { term: Math.max(0, daysBetween(date, until) / 365.25) }),
  });
  const process = { now: value, mean: value, persistence: values.get('value.persistence'), shock: values.get('value.shock') };
  return {
    ahead: inForceAndHonored([0], { ...honors, noticeDiscount: values.get('notice.discount'), notice, hazards }),
    lockIn: lockInLoss(process, Number.isFinite(years) ? years : 20, 20, values.get('value.discount-rate')),
  };
}
