import { sharesOf } from './exploitation.ts';

/** Something that counts in an index, with the weights somebody might give it. */
export interface IndexComponent {
  readonly name: string;
  /** One for each member, 0 or more: cash, in kind, host-nation support, troops, access, aid ... */
  readonly values: readonly number[];
  readonly weight: { readonly value: number; readonly low: number; readonly high: number };
}

/** A member's place in an index. */
export interface IndexRank {
  /** Weighted mean of its shares in each component. */
  readonly index: number;
  /** From 1 for the largest; members that tie share the better rank. */
  readonly rank: number;
  /** Best and worst rank that weights within their ranges reach, among the corner weights tried. */
  readonly reached: readonly [best: number, worst: number];
  /** No weights within their ranges give a rank outside. Where it equals `reached`, both are exact. */
  readonly bounds: readonly [best: number, worst: number];
}

/** An index, and how far its ranks hang on its weights. */
export interface WeightedIndex {
  readonly members: readonly IndexRank[];
  /** Central weights, made to add up to 1. */
  readonly weights: readonly number[];
  readonly method: 'corner weights';
  readonly converged: boolean;
  /** Weights tried. */
  readonly iterations: number;
  readonly warnings: readonly string[];
}

/**
 * An index of weighted shares, and the interval of each rank as the weights move. One member is ahead of another under some weights if
 * and only if it is at the weights, within ranges and adding up to 1, that favor it most: a fractional knapsack. Those corners give the
 * bounds pair by pair, and the ranks at them are reached.
 * @throws {RangeError} for components of other lengths or without any value, or ranges of weights in which none add up to 1
 */
export function weightedIndex(components: readonly IndexComponent[]): WeightedIndex {
  const n = components[0]?.values.length ?? 0;
  if (n === 0 || components.some(({ values }) => values.length !== n)) throw new RangeError('an index needs components with one value for each member');
  const shares = components.map(({ name, values }) => sharesOf(values, name));
  const central = sharesOf(
    components.map(({ weight }) => weight.value),
    'weights',
  );
  const low = components.map(({ weight }) => weight.low);
  const high = components.map(({ weight }) => weight.high);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  if (low.some((value, k) => !(value >= 0 && value <= (high[k] ?? 0))) || sum(low) > 1 + 1e-12 || sum(high) < 1 - 1e-12) {
    throw new RangeError('ranges of weights must hold some that add up to 1');
  }

  const indexAt = (weights: readonly number[]): number[] =>
    Array.from({ length: n }, (_, i) => weights.reduce((total, weight, k) => total + weight * (shares[k]?.[i] ?? 0), 0));
  const ranksOf = (index: readonly number[]): number[] => index.map((value) => 1 + index.filter((other) => other > value + 1e-12).length);
  /** Weights that put i ahead of j as far as can be. */
  const favoring = (i: number, j: number): number[] => {
    const weights = [...low];
    let left = 1 - sum(low);
    const edge = (k: number): number => (shares[k]?.[i] ?? 0) - (shares[k]?.[j] ?? 0);
    for (const k of components.map((_, at) => at).sort((a, b) => edge(b) - edge(a))) {
      const more = Math.min(left, (high[k] ?? 0) - (low[k] ?? 0));
      weights[k] = (weights[k] ?? 0) + more;
      left -= more;
    }
    return weights;
  };

  const isWithin = central.every((weight, k) => weight >= (low[k] ?? 0) - 1e-12 && weight <= (high[k] ?? 0) + 1e-12);
  const index = indexAt(central);
  const ranks = ranksOf(index);
  const best = isWithin ? [...ranks] : ranks.map(() => n);
  const worst = isWithin ? [...ranks] : ranks.map(() => 1);
  const alwaysBehind = new Array<number>(n).fill(0);
  const everBehind = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const at = indexAt(favoring(i, j));
      ranksOf(at).forEach((rank, member) => {
        best[member] = Math.min(best[member] ?? n, rank);
        worst[member] = Math.max(worst[member] ?? 1, rank);
      });
      const edge = (at[i] ?? 0) - (at[j] ?? 0);
      if (edge < -1e-12) alwaysBehind[i] = (alwaysBehind[i] ?? 0) + 1;
      if (edge > 1e-12) everBehind[j] = (everBehind[j] ?? 0) + 1;
    }
  }
  return {
    members: index.map((value, i) => ({
      index: value,
      rank: ranks[i] ?? 1,
      reached: [best[i] ?? 1, worst[i] ?? n],
      bounds: [1 + (alwaysBehind[i] ?? 0), 1 + (everBehind[i] ?? 0)],
    })),
    weights: central,
    method: 'corner weights',
    converged: true,
    iterations: n * (n - 1) + 1,
    warnings: isWithin ? [] : ['Made to add up to 1, the central weights leave their ranges.'],
  };
}
