import { expectedLossIn, type ValueProcess } from './value-process.ts';

/** Present worth of one a year at the start of each of so many years: Σ (1 + r)^(−t). */
export function annuity(years: number, rate: number): number {
  return rate === 0 ? years : (1 - (1 + rate) ** -years) / (1 - 1 / (1 + rate));
}

/** Until when a member cannot be out, in years from now. */
export interface ExitTerms {
  /** Whether the text lets a member leave. */
  readonly allowed: boolean;
  /** Years until notice may first be given. */
  readonly earliest: number;
  readonly notice: number;
  /** Years left of the term; undefined where there is none. */
  readonly term?: number;
}

/** Years for which a member is bound at least: to the first possible exit, or to the end of the term if that comes first or nobody may leave. */
export function lockedYears({ allowed, earliest, notice, term = Infinity }: ExitTerms): number {
  return allowed ? Math.min(term, Math.max(0, earliest) + notice) : term;
}

/** What being bound loses. */
export interface LockIn {
  /** Years for which it is counted. */
  readonly years: number;
  /** Present worth of the expected losses. */
  readonly present: number;
  /** The same spread evenly over the horizon. */
  readonly yearly: number;
}

/**
 * Lock-in loss: the expected losses of the years in which a member may not be out, Σ (1 + r)^(−t) E[max(0, −V_t)]. Years that are worth having
 * cost nothing. A shorter notice never raises it. A part of a year counts in part.
 * @param years locked, from `lockedYears`
 * @param horizon whole years looked ahead
 */
export function lockInLoss(process: ValueProcess, years: number, horizon: number, rate: number): LockIn {
  const counted = Math.min(years, horizon);
  let present = 0;
  for (let year = 0; year < counted; year++) present += (1 + rate) ** -year * Math.min(1, counted - year) * expectedLossIn(process, year);
  return { years: counted, present, yearly: horizon > 0 ? present / annuity(horizon, rate) : 0 };
}
