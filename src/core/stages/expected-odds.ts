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

/** e^(−t S) ∏ factors, and the same times S_D as it is expected there. */
const product = new Float64Array(NODES);
const weighted = new Float64Array(NODES);

/** The expected chance that the target's side prevails; ½ where nobody has strength. Fills `gain` where asked for. */
export function expectedOdds(war: OddsInputs, decay: Float64Array, gains: boolean): number {
  const { target, challenger, allies, joiners, strength, row, chance, gain } = war;
  let comers = 0;
  for (let i = 0; i < joiners; i++) comers += strength[i] ?? 0;
  const alone = Math.max(target + challenger, 1e-9);
  const from = clamp(Math.floor(Math.log(STRAIGHT / (alone + comers)) / STEP) - FIRST);
  const to = clamp(Math.ceil(Math.log(LAST_EXPONENT / alone) / STEP) - FIRST);
  for (let k = from; k <= to; k++) {
    const own = Math.exp(-(T[k] ?? 0) * (target + challenger)) * (T[k] ?? 0) * STEP;
    product[k] = own;
    weighted[k] = own * target;
  }
  for (let i = 0; i < joiners; i++) {
    const q = chance[i] ?? 0;
    const at = row[i] ?? 0;
    const pull = i < allies ? q * (strength[i] ?? 0) : 0;
    for (let k = from; k <= to; k++) {
      const e = decay[at + k] ?? 0;
      const factor = 1 - q + q * e;
      const before = product[k] ?? 0;
      weighted[k] = (weighted[k] ?? 0) * factor + before * pull * e;
      product[k] = before * factor;
    }
  }
  let odds = BEFORE * (weighted[from] ?? 0);
  for (let k = from; k <= to; k++) odds += weighted[k] ?? 0;
  if (gains) {
    for (let i = 0; i < joiners; i++) {
      const q = chance[i] ?? 0;
      const s = strength[i] ?? 0;
      const at = row[i] ?? 0;
      let [first, sum] = [0, 0];
      if (i < allies) {
        // Without i: P/f, and (W − P/f q s e)/f; with it sure: e P/f, and e (W_without + s P/f).
        for (let k = from; k <= to; k++) {
          const e = decay[at + k] ?? 0;
          const over = 1 / (1 - q + q * e);
          const without = (product[k] ?? 0) * over;
          const others = ((weighted[k] ?? 0) - without * q * s * e) * over;
          const term = e * (others + s * without) - others;
          if (k === from) first = term * BEFORE;
          sum += term;
        }
      } else {
        for (let k = from; k <= to; k++) {
          const e = decay[at + k] ?? 0;
          const term = ((weighted[k] ?? 0) * (e - 1)) / (1 - q + q * e);
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
