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

/** Groups joined directly or through others, in the order of their first member. */
function components(n: number, joined: (i: number, j: number) => boolean): number[][] {
  const groups: number[][] = [];
  const seen = new Uint8Array(n);
  for (let first = 0; first < n; first++) {
    if (seen[first] === 1) continue;
    const group = [first];
    seen[first] = 1;
    for (const i of group) {
      for (let j = 0; j < n; j++) {
        if (seen[j] === 1 || !joined(i, j)) continue;
        seen[j] = 1;
        group.push(j);
      }
    }
    groups.push(group.toSorted((a, b) => a - b));
  }
  return groups;
}

/**
 * @param n number of powers
 * @param bound whether two powers have a defense pact; either direction binds
 * @param similarity of two powers' foreign policies, symmetric; undefined values (NaN) are left out. The pacts where left out
 */
export function polarity(n: number, bound: (i: number, j: number) => boolean, similarity?: (i: number, j: number) => number): Polarity {
  const joined = (i: number, j: number): boolean => bound(i, j) || bound(j, i);
  const likeness = similarity ?? ((i: number, j: number): number => (joined(i, j) ? 1 : 0));
  const poles = components(n, joined);
  const poleOf = new Int32Array(n);
  poles.forEach((members, pole) => members.forEach((i) => poleOf.set([pole], i)));
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
