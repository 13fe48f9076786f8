/**
 * Blocs among the powers: how many poles the system has, and how tight they are.
 *
 * Poles: powers joined by defense pacts, directly or through a third, are one pole; a power outside every pact is a pole by itself.
 * `polarity` is the number of poles over the number there could be (the powers): 1 where none is bound, 1/N where all are in one bloc.
 * F. W. Wayman, "Bipolarity and War: The Role of Capability Concentration and Alliance Patterns among Major Powers, 1816-1965",
 * Journal of Peace Research 21 (1984), 61-78.
 *
 * Tightness: mean similarity of the members of a pole, averaged over the poles of two and more; `between` is the mean similarity
 * of powers of different poles: the lower, the more discrete the poles. B. Bueno de Mesquita, "Measuring Systemic Polarity", Journal
 * of Conflict Resolution 19 (1975), 187-216, where similarity is tau-b of alliance portfolios and poles are clusters of it; here the
 * poles are the pacts'. Without a similarity, the pacts themselves serve (1 where two are bound directly): tightness is then their
 * density inside the poles. O(N²).
 */
import { components } from './network/components.ts';
import { createGraph } from './network/graph.ts';

export interface Polarity {
  /** Members of each pole, by their index; in the order of their first member. */
  readonly poles: readonly (readonly number[])[];
  /** Poles over powers. */
  readonly polarity: number;
  /** NaN where no pole has two members. */
  readonly tightness: number;
  /** NaN where there is one pole only. */
  readonly between: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * @param n number of powers
 * @param bound whether two powers have a defense pact; either direction binds
 * @param similarity of two powers' foreign policies, symmetric; undefined values (NaN) are left out. The pacts where left out
 */
export function polarity(n: number, bound: (i: number, j: number) => boolean, similarity?: (i: number, j: number) => number): Polarity {
  const joined = (i: number, j: number): boolean => bound(i, j) || bound(j, i);
  const likeness = similarity ?? ((i: number, j: number): number => (joined(i, j) ? 1 : 0));
  const powers = Array.from({ length: n }, (_, i) => i);
  const pacts = powers.flatMap((i) => powers.filter((j) => i < j && joined(i, j)).map((j) => [i, j] as const));
  const { of: poleOf, sizes } = components(
    createGraph(
      n,
      pacts.map(([i]) => i),
      pacts.map(([, j]) => j),
    ),
  );
  const poles = sizes.map((_, pole) => powers.filter((i) => poleOf[i] === pole));
  const within = poles.map((): number[] => []);
  const between: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const value = likeness(i, j);
      if (Number.isNaN(value)) continue;
      const pole = poleOf[i] ?? 0;
      if (pole === poleOf[j]) within[pole]?.push(value);
      else between.push(value);
    }
  }
  return {
    poles,
    polarity: poles.length / n,
    tightness: mean(within.filter((values) => values.length > 0).map(mean)),
    between: mean(between),
  };
}
