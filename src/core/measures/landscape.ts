/**
 * Landscape theory of aggregation: which of two camps each actor ends in, where everybody moves, one at a time, away from those it
 * dislikes and toward those it likes.
 *
 *   F_i(X) = Σ_{j ≠ i} s_j p_ij d_ij(X)      frustration of i in configuration X
 *   E(X)   = Σ_i s_i F_i(X)                  energy of X: each pair counts twice
 *
 * s size, p symmetric propensity to work together (negative: to oppose), d_ij 0 where i and j are in one camp, 1 where they are not.
 * With symmetric propensities a move that lowers an actor's frustration lowers the energy, so alignments run down to a local minimum:
 * a configuration that no single actor's change of camp would lower. R. Axelrod and D. S. Bennett, "A Landscape Theory of Aggregation",
 * British Journal of Political Science 23 (1993), 211-233, pp. 214-218.
 *
 * All 2^(n-1) configurations of two camps are computed, in the order of a Gray code, so that each costs the O(n) of one change. The basin
 * of a minimum is the share of configurations from which steepest descent (each time the change that lowers the energy most; among equal
 * ones the first actor's) leads there. Propensities within a camp and the size of one's own camp cost nothing: the theory has no
 * notion of enough.
 */

/** Configurations are enumerated up to this number of actors: 2 million of them. */
export const LANDSCAPE_MAX_ACTORS = 22;

export interface LandscapeMinimum {
  /** Actors of the two camps, by index; the first camp is that of actor 0. */
  readonly camps: readonly [first: readonly number[], second: readonly number[]];
  readonly energy: number;
  /** Share of all configurations that steepest descent leads here. */
  readonly basin: number;
  /** Whether every change of camp would raise the energy; where not, a neighbor is as low. */
  readonly strict: boolean;
}

export interface Landscape {
  /** From the lowest. */
  readonly minima: readonly LandscapeMinimum[];
  readonly configurations: number;
  readonly highest: number;
}

/** Energy of one configuration: `second[i]` says whether actor i is in the second camp. */
export function energyOf(s: readonly number[], p: (i: number, j: number) => number, second: readonly boolean[]): number {
  let energy = 0;
  s.forEach((size, i) => {
    s.forEach((other, j) => {
      if (i !== j && second[i] !== second[j]) energy += size * other * p(i, j);
    });
  });
  return energy;
}

/** Symmetric s_i s_j p_ij, row by row. @throws {RangeError} for sizes or propensities that are none */
function weightsOf(s: readonly number[], p: (i: number, j: number) => number): Float64Array {
  const n = s.length;
  const size = s.find((value) => !(value >= 0 && value < Infinity));
  if (size !== undefined) throw new RangeError(`size ${size} is not a number from 0 up`);
  const w = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const value = p(i, j);
      if (!Number.isFinite(value)) throw new RangeError(`the propensity of actors ${i} and ${j} is ${value}`);
      if (value !== p(j, i)) throw new RangeError(`the propensity of actors ${i} and ${j} is ${value} one way and ${p(j, i)} the other; it must be symmetric`);
      w[i * n + j] = (s[i] ?? 0) * (s[j] ?? 0) * value;
    }
  }
  return w;
}

/** Energies of all configurations; bit i - 1 of the index says whether actor i is in the second camp, actor 0 being in the first. */
function energies(w: Float64Array, n: number): Float64Array {
  const E = new Float64Array(2 ** (n - 1));
  /** +1 in the first camp, -1 in the second. */
  const side = new Int8Array(n).fill(1);
  let code = 0;
  let energy = 0;
  for (let step = 1; step < E.length; step++) {
    const i = 32 - Math.clz32(step & -step);
    // Those on i's own side will be across from it, and the other way about; each pair counts twice.
    let change = 0;
    for (let j = 0; j < n; j++) change += (w[i * n + j] ?? 0) * (side[j] ?? 0);
    energy += 2 * change * (side[i] ?? 0);
    side[i] = -(side[i] ?? 0);
    code ^= 1 << (i - 1);
    E[code] = energy;
  }
  return E;
}

/**
 * Every local minimum of the landscape, with its basin.
 * @param s sizes of the actors
 * @param p propensity of two actors by their indices, symmetric
 * @throws {RangeError} for fewer than 2 or over 22 actors, or inputs that are not as said
 */
export function landscape(s: readonly number[], p: (i: number, j: number) => number): Landscape {
  const n = s.length;
  if (n < 2 || n > LANDSCAPE_MAX_ACTORS) throw new RangeError(`${n} actors: between 2 and ${LANDSCAPE_MAX_ACTORS} can be searched through`);
  const w = weightsOf(s, p);
  const E = energies(w, n);
  const everyone = E.length - 1;
  /** Differences of energies below this are rounding: a sum over the pairs, kept up over many steps. */
  const tolerance = 1e-10 * w.reduce((sum, value) => sum + Math.abs(value), 0);
  /** The change of actor 0 is that of all others. */
  const neighbor = (X: number, i: number): number => (i === 0 ? X ^ everyone : X ^ (1 << (i - 1)));

  const next = new Int32Array(E.length);
  const strict = new Uint8Array(E.length);
  let highest = -Infinity;
  for (let X = 0; X < E.length; X++) {
    const here = E[X] ?? 0;
    highest = Math.max(highest, here);
    let lowest = here - tolerance;
    let to = X;
    let level = 0;
    for (let i = 0; i < n; i++) {
      const Y = neighbor(X, i);
      const there = E[Y] ?? 0;
      if (Math.abs(there - here) <= tolerance) level += 1;
      if (there < lowest) {
        lowest = there;
        to = Y;
      }
    }
    next[X] = to;
    strict[X] = level === 0 ? 1 : 0;
  }

  const basins = basinsOf(next);
  const minima = [...basins].map(([X, size]): LandscapeMinimum => {
    const second = s.map((_, i) => i > 0 && ((X >> (i - 1)) & 1) === 1);
    const members = (camp: boolean): number[] => second.flatMap((is, i) => (is === camp ? [i] : []));
    return { camps: [members(false), members(true)], energy: energyOf(s, p, second), basin: size / E.length, strict: strict[X] === 1 };
  });
  return { minima: minima.toSorted((a, b) => a.energy - b.energy || b.basin - a.basin), configurations: E.length, highest };
}

/** Where each chain of steps ends, and how many configurations end there. */
function basinsOf(next: Int32Array): Map<number, number> {
  const end = new Int32Array(next.length).fill(-1);
  const sizes = new Map<number, number>();
  const path: number[] = [];
  for (let start = 0; start < next.length; start++) {
    let X = start;
    path.length = 0;
    while (end[X] === -1 && next[X] !== X) {
      path.push(X);
      X = next[X] ?? X;
    }
    const bottom = end[X] === -1 ? X : (end[X] ?? X);
    end[X] = bottom;
    for (const passed of path) end[passed] = bottom;
    sizes.set(bottom, (sizes.get(bottom) ?? 0) + 1);
  }
  return sizes;
}
