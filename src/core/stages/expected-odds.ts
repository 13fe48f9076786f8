/**
 * Chances of a war among many who may come, for millions of wars: the target's side prevails with chance S_D / (S_D + S_C), expected over who
 * joins, each by itself with a chance of its own. With Laplace transforms φ of the strengths,
 *
 *   E[S_D / (S_D + S_C)] = −∫ φ_C φ_D′ dt,   φ(t) = e^(−t S) ∏ (1 − q + q e^(−t s)),
 *
 * by the trapezoidal rule in log t, whose error falls exponentially with the step. The grid of t is one for all wars, so that e^(−t s) is
 * computed once for a state at a place, however many wars it may come to there (`models/crisis/laplace` has the exact nodes of one war).
 */

/** The step in log t: the rule's own error is some 1e-5. */
const STEP = 0.7;
const FIRST = -20;
const NODES = 48;

/** Where the integrand has died out, and below which it is a straight line. */
const LAST_EXPONENT = 15;
const STRAIGHT = 2e-3;

const T = Float64Array.from({ length: NODES }, (_, k) => Math.exp((FIRST + k) * STEP));
/** What the nodes before the first add up to, as a share of its weight. */
const BEFORE = 1 / Math.expm1(STEP);

export const ODDS_NODES = NODES;

/** e^(−t s) at every node, from `at` on. */
export function fillDecay(decay: Float64Array, at: number, strength: number): void {
  for (let k = 0; k < NODES; k++) decay[at + k] = Math.exp(-(T[k] ?? 0) * strength);
}

/** A war and who may come to it: the first `allies` of the joiners to the target's side, the others to the challenger's. */
export interface OddsInputs {
  target: number;
  challenger: number;
  allies: number;
  joiners: number;
  /** Strength of each joiner. */
  readonly strength: Float64Array;
  /** Where its row of `decay` begins. */
  readonly row: Int32Array;
  /** Its chance of joining. */
  readonly chance: Float64Array;
  /** What its joining adds to the chance of the target's side: filled by `expectedOdds`, where gains are asked for. */
  readonly gain: Float64Array;
}

export function oddsInputs(most: number): OddsInputs {
  return {
    target: 0,
    challenger: 0,
    allies: 0,
    joiners: 0,
    strength: new Float64Array(most),
    row: new Int32Array(most),
    chance: new Float64Array(most),
    gain: new Float64Array(most),
  };
}

const product = new Float64Array(NODES);
const slope = new Float64Array(NODES);
/** 1 over each joiner's factor of the product, node by node: a quotient is dear, and each is used up to three times. */
let inverse = new Float64Array(64 * NODES);

/** The expected chance that the target's side prevails; ½ where nobody has strength. Fills `gain` where asked for. */
export function expectedOdds(war: OddsInputs, decay: Float64Array, gains: boolean): number {
  const { target, challenger, allies, joiners, strength, row, chance, gain } = war;
  if (inverse.length < joiners * NODES) inverse = new Float64Array(2 * joiners * NODES);
  let comers = 0;
  for (let i = 0; i < joiners; i++) comers += strength[i] ?? 0;
  const alone = Math.max(target + challenger, 1e-9);
  const from = clamp(Math.floor(Math.log(STRAIGHT / (alone + comers)) / STEP) - FIRST);
  const to = clamp(Math.ceil(Math.log(LAST_EXPONENT / alone) / STEP) - FIRST);
  for (let k = from; k <= to; k++) {
    product[k] = Math.exp(-(T[k] ?? 0) * (target + challenger)) * (T[k] ?? 0) * STEP;
    slope[k] = target;
  }
  for (let i = 0; i < joiners; i++) {
    const q = chance[i] ?? 0;
    const at = row[i] ?? 0;
    const own = i * NODES;
    if (i < allies) {
      const pull = q * (strength[i] ?? 0);
      for (let k = from; k <= to; k++) {
        const e = decay[at + k] ?? 0;
        const factor = 1 - q + q * e;
        const over = 1 / factor;
        inverse[own + k] = over;
        product[k] = (product[k] ?? 0) * factor;
        slope[k] = (slope[k] ?? 0) + pull * e * over;
      }
    } else if (gains) {
      for (let k = from; k <= to; k++) {
        const factor = 1 - q + q * (decay[at + k] ?? 0);
        inverse[own + k] = 1 / factor;
        product[k] = (product[k] ?? 0) * factor;
      }
    } else for (let k = from; k <= to; k++) product[k] = (product[k] ?? 0) * (1 - q + q * (decay[at + k] ?? 0));
  }
  let odds = BEFORE * (product[from] ?? 0) * (slope[from] ?? 0);
  for (let k = from; k <= to; k++) odds += (product[k] ?? 0) * (slope[k] ?? 0);
  if (gains) {
    for (let i = 0; i < joiners; i++) {
      const s = strength[i] ?? 0;
      const pull = (chance[i] ?? 0) * s;
      const at = row[i] ?? 0;
      const own = i * NODES;
      let [first, sum] = [0, 0];
      if (i < allies) {
        for (let k = from; k <= to; k++) {
          const e = decay[at + k] ?? 0;
          const over = inverse[own + k] ?? 0;
          const others = (slope[k] ?? 0) - pull * e * over;
          const term = (product[k] ?? 0) * over * (e * (others + s) - others);
          if (k === from) first = term * BEFORE;
          sum += term;
        }
      } else {
        for (let k = from; k <= to; k++) {
          const term = (product[k] ?? 0) * (inverse[own + k] ?? 0) * ((decay[at + k] ?? 0) - 1) * (slope[k] ?? 0);
          if (k === from) first = term * BEFORE * 0.5;
          sum += term;
        }
      }
      gain[i] = first + sum;
    }
  }
  return target + challenger + comers > 0 ? odds : 0.5;
}

const clamp = (k: number): number => Math.min(NODES - 1, Math.max(0, k));
