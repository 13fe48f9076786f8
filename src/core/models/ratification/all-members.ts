import { overShocks, SHOCKS, shocksGiven } from './shock-grid.ts';
import { accuracyOf, ratificationCurve, type RatificationOptions, type RatifyingState } from './state.ts';
import { CENTRAL_WEIGHTS } from './weights.ts';

export interface AllMembersReading {
  /** P(all ratify). */
  readonly all: number;
  /** Of each, in the order given. */
  readonly each: readonly number[];
  /** P(all ratify) were the national shocks independent. */
  readonly independent: number;
  /** P(just k ratify), k from 0 to all. */
  readonly count: readonly number[];
  readonly method: string;
  readonly error: number;
}

/** Above it the shocks of all states are one. */
const ONE_SHOCK = 0.98;
/** Every third point of the grid serves for the common part, on which chances depend smoothly. */
const STRIDE = 3;

interface Common {
  readonly weight: number;
  /** Each member's chance given the common part. */
  readonly chances: readonly number[];
}

function givenCommon(curves: readonly Float64Array[], correlation: number): readonly Common[] {
  if (correlation <= 0) return [{ weight: 1, chances: curves.map(overShocks) }];
  const rows: Common[] = [];
  const single = correlation > ONE_SHOCK;
  for (let k = 0; k < SHOCKS.points.length; k += single ? 1 : STRIDE) {
    const at = single ? undefined : shocksGiven(SHOCKS.points[k] ?? 0, correlation);
    const chances = curves.map((curve) => (at === undefined ? (curve[k] ?? 0) : at.reduce((sum, weight, z) => sum + weight * (curve[z] ?? 0), 0)));
    rows.push({ weight: SHOCKS.weights[k] ?? 0, chances });
  }
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  return rows.map(({ weight, chances }) => ({ weight: weight / total, chances }));
}

/** Distribution of how many of independent events happen. */
function countOf(chances: readonly number[]): Float64Array {
  const ways = new Float64Array(chances.length + 1);
  ways[0] = 1;
  chances.forEach((p, done) => {
    for (let k = done + 1; k > 0; k--) ways[k] = (1 - p) * (ways[k] ?? 0) + p * (ways[k - 1] ?? 0);
    ways[0] = (1 - p) * (ways[0] ?? 0);
  });
  return ways;
}

/**
 * Chance that every member ratifies, and how many do. National shocks are Z_i = √ρ C + √(1 − ρ) N_i: what moves one public moves others.
 * ρ is `weights.correlation`; above .98 it counts as 1.
 * @throws {RangeError} as `ratification`
 */
export function allRatify(members: readonly RatifyingState[], options: RatificationOptions = {}): AllMembersReading {
  const { weights = CENTRAL_WEIGHTS } = options;
  const curves = members.map((member) => ratificationCurve(member, options));
  const each = curves.map(({ all }) => overShocks(all));
  const common = givenCommon(
    curves.map(({ all }) => all),
    weights.correlation,
  );
  const count = new Float64Array(members.length + 1);
  for (const { weight, chances } of common) countOf(chances).forEach((p, k) => (count[k] = (count[k] ?? 0) + weight * p));
  return {
    all: count[members.length] ?? 1,
    each,
    independent: each.reduce((product, p) => product * p, 1),
    count: [...count],
    ...accuracyOf(curves.some(({ approximate }) => approximate)),
  };
}

/** P(at least so many ratify): entry into force at a number of ratifications. */
export function enoughRatify({ count }: Pick<AllMembersReading, 'count'>, needed: number): number {
  return Math.min(
    1,
    count.reduce((sum, p, k) => (k >= needed ? sum + p : sum), 0),
  );
}

export interface AccessionReading extends AllMembersReading {
  readonly applicant: number;
  /** The member least likely to agree, by its place in the list. */
  readonly weakest: number | undefined;
}

/** Chance that a state accedes: it and every member ratify, each by its own gates and its own value of having it in. */
export function accession(applicant: RatifyingState, members: readonly RatifyingState[], options: RatificationOptions = {}): AccessionReading {
  const reading = allRatify([...members, applicant], options);
  const own = reading.each.slice(0, members.length);
  const least = Math.min(...own);
  return { ...reading, applicant: reading.each[members.length] ?? 0, weakest: own.length === 0 ? undefined : own.indexOf(least) };
}
