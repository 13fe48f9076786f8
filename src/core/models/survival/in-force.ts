import { survivalAt } from './hazard.ts';
import { boundAndHonoring, type MemberPromise } from './membership.ts';

/** Chances, so many years from now. */
export interface InForce {
  readonly year: number;
  /** The treaty is in force. */
  readonly inForce: number;
  /** It is in force, the member is bound, and honors if asked. */
  readonly honored: number;
}

/**
 * P(in force and honored) at years ahead.
 * @param treaty yearly hazards of the treaty's end; none, [0], where it ends only as a member leaves (two parties)
 */
export function inForceAndHonored(treaty: readonly number[], promise: MemberPromise, years: readonly number[] = [5, 10, 20]): InForce[] {
  return years.map((year) => {
    const inForce = survivalAt(treaty, year);
    return { year, inForce, honored: inForce * boundAndHonoring(promise, year) };
  });
}
