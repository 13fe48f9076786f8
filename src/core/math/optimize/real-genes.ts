import type { Rng } from '../rng.ts';

/** Solutions that are real numbers within bounds. */
export interface RealGenes {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Distribution indices of crossover and mutation: the higher, the nearer children stay. 20 each in Deb and others (2002). */
  readonly etaCross?: number;
  readonly etaMutate?: number;
  /** Chance that one number is changed; 1 / their number unless given. */
  readonly rate?: number;
}

/** The operators of real-coded NSGA-II: simulated binary crossover (Deb and Agrawal 1995) and polynomial mutation (Deb and Goyal 1996). */
export function realGenes({ lower, upper, etaCross = 20, etaMutate = 20, rate = 1 / lower.length }: RealGenes): {
  readonly random: (rng: Rng) => readonly number[];
  readonly cross: (a: readonly number[], b: readonly number[], rng: Rng) => readonly [readonly number[], readonly number[]];
  readonly mutate: (x: readonly number[], rng: Rng) => readonly number[];
} {
  const within = (value: number, i: number): number => Math.min(upper[i] ?? value, Math.max(lower[i] ?? value, value));
  /** Spread factor toward a bound that is `beta` spreads away. */
  const spread = (u: number, beta: number): number => {
    const alpha = 2 - beta ** -(etaCross + 1);
    return u <= 1 / alpha ? (u * alpha) ** (1 / (etaCross + 1)) : (1 / (2 - u * alpha)) ** (1 / (etaCross + 1));
  };
  return {
    random: (rng) => lower.map((low, i) => low + rng.next() * ((upper[i] ?? low) - low)),
    cross: (a, b, rng) => {
      const [one, two] = [[...a], [...b]];
      for (let i = 0; i < a.length; i++) {
        const [x = 0, y = 0] = [a[i], b[i]];
        if (rng.next() >= 0.5 || Math.abs(x - y) < 1e-14) continue;
        const [small, large] = x < y ? [x, y] : [y, x];
        const [low, high] = [lower[i] ?? small, upper[i] ?? large];
        const u = rng.next();
        const wide = large - small;
        const down = 0.5 * (small + large - spread(u, 1 + (2 * (small - low)) / wide) * wide);
        const up = 0.5 * (small + large + spread(u, 1 + (2 * (high - large)) / wide) * wide);
        const swap = rng.next() < 0.5;
        one[i] = within(swap ? up : down, i);
        two[i] = within(swap ? down : up, i);
      }
      return [one, two];
    },
    mutate: (x, rng) =>
      x.map((value, i) => {
        if (rng.next() >= rate) return value;
        const [low, high] = [lower[i] ?? value, upper[i] ?? value];
        const u = rng.next();
        const power = 1 / (etaMutate + 1);
        const delta =
          u < 0.5
            ? (2 * u + (1 - 2 * u) * (1 - (value - low) / (high - low)) ** (etaMutate + 1)) ** power - 1
            : 1 - (2 * (1 - u) + (2 * u - 1) * (1 - (high - value) / (high - low)) ** (etaMutate + 1)) ** power;
        return within(value + delta * (high - low), i);
      }),
  };
}
