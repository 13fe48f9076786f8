import type { Rng } from '../math/rng.ts';

/**
 * The fold of each row, from 0 to k - 1, where rows of a group stand in one fold: groups are shuffled and dealt in turn, so that folds
 * have about as many groups each.
 * @param groups the group of each row, any whole number
 * @throws {RangeError} where there are fewer groups than folds
 */
export function foldsOf(groups: ArrayLike<number>, k: number, rng: Rng): Int32Array {
  const distinct = [...new Set(Array.from(groups))].sort((a, b) => a - b);
  if (!Number.isInteger(k) || k < 2 || distinct.length < k) throw new RangeError(`${distinct.length} groups make no ${k} folds`);
  for (let at = distinct.length - 1; at > 0; at--) {
    const other = rng.int(at + 1);
    [distinct[at], distinct[other]] = [distinct[other] ?? 0, distinct[at] ?? 0];
  }
  const foldOf = new Map(distinct.map((group, index) => [group, index % k]));
  return Int32Array.from(groups, (group) => foldOf.get(group) ?? 0);
}
