/**
 * Concentration of capability in a system.
 *
 *   CON = sqrt( (Σ S_i² - 1/N) / (1 - 1/N) )
 *
 * with S_i the share of state i among the N states of the system: 0 where all are equal, 1 where one has everything. J. L. Ray and
 * J. D. Singer, "Measuring the Concentration of Power in the International System", Sociological Methods and Research 1 (1973),
 * 403-437. The field applies it to the major powers, S_i being CINC over the majors' sum. It is the coefficient of variation of the
 * shares over its largest value, and so the root of a normalized Herfindahl index. O(N).
 */

/**
 * @param capabilities of the states of the system, in any unit: shares are taken here
 * @returns between 0 and 1; NaN for fewer than two states or where all have nothing
 * @throws {RangeError} where a capability is negative or not finite
 */
export function concentration(capabilities: ArrayLike<number>): number {
  const N = capabilities.length;
  let total = 0;
  for (const value of Array.from(capabilities)) {
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`capability ${value} is not a number from 0 up`);
    total += value;
  }
  if (N < 2 || total === 0) return Number.NaN;
  // Σ (S_i - 1/N)² is Σ S_i² - 1/N without the cancellation that leaves equal shares a little off zero.
  let squares = 0;
  for (const value of Array.from(capabilities)) squares += (value / total - 1 / N) ** 2;
  return Math.min(1, Math.sqrt(squares / (1 - 1 / N)));
}
