/**
 * Which networks of alliances keep the peace, and last.
 *
 * Countries have strengths M_i; allies may attack together, and defend each other. In network g a country i is vulnerable where some
 * clique C of g (countries all allied to each other; one alone is a clique), i not in it, beats i and those of i's allies
 * that are not in C:
 *
 *   M(C) > γ M({i} ∪ N_i(g) \ C)
 *
 * γ is the advantage of the defense. g is war-stable where
 *   S1  no country is vulnerable in g,
 *   S2  no country is vulnerable in g + jk, for any two countries j, k not allied in g, and
 *   S3  both j and k are vulnerable in g - jk, for any two allied in g: an alliance has some small cost, so that each keeps only those it needs.
 * M. O. Jackson and S. Nei, "Networks of Military Alliances, Wars, and International Trade", Proceedings of the National Academy of
 * Sciences 112 (2015), 15277-15284 (arXiv:1405.6400).
 *
 * This is their model without trade, with one γ for all and the spoils worth more than any alliance, so that whoever can win attacks. Their
 * theorem: no network but the empty one is war-stable, and the empty one is if and only if γ is at least (M_1 + M_2) / M_n for the two strongest
 * and the weakest other; among equals, γ ≥ 2. Trade changes both the will to attack an ally and the will to keep one: it is not in here.
 *
 * Coalitions are enumerated: O(2ⁿ n) for a network, times n² for its neighbors; all networks of n countries are 2^(n(n-1)/2).
 */

export const WAR_STABILITY_MAX_COUNTRIES = 16;
/** All networks are gone through up to this number of countries: 32,768 of them. */
export const WAR_STABILITY_MAX_ENUMERATED = 6;

/** Bits of the allies of each country. */
type Network = Uint32Array;

export interface WarStability {
  readonly stable: boolean;
  /** S1 fails: countries that a clique can beat. */
  readonly vulnerable: readonly number[];
  /** S2 fails: alliances that would make a country vulnerable. */
  readonly temptations: readonly (readonly [number, number])[];
  /** S3 fails: alliances that one of the two can drop and be no worse off. */
  readonly idle: readonly (readonly [number, number])[];
}

/** Strengths of all coalitions, by their bits. */
function coalitionStrengths(M: readonly number[]): Float64Array {
  const total = new Float64Array(2 ** M.length);
  for (let C = 1; C < total.length; C++) {
    const i = 31 - Math.clz32(C);
    total[C] = (total[C ^ (1 << i)] ?? 0) + (M[i] ?? 0);
  }
  return total;
}

/** Bits of the countries that some clique can beat. */
function vulnerableIn(g: Network, strength: Float64Array, gamma: number): number {
  const n = g.length;
  const clique = new Uint8Array(strength.length);
  clique[0] = 1;
  let vulnerable = 0;
  for (let C = 1; C < strength.length; C++) {
    const top = 31 - Math.clz32(C);
    const rest = C ^ (1 << top);
    if (clique[rest] === 0 || (rest & (g[top] ?? 0)) !== rest) continue;
    clique[C] = 1;
    for (let i = 0; i < n; i++) {
      if ((C >> i) & 1) continue;
      const defenders = (1 << i) | ((g[i] ?? 0) & ~C);
      if ((strength[C] ?? 0) > gamma * (strength[defenders] ?? 0)) vulnerable |= 1 << i;
    }
  }
  return vulnerable;
}

function checked(M: readonly number[], gamma: number, most: number): void {
  if (M.length === 0 || M.length > most) throw new RangeError(`${M.length} countries: between 1 and ${most} can be gone through`);
  const faulty = M.find((value) => !(value > 0 && value < Infinity));
  if (faulty !== undefined) throw new RangeError(`strength ${faulty} is not more than 0`);
  if (!(gamma > 0)) throw new RangeError(`gamma ${gamma} is not more than 0`);
}

const pairsOf = (n: number): [number, number][] =>
  Array.from({ length: n }, (_, j) => j).flatMap((j) => Array.from({ length: n - j - 1 }, (_, k): [number, number] => [j, j + 1 + k]));

const indices = (bits: number): number[] => Array.from({ length: 32 }, (_, i) => i).filter((i) => (bits >>> i) & 1);

/** The network with one alliance made, or unmade. */
function toggled(g: Network, [j, k]: readonly [number, number]): Network {
  const other = g.slice();
  other[j] = (g[j] ?? 0) ^ (1 << k);
  other[k] = (g[k] ?? 0) ^ (1 << j);
  return other;
}

/**
 * Whether a network is war-stable, and what is wrong where it is not.
 * @param M strengths, in any unit
 * @param alliances pairs of indices
 * @param gamma advantage of the defense
 * @throws {RangeError} for no or over 16 countries, or a strength, pair or gamma that is none
 */
export function warStability(M: readonly number[], alliances: readonly (readonly [number, number])[], gamma: number): WarStability {
  checked(M, gamma, WAR_STABILITY_MAX_COUNTRIES);
  const n = M.length;
  let g: Network = new Uint32Array(n);
  for (const [j, k] of alliances) {
    if (j === k || M[j] === undefined || M[k] === undefined) throw new RangeError(`${j} and ${k} are not two of the ${n} countries`);
    if (((g[j] ?? 0) & (1 << k)) === 0) g = toggled(g, [j, k]);
  }
  const strength = coalitionStrengths(M);
  const vulnerable = vulnerableIn(g, strength, gamma);
  const temptations: [number, number][] = [];
  const idle: [number, number][] = [];
  for (const pair of pairsOf(n)) {
    const [j, k] = pair;
    const exposed = vulnerableIn(toggled(g, pair), strength, gamma);
    const needed = ((exposed >> j) & (exposed >> k) & 1) === 1;
    if ((((g[j] ?? 0) >> k) & 1) === 0) {
      if (exposed !== 0) temptations.push(pair);
    } else if (!needed) idle.push(pair);
  }
  return { stable: vulnerable === 0 && temptations.length === 0 && idle.length === 0, vulnerable: indices(vulnerable), temptations, idle };
}

/**
 * Every war-stable network among countries of these strengths, each as its alliances.
 * @throws {RangeError} for no or over 6 countries, or a strength or gamma that is none
 */
export function warStableNetworks(M: readonly number[], gamma: number): readonly (readonly (readonly [number, number])[])[] {
  checked(M, gamma, WAR_STABILITY_MAX_ENUMERATED);
  const pairs = pairsOf(M.length);
  const strength = coalitionStrengths(M);
  /** Bits of the vulnerable in each network; bit b of its number says whether pair b is allied. */
  const vulnerable = new Uint8Array(2 ** pairs.length);
  for (let number = 0; number < vulnerable.length; number++) {
    const g = new Uint32Array(M.length);
    pairs.forEach(([j, k], bit) => {
      if (((number >> bit) & 1) === 0) return;
      g[j] = (g[j] ?? 0) | (1 << k);
      g[k] = (g[k] ?? 0) | (1 << j);
    });
    vulnerable[number] = vulnerableIn(g, strength, gamma);
  }
  const stable: [number, number][][] = [];
  for (let number = 0; number < vulnerable.length; number++) {
    if (vulnerable[number] !== 0) continue;
    const holds = pairs.every(([j, k], bit) => {
      const exposed = vulnerable[number ^ (1 << bit)] ?? 0;
      return ((number >> bit) & 1) === 0 ? exposed === 0 : ((exposed >> j) & (exposed >> k) & 1) === 1;
    });
    if (holds) stable.push(pairs.filter((_, bit) => (number >> bit) & 1));
  }
  return stable;
}
