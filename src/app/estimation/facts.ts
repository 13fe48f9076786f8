import type { Rate } from '../../core/estimate/rate.ts';
import type { Fact } from './section.ts';

/** The 97.5th percentile of the standard normal: ends of a 95 % interval. */
export const Z95 = 1.959_963_984_540_054;

/** A rate or share with its interval, where there is one. */
export function rateFact(id: string, words: string, { value, low, high, n, events }: Rate, rest: Partial<Fact> = {}): Fact {
  return { id, words, value, ...(Number.isFinite(low) && { low, high }), n, events, ...rest };
}

/** An estimate with its 95 % interval (normal). @param scale what the estimate and its ends are put through: exp for a ratio */
export function estimateFact(
  id: string,
  words: string,
  { estimate, se }: { readonly estimate: number; readonly se: number },
  rest: Partial<Fact> = {},
  scale: (value: number) => number = (value) => value,
): Fact {
  return { id, words, value: scale(estimate), low: scale(estimate - Z95 * se), high: scale(estimate + Z95 * se), ...rest };
}
