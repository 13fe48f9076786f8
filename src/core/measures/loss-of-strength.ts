/**
 * What is left of a state's capability far from home.
 *
 *   L(c, d) = c ^ max(1, log10(d / m + 10 - e))
 *
 * c is a share of the system's capability, d miles, m the miles an army moves in a day, e the base of the natural logarithm. The idea
 * is K. Boulding's loss-of-strength gradient (Conflict and Defense, 1962); the form is B. Bueno de Mesquita's (The War Trap, 1981,
 * p. 105), which D. S. Bennett and A. Stam's EUGene computes (International Interactions 26, 2000, 179-204), with m = 250 miles a day
 * to 1918, 375 to 1945 and 500 after.
 *
 * The exponent is 1 at e days' march (d = e · m). Nearer the formula would give more than the capability at home; the floor at 1 is
 * ours. An exponent over a share takes more from small states than from great ones. c must be a share: at c > 1 distance would add.
 */

const KILOMETERS_PER_MILE = 1.609344;

/** Statute miles of a distance in kilometers. */
export const milesOf = (kilometers: number): number => kilometers / KILOMETERS_PER_MILE;

/** Miles moved in a day in a year. */
export function milesPerDay(year: number): number {
  if (year <= 1918) return 250;
  return year <= 1945 ? 375 : 500;
}

/**
 * Capability left at a distance, as a share like `c`.
 * @param c share of the system's capability, 0 to 1
 * @param d distance in miles
 * @param m miles a day, as of `milesPerDay`
 * @throws {RangeError} where c is no share, d negative or m not positive
 */
export function lossOfStrength(c: number, d: number, m: number): number {
  if (!(c >= 0 && c <= 1)) throw new RangeError(`capability ${c} is no share between 0 and 1`);
  if (!(d >= 0)) throw new RangeError(`distance ${d} is negative`);
  if (!(m > 0)) throw new RangeError(`${m} miles a day are not more than 0`);
  return c ** Math.max(1, Math.log10(d / m + 10 - Math.E));
}
