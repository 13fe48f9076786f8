import { survivalAt } from './hazard.ts';

/** Where a member stands, so many years from now: the three sum to 1. */
export interface Standing {
  readonly member: number;
  /** Has given notice, and is bound until it runs out. */
  readonly underNotice: number;
  readonly gone: number;
}

/**
 * @param hazards yearly chances of giving notice (or of ceasing to be bound, where there is none)
 * @param notice years from notice to exit
 * @param time years from now
 */
export function standingAt(hazards: readonly number[], notice: number, time: number): Standing {
  const member = survivalAt(hazards, time);
  const bound = survivalAt(hazards, time - notice);
  return { member, underNotice: bound - member, gone: 1 - bound };
}

/** A member's promise, as far as its reliability goes. */
export interface MemberPromise {
  /** h: its chance of honoring, as a member in good standing. */
  readonly honors: number;
  /** h⁰: the chance that it would come without a promise; at most h. */
  readonly interest: number;
  /** Share of the promise's pull, h − h⁰, that is left once notice is given, 0 to 1. */
  readonly noticeDiscount: number;
  /** Years from notice to exit. */
  readonly notice: number;
  /** Yearly chances of giving notice; the last one holds on. */
  readonly hazards: readonly number[];
  /** Warning of a crisis, years: where it is as long as the notice, a member can denounce first, and is bound as one under notice. None unless given. */
  readonly warning?: number;
}

/** h⁰ + δ (h − h⁰): notice keeps a member bound, but discounted. */
export function honoringUnderNotice({ honors, interest, noticeDiscount }: Pick<MemberPromise, 'honors' | 'interest' | 'noticeDiscount'>): number {
  return interest + noticeDiscount * (honors - interest);
}

/** Chance of honoring in good standing, at the warning that a crisis gives. */
const honoringInStanding = (promise: MemberPromise): number =>
  promise.warning !== undefined && promise.warning >= promise.notice ? honoringUnderNotice(promise) : promise.honors;

/**
 * The chance that it comes in a crisis so many years from now, as a challenger foresees it today: bound, under notice, or gone and moved
 * by interest alone. A shorter notice never raises it, at the same chances of giving notice.
 */
export function effectiveHonoring(promise: MemberPromise, time: number): number {
  const { member, underNotice, gone } = standingAt(promise.hazards, promise.notice, time);
  return member * honoringInStanding(promise) + underNotice * honoringUnderNotice(promise) + gone * promise.interest;
}

/** Chance that it is bound and comes so many years from now. The treaty's own end, where that is another event, is a factor beside it. */
export function boundAndHonoring(promise: MemberPromise, time: number): number {
  const { member, underNotice } = standingAt(promise.hazards, promise.notice, time);
  return member * honoringInStanding(promise) + underNotice * honoringUnderNotice(promise);
}

/** What the right to leave costs in credibility. */
export interface ExitCredibility {
  /** Mean of the honoring foreseen over the horizon, discounted. */
  readonly foreseen: number;
  /** Lowest over the horizon: where a challenger that can wait would strike. */
  readonly lowest: number;
  /** h less `foreseen`: what a promise that nobody could leave would be worth more. */
  readonly cost: number;
  /** Of the cost: members gone by then, members under notice, and members that could denounce before the duty falls due. */
  readonly gone: number;
  readonly underNotice: number;
  readonly escape: number;
}

/**
 * Credibility today of a promise that may be left, over the years a challenger looks ahead.
 * @param horizon whole years
 * @param rate yearly discount rate
 */
export function exitCredibility(promise: MemberPromise, horizon: number, rate: number): ExitCredibility {
  const pull = promise.honors - promise.interest;
  const escapes = promise.honors - honoringInStanding(promise);
  const years = Array.from({ length: horizon + 1 }, (_, year) => ({
    weight: (1 + rate) ** -year,
    standing: standingAt(promise.hazards, promise.notice, year),
    honoring: effectiveHonoring(promise, year),
  }));
  const whole = years.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (year: (typeof years)[number]) => number): number => years.reduce((sum, year) => sum + year.weight * of(year), 0) / whole;
  const foreseen = mean(({ honoring }) => honoring);
  return {
    foreseen,
    lowest: Math.min(...years.map(({ honoring }) => honoring)),
    cost: promise.honors - foreseen,
    gone: pull * mean(({ standing }) => standing.gone),
    underNotice: (1 - promise.noticeDiscount) * pull * mean(({ standing }) => standing.underNotice),
    escape: escapes * mean(({ standing }) => standing.member),
  };
}
