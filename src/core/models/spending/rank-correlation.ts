import { createRng } from '../../math/rng.ts';
import { tauB } from '../../measures/similarity/tau-b.ts';
import { midranks } from './ranks.ts';

/** A rank correlation, with the chance of one as large where the order of the one says nothing about the other. */
export interface RankCorrelation {
  readonly coefficient: number;
  /** One-sided: chance of a coefficient this large or larger. */
  readonly pGreater: number;
  /** Chance of one this far from zero, either way. */
  readonly pTwoSided: number;
  /** Exact: over all orders. Permutation: over a seeded sample of them, the observed one counted among them. */
  readonly method: 'exact' | 'permutation';
  /** Orders looked at; for Kendall without ties all n! are counted by recursion. */
  readonly iterations: number;
}

/** Most members whose n! orders are gone through one by one. */
const EXACT_ORDERS = 9;
const SAMPLE = 9999;

/**
 * Spearman's ρ: the correlation of midranks.
 * @returns undefined for fewer than three pairs, or where one side is all alike
 * @throws {RangeError} for sides of unequal length
 */
export function spearman(x: readonly number[], y: readonly number[], seed: number | string = 1): RankCorrelation | undefined {
  if (!isComparable(x, y)) return undefined;
  const [a, b] = [centered(midranks(x)), centered(midranks(y))];
  const norm = Math.sqrt(dot(a, a) * dot(b, b));
  return { coefficient: dot(a, b) / norm, ...overOrders(b, (order) => dot(a, order), 1e-9 * norm, seed) };
}

/**
 * Kendall's τ_b. Its distribution without ties is exact at any size, counted as inversions (Kendall 1938).
 * @returns undefined for fewer than three pairs, or where one side is all alike
 * @throws {RangeError} for sides of unequal length
 */
export function kendall(x: readonly number[], y: readonly number[], seed: number | string = 1): RankCorrelation | undefined {
  if (!isComparable(x, y)) return undefined;
  const [a, b] = [midranks(x), midranks(y)];
  const coefficient = tauB(a, b);
  const n = a.length;
  if (new Set(a).size < n || new Set(b).size < n) return { coefficient, ...overOrders(b, (order) => concordance(a, order), 0.5, seed) };
  const pairs = (n * (n - 1)) / 2;
  const chances = inversionChances(n);
  const score = concordance(a, b);
  const atMost = (inversions: number): number => chances.slice(0, inversions + 1).reduce((sum, chance) => sum + chance, 0);
  return {
    coefficient,
    pGreater: atMost((pairs - score) / 2),
    pTwoSided: Math.min(1, 2 * atMost((pairs - Math.abs(score)) / 2)),
    method: 'exact',
    iterations: n,
  };
}

function isComparable(x: readonly number[], y: readonly number[]): boolean {
  if (x.length !== y.length) throw new RangeError('a rank correlation needs two values of each');
  return x.length >= 3 && new Set(x).size > 1 && new Set(y).size > 1;
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

function centered(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/** Pairs ordered alike less pairs ordered the other way. */
function concordance(a: readonly number[], b: readonly number[]): number {
  let score = 0;
  for (let i = 1; i < a.length; i++) {
    for (let j = 0; j < i; j++) score += Math.sign((a[i] ?? 0) - (a[j] ?? 0)) * Math.sign((b[i] ?? 0) - (b[j] ?? 0));
  }
  return score;
}

/** Chance of each number of inversions in a random order of n. */
function inversionChances(n: number): number[] {
  let chances = [1];
  for (let k = 2; k <= n; k++) {
    const next = new Array<number>(chances.length + k - 1).fill(0);
    chances.forEach((chance, inversions) => {
      for (let more = 0; more < k; more++) next[inversions + more] = (next[inversions + more] ?? 0) + chance / k;
    });
    chances = next;
  }
  return chances;
}

/** Tail chances of a statistic, symmetric about zero, over orders of one side. */
function overOrders(
  values: readonly number[],
  statistic: (order: readonly number[]) => number,
  tolerance: number,
  seed: number | string,
): Omit<RankCorrelation, 'coefficient'> {
  const observed = statistic(values);
  const order = [...values];
  let greater = 0;
  let beyond = 0;
  let iterations = 0;
  const count = (): void => {
    const value = statistic(order);
    iterations++;
    if (value >= observed - tolerance) greater++;
    if (Math.abs(value) >= Math.abs(observed) - tolerance) beyond++;
  };
  const swap = (i: number, j: number): void => {
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  };
  if (values.length <= EXACT_ORDERS) {
    // Heap's algorithm.
    const permute = (k: number): void => {
      if (k <= 1) return count();
      for (let i = 0; i < k; i++) {
        permute(k - 1);
        if (i < k - 1) swap(k % 2 === 0 ? i : 0, k - 1);
      }
    };
    permute(order.length);
    return { pGreater: greater / iterations, pTwoSided: beyond / iterations, method: 'exact', iterations };
  }
  const rng = createRng(seed, 'orders');
  count();
  for (let draw = 0; draw < SAMPLE; draw++) {
    for (let i = order.length - 1; i > 0; i--) swap(i, rng.int(i + 1));
    count();
  }
  return { pGreater: greater / iterations, pTwoSided: beyond / iterations, method: 'permutation', iterations };
}
