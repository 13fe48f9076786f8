import { expectedPositivePart } from '../../math/positive-part.ts';

/**
 * A member's net value of a treaty, year by year: V' = μ + ρ (V − μ) + σ ε, ε standard normal. ρ = 1 is a random walk.
 * In % of own GDP a year, or any unit of value a year.
 */
export interface ValueProcess {
  /** V this year. */
  readonly now: number;
  /** μ: the level it returns to. */
  readonly mean: number;
  /** ρ: share of a departure from it that is left after a year, 0 to 1. */
  readonly persistence: number;
  /** σ: standard deviation of a year's news. */
  readonly shock: number;
}

/** E[V], a number of whole years ahead. */
export function expectedValueIn({ now, mean, persistence }: ValueProcess, years: number): number {
  return mean + persistence ** years * (now - mean);
}

/** Standard deviation of V, a number of whole years ahead. */
export function spreadIn({ persistence, shock }: ValueProcess, years: number): number {
  const squared = persistence * persistence;
  return shock * Math.sqrt(squared === 1 ? years : (1 - squared ** years) / (1 - squared));
}

/** E[max(0, −V)], a number of whole years ahead: what being bound loses that year against standing outside. */
export function expectedLossIn(process: ValueProcess, years: number): number {
  return expectedPositivePart(-expectedValueIn(process, years), spreadIn(process, years));
}

/** Evenly spaced values with chances of going from each to each in a year; the expectation of a function over them. */
export interface ValueLattice {
  readonly values: Float64Array;
  /** Index of the value now. */
  readonly start: number;
  /** E[f(V') | V], node by node. */
  readonly expect: (f: Float64Array) => Float64Array;
  /** The chances a year on, from chances now. */
  readonly forward: (chances: Float64Array) => Float64Array;
}

/** Standard deviations the lattice reaches to either side. */
const REACH = 5;

/**
 * A lattice of V over some years. f is taken as linear between nodes and constant beyond the ends, and its expectation against the normal
 * distribution of V' is exact: with C(x) = E[max(0, V' − x)], the weight of a node is the second difference of C over the step (as Breeden and
 * Litzenberger 1978 get state prices from calls). Weights are never negative, so options keep their order; the error falls with the
 * square of the step.
 * @param points nodes, at least 3
 */
export function valueLattice(process: ValueProcess, years: number, points: number): ValueLattice {
  const { now, mean, persistence, shock } = process;
  const end = expectedValueIn(process, years);
  const spread = spreadIn(process, years);
  const low = Math.min(now, end) - REACH * spread;
  const high = Math.max(now, end) + REACH * spread;
  // Not so small that rounding swallows it, where next to nothing can happen.
  const step = Math.max((high - low) / (points - 2), 1e-9 * Math.max(1, Math.abs(now), Math.abs(mean)));
  const start = Math.min(points - 1, Math.ceil((now - low) / step));
  const values = Float64Array.from({ length: points }, (_, i) => now + (i - start) * step);

  // Each row holds only the nodes within reach of a year's news.
  const rows: { readonly from: number; readonly weights: Float64Array }[] = [];
  const origin = values[0] ?? 0;
  const half = (7 * shock) / step + 2;
  for (const value of values) {
    const center = mean + persistence * (value - mean);
    const at = (center - origin) / step;
    const from = Math.min(points - 1, Math.max(0, Math.floor(at - half)));
    const to = Math.max(from, Math.min(points - 1, Math.ceil(at + half)));
    const call = (i: number): number => expectedPositivePart(center - (origin + i * step), shock);
    const weights = new Float64Array(to - from + 1);
    let [before, here] = [call(from - 1), call(from)];
    let sum = 0;
    for (let i = from; i <= to; i++) {
      const after = call(i + 1);
      const left = i === 0 ? 1 : (before - here) / step;
      const right = i === points - 1 ? 0 : (here - after) / step;
      const weight = Math.max(0, left - right);
      weights[i - from] = weight;
      sum += weight;
      before = here;
      here = after;
    }
    // Rounding is large beside a step that is tiny beside the value.
    for (let k = 0; k < weights.length; k++) weights[k] = (weights[k] ?? 0) / sum;
    rows.push({ from, weights });
  }

  return {
    values,
    start,
    expect: (f) => {
      const expected = new Float64Array(points);
      for (let i = 0; i < points; i++) {
        const row = rows[i];
        if (row === undefined) continue;
        const { from, weights } = row;
        let sum = 0;
        for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (f[from + k] ?? 0);
        expected[i] = sum;
      }
      return expected;
    },
    forward: (chances) => {
      const next = new Float64Array(points);
      rows.forEach(({ from, weights }, i) => {
        const chance = chances[i] ?? 0;
        if (chance === 0) return;
        for (let k = 0; k < weights.length; k++) next[from + k] = (next[from + k] ?? 0) + chance * (weights[k] ?? 0);
      });
      return next;
    },
  };
}
