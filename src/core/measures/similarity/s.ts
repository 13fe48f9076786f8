/**
 * S, similarity of foreign policy positions. C. S. Signorino and J. M. Ritter, "Tau-b or Not Tau-b: Measuring the Similarity of
 * Foreign Policy Positions", International Studies Quarterly 43 (1999), 115-144, with one policy dimension:
 *
 *     S = 1 - 2 · Σ w_k · |a_k - b_k| / (Δ · Σ w_k)
 *
 * over the entries k of two portfolios; Δ is the greatest distance the scale allows. 1 where they are alike, -1 where they lie as
 * far apart as can be. With squared distances (Häge 2011) the numerator holds (a_k - b_k)², and Δ is squared too.
 *
 * Assumes a scale whose steps are of equal size, and counts common absence of ties as agreement. O(n).
 */
export interface SOptions {
  /** Of the entries: capabilities of the states they concern, say. All 1 unless given. */
  readonly weights?: ArrayLike<number>;
  /** Difference between the ends of the scale; 3 unless given, for pledges coded 0 to 3. */
  readonly range?: number;
  readonly distance?: 'linear' | 'squared';
}

/**
 * S of two portfolios; NaN where all weights are zero.
 * @throws {RangeError} where the portfolios or the weights differ in length
 */
export function sScore(a: ArrayLike<number>, b: ArrayLike<number>, { weights, range = 3, distance = 'linear' }: SOptions = {}): number {
  if (a.length !== b.length) throw new RangeError(`portfolios of ${a.length} and ${b.length} entries cannot be compared`);
  if (weights !== undefined && weights.length !== a.length) throw new RangeError(`${weights.length} weights for portfolios of ${a.length} entries`);
  let apart = 0;
  let total = 0;
  for (let k = 0; k < a.length; k++) {
    const difference = Math.abs((a[k] ?? 0) - (b[k] ?? 0));
    const weight = weights?.[k] ?? 1;
    apart += weight * (distance === 'linear' ? difference : difference * difference);
    total += weight;
  }
  return 1 - (2 * apart) / ((distance === 'linear' ? range : range * range) * total);
}
