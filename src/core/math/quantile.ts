/**
 * A quantile of values in ascending order, linear between the order statistics (type 7 of Hyndman and Fan 1996, The American Statistician 50).
 * NaN where there are none.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const at = (n - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(n - 1, below + 1)] ?? Number.NaN;
  return low + (at - below) * (high - low);
}
