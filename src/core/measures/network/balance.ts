/**
 * Structural balance of a signed network: friends of friends and enemies of enemies are friends. D. Cartwright and F. Harary,
 * "Structural Balance: A Generalization of Heider's Theory", Psychological Review 63 (1956), 277-293: a triad is balanced if the
 * product of its signs is positive, and a network all of whose triads are balanced falls into two camps (one may be empty), where
 * everybody has a relation to everybody. Under the weaker rule of J. A. Davis, "Clustering and Structural Balance in Graphs",
 * Human Relations 20 (1967), 181-187, three mutual enemies are no strain either: any number of camps.
 *
 * Only triads with all three relations count. Pairs with both signs (allies who are rivals) have no sign and are counted apart.
 * O(n³) at worst; a triad is found from its tied pairs.
 */
export interface Balance {
  /** Triads by their number of negative relations. */
  readonly triads: readonly [none: number, one: number, two: number, three: number];
  /** Triads of either balanced kind (no or two negative relations) over all; NaN where there is none. */
  readonly balanced: number;
  /** ... three negative relations counted too. */
  readonly weaklyBalanced: number;
  readonly positive: number;
  readonly negative: number;
  /** Pairs with both signs. */
  readonly ambivalent: number;
}

/** @param positive,negative square and symmetric, row by row: above 0 where the relation holds */
export function structuralBalance(size: number, positive: Uint8Array, negative: Uint8Array): Balance {
  const signs = new Int8Array(size * size);
  const counts = { positive: 0, negative: 0, ambivalent: 0 };
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const plus = (positive[i * size + j] ?? 0) > 0;
      const minus = (negative[i * size + j] ?? 0) > 0;
      if (plus && minus) counts.ambivalent += 1;
      else if (plus) counts.positive += 1;
      else if (minus) counts.negative += 1;
      if (plus !== minus) signs[i * size + j] = plus ? 1 : -1;
    }
  }
  const triads: [number, number, number, number] = [0, 0, 0, 0];
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const first = signs[i * size + j] ?? 0;
      if (first === 0) continue;
      for (let k = j + 1; k < size; k++) {
        const second = signs[i * size + k] ?? 0;
        const third = signs[j * size + k] ?? 0;
        if (second === 0 || third === 0) continue;
        const enemies = (3 - first - second - third) / 2;
        if (enemies === 0 || enemies === 1 || enemies === 2 || enemies === 3) triads[enemies] += 1;
      }
    }
  }
  const [none, one, two, three] = triads;
  const all = none + one + two + three;
  return { triads, balanced: (none + two) / all, weaklyBalanced: (none + two + three) / all, ...counts };
}
