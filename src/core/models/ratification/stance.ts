import { thresholdOf } from './quota.ts';
import type { RatificationGate } from './gate.ts';
import type { Declared } from './weights.ts';

/** How support follows fairness, and what consent at home adds to a promise. Declared, with ranges. */
export const DECLARED_STANCE: Readonly<Record<'unfairness' | 'audience', Declared>> = {
  unfairness: {
    value: 0.2,
    low: 0,
    high: 0.5,
    basis: 'Declared: stance lost where the share of the burden is e = 2.7 times that of the benefit; surveys show the direction, none the size',
  },
  audience: {
    value: 0.3,
    low: 0,
    high: 1,
    basis:
      'Declared: by how much the price of a broken promise rises where all at home had to consent; Martin (2000) argues the direction, none has measured the size',
  },
};

/**
 * Stance after the bill: κ ln(burden share / benefit share) is lost where the burden is the larger share; a burden below the benefit leaves it.
 * @param burden share of the alliance's costs, above 0
 * @param benefit share of its benefits, above 0
 * @throws {RangeError} where a share is not positive
 */
export function stanceUnderBurden(stance: number, burden: number, benefit: number, unfairness = DECLARED_STANCE.unfairness.value): number {
  if (!(burden > 0) || !(benefit > 0)) throw new RangeError('shares of burden and benefit are positive numbers');
  return Math.max(-1, stance - unfairness * Math.max(0, Math.log(burden / benefit)));
}

/** Share of a body that must say yes; 0 for the executive that signs, a court, and a body that need only keep silent. */
function consentOf({ kind, negative, quota }: RatificationGate): number {
  if (kind === 'executive' || kind === 'court' || negative === true) return 0;
  const { numerator, denominator } = thresholdOf(quota?.share ?? '1/2+');
  return numerator / denominator;
}

/**
 * How hard the gates are, 0 (the executive alone) to 1 (all of a body): 1 − ∏(1 − share that must consent). A majority of one chamber is .5, of
 * two .75; two thirds of one .667.
 */
export function hardness(gates: readonly RatificationGate[]): number {
  return 1 - gates.reduce((product, gate) => product * (1 - consentOf(gate)), 1);
}

/**
 * The price of a broken promise, a, after its gates were passed: a (1 + ω · hardness). More who consented, more to whom an excuse is owed
 * (Fearon 1994, American Political Science Review 88; Martin 2000, Democratic Commitments).
 */
export function priceAfterRatification(price: number, gates: readonly RatificationGate[], audience = DECLARED_STANCE.audience.value): number {
  return price * (1 + audience * hardness(gates));
}
