import { midranks } from './ranks.ts';

/** Wilcoxon's signed-rank test: whether differences are as often and as far above zero as below. */
export interface SignedRank {
  /** Sum of the ranks of the positive differences. */
  readonly statistic: number;
  /** Differences that are not zero; zeros are left out. */
  readonly n: number;
  /** Chance of a statistic this large or larger. */
  readonly pGreater: number;
  readonly pTwoSided: number;
  /** Over all 2ⁿ signs, counted by recursion, ties and all. */
  readonly method: 'exact';
}

/**
 * Wilcoxon (1945, Biometrics Bulletin 1), with the exact distribution given the midranks at hand.
 * @returns undefined where no difference is other than zero
 */
export function signedRank(differences: readonly number[]): SignedRank | undefined {
  const told = differences.filter((value) => value !== 0);
  if (told.length === 0) return undefined;
  // Twice the midranks are whole numbers.
  const ranks = midranks(told.map(Math.abs)).map((rank) => Math.round(2 * rank));
  const most = ranks.reduce((sum, rank) => sum + rank, 0);
  const chances = new Float64Array(most + 1);
  chances[0] = 1;
  let reach = 0;
  for (const rank of ranks) {
    reach += rank;
    for (let sum = reach; sum >= 0; sum--) chances[sum] = ((chances[sum] ?? 0) + (sum >= rank ? (chances[sum - rank] ?? 0) : 0)) / 2;
  }
  const observed = ranks.reduce((sum, rank, i) => sum + ((told[i] ?? 0) > 0 ? rank : 0), 0);
  const chanceFrom = (least: number): number => chances.slice(least).reduce((sum, chance) => sum + chance, 0);
  return {
    statistic: observed / 2,
    n: told.length,
    pGreater: chanceFrom(observed),
    // The distribution is symmetric about half its reach.
    pTwoSided: Math.min(1, 2 * chanceFrom(Math.max(observed, most - observed))),
    method: 'exact',
  };
}
