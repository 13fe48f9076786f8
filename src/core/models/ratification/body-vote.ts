import { normalCdf } from '../../math/normal.ts';
import { votesNeeded, type Counted, type Threshold } from './quota.ts';

/** Members who vote alike but for their own errors: each for the treaty with chance `yes`, else against, where they vote at all. */
export interface Bloc {
  readonly seats: number;
  readonly yes: number;
}

/** How many members come, and vote. */
export interface Turnout {
  /** Share of the members who are present. */
  readonly attendance: number;
  /** Share of those present who vote neither for nor against. */
  readonly abstention: number;
}

export type VoteMethod = 'exact' | 'normal';

/** Bodies up to this size are counted exactly, and larger ones for quotas above four fifths, where the normal approximation is poor. */
export const EXACT_SEATS = 120;
const EXACT_SHARE = 0.8;
const EXACT_STEPS = 5000;
/** Bound on what the normal approximation adds to the error of a chance over all shocks, in bodies of more than `EXACT_SEATS` (held by a test). */
export const NORMAL_ERROR = 0.004;

/** One member's vote as a step of the count W, which the treaty must bring to zero (above it, where strict). */
interface Steps {
  readonly yes: number;
  readonly no: number;
  /** Present, and neither for nor against. */
  readonly abstains: number;
}

/** For a quota of a/b: yes counts b − a, whatever else enters the total counts −a. */
function stepsOf({ numerator, denominator }: Threshold, of: Exclude<Counted, 'members'>): Steps {
  return { yes: denominator - numerator, no: -numerator, abstains: of === 'present' ? -numerator : 0 };
}

/** P(at least `needed` of independent votes are for): the Poisson-binomial tail, by recursion over the members. */
function tailOfYes(blocs: readonly Bloc[], comes: number, needed: number): number {
  const members = blocs.reduce((sum, { seats }) => sum + seats, 0);
  if (needed <= 0) return 1;
  if (needed > members) return 0;
  // ways[k]: chance of k yes so far; all that reach the quota are gathered in its last place.
  const ways = new Float64Array(needed + 1);
  ways[0] = 1;
  for (const { seats, yes } of blocs) {
    const p = comes * yes;
    for (let member = 0; member < seats; member++) {
      ways[needed] = (ways[needed] ?? 0) + p * (ways[needed - 1] ?? 0);
      for (let k = needed - 1; k > 0; k--) ways[k] = (1 - p) * (ways[k] ?? 0) + p * (ways[k - 1] ?? 0);
      ways[0] = (1 - p) * (ways[0] ?? 0);
    }
  }
  return Math.min(1, ways[needed] ?? 0);
}

/** P(W ≥ least, and somebody counts), by convolution over the members. */
function tailOfSteps(blocs: readonly Bloc[], steps: Steps, { attendance, abstention }: Turnout, least: number): number {
  const members = blocs.reduce((sum, { seats }) => sum + seats, 0);
  const abstains = attendance * abstention;
  const votes = attendance - abstains;
  // Nobody there decides nothing.
  const nobody = least > 0 ? 0 : (1 - (steps.abstains === 0 ? votes : attendance)) ** members;
  // Where all must agree, nothing makes up for one against.
  if (steps.yes === 0) {
    const stays = (yes: number): number => 1 - votes * (1 - yes) - (steps.abstains === 0 ? 0 : abstains);
    return Math.max(0, blocs.reduce((product, { seats, yes }) => product * stays(yes) ** seats, 1) - nobody);
  }
  const down = -Math.min(steps.no, steps.abstains);
  const width = members * (steps.yes + down) + 1;
  let now = new Float64Array(width);
  let next = new Float64Array(width);
  const zero = members * down;
  now[zero] = 1;
  let low = zero;
  let high = zero;
  for (const { seats, yes } of blocs) {
    for (let member = 0; member < seats; member++) {
      next.fill(0, Math.max(0, low - down), high + steps.yes + 1);
      for (let at = low; at <= high; at++) {
        const chance = now[at] ?? 0;
        if (chance === 0) continue;
        next[at] = (next[at] ?? 0) + chance * (1 - attendance);
        next[at + steps.abstains] = (next[at + steps.abstains] ?? 0) + chance * abstains;
        next[at + steps.yes] = (next[at + steps.yes] ?? 0) + chance * votes * yes;
        next[at + steps.no] = (next[at + steps.no] ?? 0) + chance * votes * (1 - yes);
      }
      low -= down;
      high += steps.yes;
      [now, next] = [next, now];
    }
  }
  let sum = -nobody;
  for (let at = Math.max(0, zero + least); at < width; at++) sum += now[at] ?? 0;
  return Math.min(1, Math.max(0, sum));
}

/** The same by the central limit theorem, with half a step of continuity. */
function normalTail(blocs: readonly Bloc[], steps: Steps, { attendance, abstention }: Turnout, least: number): number {
  const abstains = attendance * abstention;
  const votes = attendance - abstains;
  let mean = 0;
  let variance = 0;
  for (const { seats, yes } of blocs) {
    const p = votes * yes;
    const n = votes - p;
    const one = p * steps.yes + n * steps.no + abstains * steps.abstains;
    mean += seats * one;
    variance += seats * (p * steps.yes ** 2 + n * steps.no ** 2 + abstains * steps.abstains ** 2 - one * one);
  }
  if (variance <= 0) return mean >= least ? 1 : 0;
  return normalCdf((mean - least + 0.5) / Math.sqrt(variance));
}

/** How a body of so many members is counted unless told. */
export function methodFor(seats: number, { numerator, denominator }: Threshold): VoteMethod {
  const nearlyAll = numerator > EXACT_SHARE * denominator;
  return seats <= EXACT_SEATS || (nearlyAll && seats * denominator <= EXACT_STEPS) ? 'exact' : 'normal';
}

/**
 * Chance that a body of independent members meets its quota. Of all members, the absent and those who abstain count against; of those
 * present, those who abstain; of the votes cast, neither. A quorum is taken to be met, but a body where nobody votes decides nothing.
 */
export function quotaMet(blocs: readonly Bloc[], threshold: Threshold, of: Counted, turnout: Turnout, method: VoteMethod): number {
  const votes = turnout.attendance * (1 - turnout.abstention);
  const members = blocs.reduce((sum, { seats }) => sum + seats, 0);
  // Where everybody is counted, yes is all that varies.
  const whole = of === 'members' || (turnout.attendance === 1 && (of === 'present' || turnout.abstention === 0));
  if (whole) {
    const needed = votesNeeded(threshold, members);
    if (method === 'exact') return tailOfYes(blocs, votes, needed);
    return normalTail(blocs, { yes: 1, no: 0, abstains: 0 }, turnout, needed);
  }
  const steps = stepsOf(threshold, of);
  const least = threshold.strict ? 1 : 0;
  return method === 'exact' || steps.yes === 0 ? tailOfSteps(blocs, steps, turnout, least) : normalTail(blocs, steps, turnout, least);
}
