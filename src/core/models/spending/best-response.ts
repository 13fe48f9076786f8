import { ownEffect, type Spender } from './game.ts';

/**
 * What a member spends where others give it a security R without its own spending:
 *
 *     g = max(0, α y − (1 − α) R / ω)
 *
 * Exceeds its income where R ≤ −ω y: no budget buys what the threat requires.
 */
export function bestResponse(member: Spender, given: number): number {
  const { income, security_weight: alpha } = member;
  return Math.max(0, alpha * income - ((1 - alpha) * given) / ownEffect(member));
}
