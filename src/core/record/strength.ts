import { lossOfStrength, milesOf, milesPerDay } from '../measures/loss-of-strength.ts';
import type { YearOfStates } from './state-years.ts';

/**
 * What is left of each state's CINC at the capital of each other (`lossOfStrength`), of a year of n states: of state `i` at the
 * capital of state `j`, at `i * n + j`; at its own all of it.
 */
export function strengthsAt({ year, codes: { length: n }, cinc, capitalKm }: YearOfStates): Float64Array {
  const march = milesPerDay(year);
  const strengths = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const own = cinc[i] ?? 0;
    for (let j = 0; j < n; j++) strengths[i * n + j] = i === j ? own : lossOfStrength(own, milesOf(capitalKm[i * n + j] ?? 0), march);
  }
  return strengths;
}

/** A challenger's chance to win: its share in the strength of both sides (m = 1); ½ where neither has any. */
export function winChance(challenge: number, defense: number): number {
  const sum = challenge + defense;
  return sum > 0 ? challenge / sum : 0.5;
}
