import { contingenciesOn, type Contingency } from '../facts/contingencies.ts';
import type { Estimate } from '../facts/estimate.ts';
import type { LawEvent } from '../law/types.ts';
import type { Domain } from '../treaty/vocabulary.ts';

/** How fast a crisis runs: from the first sign to the first act, and from there to a settled fact on the ground. */
export interface Pace {
  readonly warning_days: Estimate;
  readonly fait_accompli_days: Estimate;
}

/** Declared: about the middle of the contingencies of the catalog in that domain, with ranges that hold most of theirs. */
const BY_DOMAIN: Readonly<Record<Domain, Pace>> = {
  land: { warning_days: { value: 10, low: 2, high: 45 }, fait_accompli_days: { value: 14, low: 2, high: 90 } },
  sea: { warning_days: { value: 7, low: 1, high: 30 }, fait_accompli_days: { value: 3, low: 0.5, high: 45 } },
  air: { warning_days: { value: 3, low: 0.5, high: 30 }, fait_accompli_days: { value: 2, low: 0.5, high: 20 } },
  cyber: { warning_days: { value: 0.5, low: 0, high: 10 }, fait_accompli_days: { value: 3, low: 1, high: 14 } },
  space: { warning_days: { value: 0.5, low: 0, high: 10 }, fait_accompli_days: { value: 1, low: 0.1, high: 7 } },
  hybrid: { warning_days: { value: 7, low: 0.2, high: 45 }, fait_accompli_days: { value: 5, low: 0.5, high: 120 } },
};

const IMMEDIATE: Estimate = { value: 0, low: 0, high: 0 };

function isAt({ place, at }: Contingency, event: LawEvent): boolean {
  if (at !== undefined) return false;
  return place === undefined ? event.place.kind === 'home' && event.place.id === event.target : event.place.id === place;
}

/** The pace of an event: that of the catalog's contingency that it is, else the one declared for its domain. */
export function paceOf(rows: readonly Contingency[], event: LawEvent): Pace & { readonly contingency?: string } {
  const same = contingenciesOn(rows, event.date).find(
    (row) =>
      row.challenger === event.attackers[0] &&
      row.target === event.target &&
      row.domain === event.domain &&
      (row.intensity ?? 'armed-attack') === event.intensity &&
      isAt(row, event),
  );
  if (same === undefined) return BY_DOMAIN[event.domain];
  const { id, warning_days, fait_accompli_days = IMMEDIATE } = same;
  return { contingency: id, warning_days, fait_accompli_days };
}
