/**
 * A treaty as it stands on a date: amendments applied, clauses and parties not in force left out.
 * An unknown day or month counts as the first (docs/language/semantics.md, "Dates").
 */
import { compareDates, normalizeDate } from '../states/dates.ts';
import type { IsoDate } from '../states/types.ts';
import type { Amendment, Treaty } from './schema.ts';
import type { Area, AreaPart, Obligation, Trigger } from './obligation-schema.ts';
import { domainsOf } from './trigger.ts';
import type { Domain } from './vocabulary.ts';

/** Whether a date lies in the half-open span `from` ≤ date < `to`; a bound left out does not limit. */
export function holdsOn(span: { readonly from?: string | undefined; readonly to?: string | undefined }, date: IsoDate): boolean {
  if (span.from !== undefined && date < normalizeDate(span.from)) return false;
  return span.to === undefined || date < normalizeDate(span.to);
}

/**
 * Domains an obligation covers once `added` are added: the added ones join those written, or the conventional ones
 * where none are. A clause on threats that names no domain covers every domain already, so nothing is added to it.
 */
function withDomains(obligation: Obligation, added: readonly Domain[]): Obligation {
  const { trigger } = obligation;
  if (trigger === undefined) return obligation;
  const covered = domainsOf(trigger);
  if (covered === null) return obligation;
  const domains = [...new Set([...covered, ...added])];
  return { ...obligation, trigger: { ...trigger, domains } };
}

function amended(obligations: readonly Obligation[], amendment: Amendment): readonly Obligation[] {
  const { change, date } = amendment;
  if ('adds' in change) return [...obligations, { ...change.adds, from: change.adds.from ?? date }];
  return obligations.map((obligation) => {
    if (obligation.id !== change.obligation) return obligation;
    const replaced: Obligation = change.set === undefined ? obligation : { ...obligation, ...definedOnly(change.set) };
    const widened = change.add_domains === undefined ? replaced : withDomains(replaced, change.add_domains);
    return change.ends === true ? { ...widened, until: date } : widened;
  });
}

/** The same object without keys whose value is undefined, so that a spread never erases a field. */
function definedOnly<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const result: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in value) {
    const field = value[key];
    if (isDefined(field)) result[key] = field;
  }
  return result;
}

function isDefined<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined;
}

/**
 * Every clause the treaty has or had by a date, amendments dated on or before it applied in the order of their dates.
 * A clause an amendment added binds from the amendment's date unless it says otherwise; one it ended has `until` set to it.
 * Clauses not yet or no longer binding are still among them, so that a verdict can say so: see `obligationsAt`.
 */
export function amendedObligations(treaty: Treaty, date: IsoDate): readonly Obligation[] {
  const on = normalizeDate(date);
  return (treaty.amendments ?? [])
    .filter((amendment) => normalizeDate(amendment.date) <= on)
    .toSorted((a, b) => compareDates(a.date, b.date))
    .reduce(amended, treaty.obligations);
}

/** Clauses of a treaty that its own dates, or an amendment that ends it, leave without force on a date. */
export function lapsedObligations(treaty: Treaty, date: IsoDate): readonly Obligation[] {
  return amendedObligations(treaty, date).filter((obligation) => !obligationHolds(obligation, date));
}

/** Whether a clause's own `from` and `until` let it bind on a date; says nothing of the treaty's. */
export function obligationHolds(obligation: Obligation, date: IsoDate): boolean {
  return holdsOn({ from: obligation.from, to: obligation.until }, normalizeDate(date));
}

/**
 * The clauses as amended and binding by their own dates on a date. Whether the treaty itself is in force is another
 * question: `inForceOn`.
 */
export function obligationsAt(treaty: Treaty, date: IsoDate): readonly Obligation[] {
  return amendedObligations(treaty, date).filter((obligation) => obligationHolds(obligation, date));
}

/** Whether the treaty is in force on a date: from `in_force` (never from signature) to the day before `ended.date`. */
export function inForceOn(treaty: Treaty, date: IsoDate): boolean {
  return treaty.in_force !== undefined && holdsOn({ from: treaty.in_force, to: treaty.ended?.date }, normalizeDate(date));
}

/** The part of an area that holds on a date. An area none of whose parts holds is kept as it is written. */
function areaAt(area: Area, date: IsoDate): Area {
  if (area.parts === undefined) return area;
  const parts: AreaPart[] = area.parts.filter((part) => holdsOn({ from: part.from, to: part.until }, date));
  return parts.length === 0 || parts.length === area.parts.length ? area : { ...area, parts };
}

function triggerAt(trigger: Trigger, date: IsoDate): Trigger {
  return trigger.area === undefined ? trigger : { ...trigger, area: areaAt(trigger.area, date) };
}

/**
 * The treaty as it stood on a date: its parties of the day, clauses as amended, and only what had been agreed by then
 * (pledges, renewals, reservations, suspensions). Amendments are folded in, so the result has none.
 */
export function treatyAt(treaty: Treaty, date: IsoDate): Treaty {
  const on = normalizeDate(date);
  const by = (agreed: string | undefined): boolean => agreed === undefined || normalizeDate(agreed) <= on;
  const { amendments: _folded, ended, burden, term, reservations, suspensions, ...rest } = treaty;
  return {
    ...rest,
    parties: treaty.parties.filter((party) => holdsOn(party, on)),
    obligations: obligationsAt(treaty, on).map((obligation) =>
      obligation.trigger === undefined ? obligation : { ...obligation, trigger: triggerAt(obligation.trigger, on) },
    ),
    ...(ended !== undefined && by(ended.date) && { ended }),
    ...(reservations && { reservations: reservations.filter((one) => holdsOn({ from: one.from, to: one.until }, on)) }),
    ...(suspensions && { suspensions: suspensions.filter((one) => holdsOn({ from: one.from, to: one.until }, on)) }),
    ...(burden && { burden: { ...burden, ...(burden.pledges && { pledges: burden.pledges.filter((pledge) => by(pledge.agreed)) }) } }),
    ...(term && { term: { ...term, ...(term.renewals && { renewals: term.renewals.filter((one) => by(one.date)) }) } }),
  };
}
