import { baseSecurity, checkGame, givenSecurity, ownEffect, type SpendingGame } from './game.ts';

/** The weight of security that a member's spending tells. */
export interface CalibratedWeight {
  /** α; where the member spends nothing, the largest that agrees with it. */
  readonly value: number;
  /** `at-most`: it spends nothing, and any lower weight agrees as well. `none`: no weight in [0, 1) explains what it spends. */
  readonly bound: 'exact' | 'at-most' | 'none';
}

/** Weights of security read off observed spending. */
export interface Calibration {
  readonly weights: readonly CalibratedWeight[];
  readonly method: 'inverted best response';
  readonly converged: boolean;
  readonly iterations: 1;
  readonly warnings: readonly string[];
}

/**
 * The weights α at which observed spending is each member's best response:
 *
 *     α_i = (g_i + R_i/ω_i) / (y_i + R_i/ω_i)
 *
 * Calibrate on means of a window before the pledge or the treaty that is assessed: on the years assessed, the Nash equilibrium would be
 * what is observed by construction.
 * @param game its weights are not read
 * @param observed g, spending in the window, in the unit of the incomes
 * @throws {RangeError} for a game that is none, or other than one amount of 0 or more for each member
 */
export function calibrate(game: SpendingGame, observed: readonly number[]): Calibration {
  checkGame({ ...game, members: game.members.map((member) => ({ ...member, security_weight: 0 })) });
  if (observed.length !== game.members.length || observed.some((value) => !(value >= 0)))
    throw new RangeError('observed spending is one amount, 0 or more, for each member');
  const warnings: string[] = [];
  const weights = game.members.map((member, i): CalibratedWeight => {
    const spending = observed[i] ?? 0;
    const given = givenSecurity(game, i, observed) / ownEffect(member);
    const value = (spending + given) / (member.income + given);
    if (!(spending < member.income && spending + given >= 0 && value < 1)) {
      warnings.push(`Member ${i + 1}: no weight of security explains its spending; a base security of ${baseSecurity(member)} is too low for it.`);
      return { value: Number.NaN, bound: 'none' };
    }
    if (spending > 0) return { value, bound: 'exact' };
    warnings.push(`Member ${i + 1} spends nothing, which only bounds its weight of security from above.`);
    return { value, bound: 'at-most' };
  });
  return { weights, method: 'inverted best response', converged: weights.every(({ bound }) => bound !== 'none'), iterations: 1, warnings };
}
