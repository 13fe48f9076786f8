import { NORMAL_ERROR, type VoteMethod } from './body-vote.ts';
import { governmentStance, prepareGate, type RatificationGate } from './gate.ts';
import { GRID_ERROR, overShocks, SHOCKS } from './shock-grid.ts';
import { CENTRAL_WEIGHTS, type VoterWeights } from './weights.ts';

/** A state that is asked to bind itself. */
export interface RatifyingState {
  /** All must pass. */
  readonly gates: readonly RatificationGate[];
  /** What the treaty is worth to it, with less without, in % of its GDP a year. */
  readonly value: number;
  /** Of the people and of bodies whose parties are not known, −1 to 1; 0 unless given. */
  readonly stance?: number | undefined;
}

export interface RatificationOptions {
  readonly weights?: VoterWeights;
  /** Counts every chamber this way; exactly up to 120 members, else by the normal approximation, unless given. */
  readonly method?: VoteMethod;
}

export interface GateReading {
  readonly id: string;
  /** P(it passes), taken alone. */
  readonly p: number;
}

export interface RatificationReading {
  /** P(every gate passes). */
  readonly p: number;
  readonly gates: readonly GateReading[];
  /** The gate likeliest to fail. */
  readonly hardest: string;
  /** P(every gate passes) were their failures independent: below `p`, as one shock moves all. */
  readonly independent: number;
  readonly method: string;
  /** Bound on the numerical error of each chance. */
  readonly error: number;
}

/** P(every gate passes | shock) over the grid of shocks, and each gate's own. */
export interface RatificationCurve {
  readonly all: Float64Array;
  readonly gates: readonly { readonly id: string; readonly curve: Float64Array }[];
  /** Some body was counted by the normal approximation. */
  readonly approximate: boolean;
}

/** @throws {RangeError} for a state without gates, a quota that is none, or more seats of parties than a body has */
export function ratificationCurve(
  { gates, value, stance = 0 }: RatifyingState,
  { weights = CENTRAL_WEIGHTS, method }: RatificationOptions = {},
): RatificationCurve {
  if (gates.length === 0) throw new RangeError('a state without gates binds itself by nothing');
  const setting = { stance, governmentStance: governmentStance(gates, stance), weights, method };
  const prepared = gates.map((gate) => prepareGate(gate, setting));
  const curves = prepared.map(({ id, passes }) => ({ id, curve: SHOCKS.points.map((z) => passes(weights.value * value + weights.shock * z)) }));
  const all = SHOCKS.points.map((_, k) => curves.reduce((product, { curve }) => product * (curve[k] ?? 0), 1));
  return { all, gates: curves, approximate: prepared.some((gate) => gate.method === 'normal') };
}

/** How a curve was come by, and how far off its means may be. */
export function accuracyOf(approximate: boolean): Pick<RatificationReading, 'method' | 'error'> {
  return approximate
    ? { method: 'trapezoidal rule over the national shock; large bodies by the normal approximation', error: GRID_ERROR + NORMAL_ERROR }
    : { method: 'trapezoidal rule over the national shock; bodies counted exactly', error: GRID_ERROR };
}

/**
 * Chance that a state ratifies. Voter v of party k is for the treaty where w·value + s·stance_k + sponsored + government_k + σ Z + ε > 0, Z
 * the national shock (standard normal, one for all gates), ε the voter's own (logistic). Given Z, members are independent, and so are gates:
 * P = ∫ φ(z) ∏_g P(g passes | z) dz. A design of ours in the line of Putnam (1988, International Organization 42).
 * @throws {RangeError} for a state without gates, a quota that is none, or more seats of parties than a body has
 */
export function ratification(state: RatifyingState, options: RatificationOptions = {}): RatificationReading {
  const { all, gates, approximate } = ratificationCurve(state, options);
  const readings = gates.map(({ id, curve }) => ({ id, p: overShocks(curve) }));
  return {
    p: overShocks(all),
    gates: readings,
    hardest: readings.reduce((worst, gate) => (gate.p < worst.p ? gate : worst), readings[0] ?? { id: '', p: 1 }).id,
    independent: readings.reduce((product, { p }) => product * p, 1),
    ...accuracyOf(approximate),
  };
}
