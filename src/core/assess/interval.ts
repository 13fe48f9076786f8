import { quantile } from '../math/quantile.ts';
import type { Interval } from './assessment.ts';

/** A number with the ends of its 90 % and 50 % ranges over the draws; those in which it has none are left out. */
export function intervalOf(value: number, drawn: Float64Array | undefined): Interval {
  const sorted = drawn?.filter((one) => !Number.isNaN(one)).sort();
  if (sorted === undefined || sorted.length === 0) return { value };
  return { value, low: quantile(sorted, 0.05), high: quantile(sorted, 0.95), half: [quantile(sorted, 0.25), quantile(sorted, 0.75)] };
}
