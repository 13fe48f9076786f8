/** A part of a state's forces that can act so many days after the order. */
export interface ReadinessTier {
  /** Of the state's forces, 0 to 1; the tiers sum to at most 1. */
  readonly share: number;
  /** From the order to arrival where they are needed. */
  readonly days: number;
}

/** Share of the forces in place by a day after the order. */
export function readyBy(tiers: readonly ReadinessTier[], day: number): number {
  return tiers.reduce((sum, { share, days }) => sum + (days <= day ? share : 0), 0);
}

/**
 * ρ: the share of a state's forces that counts. What arrives after the fait accompli must take back what is lost, and counts 1/γ.
 * @param window days from the first warning to the fait accompli
 * @param delay days from the warning to the order: a decision, a mobilization
 * @param gamma γ; 3 is the planner's rule of three to one for the attack (declared)
 */
export function effectiveShare(tiers: readonly ReadinessTier[], window: number, delay: number, gamma = 3): number {
  const before = readyBy(tiers, window - delay);
  const all = readyBy(tiers, Infinity);
  return before + (all - before) / gamma;
}
