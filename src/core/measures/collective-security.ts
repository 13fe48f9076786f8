/**
 * Collective security: every state promises to turn against whoever attacks.
 *
 * State i, of strength M_i, is deterred from attacking where those who would honor the promise outweigh it:
 *
 *   γ M_i < Σ_{j ≠ i} π_j M_j
 *
 * π_j is the chance that j honors it, γ the advantage of the offense (γ < 1 favors the defense: the attacker then counts for less).
 * The idea is that of I. Claude, Power and International Relations (1962), and of R. Betts's critique ("Systems for Peace or Causes
 * of War?", International Security 17, 1992): it works where no state is as strong as the willing rest. Expected strength
 * is compared; neither the spread around it nor the victim's own resistance beyond its π_j M_j is. O(n).
 */

export interface Deterred {
  /** Σ π_j M_j over the others. */
  readonly expected: number;
  readonly deterred: boolean;
  /** The γ from which on the state would no longer be deterred: expected over M_i; infinite for a state without strength. */
  readonly threshold: number;
}

/**
 * For each state, whether the promise of the others deters it.
 * @param M strengths, in any unit
 * @param pi chance that each honors the promise, 0 to 1
 * @param gamma advantage of the offense, 1 for none
 * @throws {RangeError} where lengths differ, a strength is negative, a chance is none, or gamma not positive
 */
export function collectiveSecurity(M: readonly number[], pi: readonly number[], gamma: number): readonly Deterred[] {
  if (M.length !== pi.length) throw new RangeError(`${M.length} strengths and ${pi.length} chances`);
  if (!(gamma > 0)) throw new RangeError(`gamma ${gamma} is not more than 0`);
  const strength = M.find((value) => !(value >= 0 && value < Infinity));
  if (strength !== undefined) throw new RangeError(`strength ${strength} is not a number from 0 up`);
  const chance = pi.find((value) => !(value >= 0 && value <= 1));
  if (chance !== undefined) throw new RangeError(`chance ${chance} is not between 0 and 1`);
  return M.map((own, i) => {
    const expected = M.reduce((sum, value, j) => (j === i ? sum : sum + (pi[j] ?? 0) * value), 0);
    return { expected, deterred: gamma * own < expected, threshold: own === 0 ? Infinity : expected / own };
  });
}
