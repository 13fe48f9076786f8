import { logistic } from '../../math/logistic.ts';
import type { Joiner } from './game.ts';
import type { WarOdds, WarOddsAt, WarOddsOf } from './war-odds.ts';

/** The joiners' game: everybody's gain from joining, at the others' chances. */
export interface JoinGame {
  readonly n: number;
  readonly joiners: readonly Joiner[];
  /** +1 for the challenger's supporters, whose joining raises 1 − p; −1 for the target's allies. */
  readonly signs: Float64Array;
  readonly oddsAt: WarOddsAt;
  /** c. */
  readonly company: number;
  /** Those of the last point looked at. */
  last?: WarOdds;
}

/**
 * Payoff difference between joining and standing aside: v_i Δp_i + a_i − k_i, and for an ally of the target c Σ_j q_j s_j over the other allies.
 * @param coming strength expected of all allies
 */
function incentive({ joiners, signs, company }: JoinGame, { q }: Point, odds: WarOdds, coming: number, i: number): number {
  const joiner = joiners[i];
  if (joiner === undefined) return 0;
  const sign = signs[i] ?? 0;
  const together = sign < 0 ? company * (coming - (q[i] ?? 0) * joiner.strength) : 0;
  return joiner.value * sign * (odds.gradient[i] ?? 0) + together + joiner.broken_promise_cost - joiner.war_cost;
}

/** Strength of the target's allies, each counted so often. */
export function comingOf({ joiners, signs }: JoinGame, often: ArrayLike<number>): number {
  let strength = 0;
  for (let i = 0; i < joiners.length; i++) if ((signs[i] ?? 0) < 0) strength += (often[i] ?? 0) * (joiners[i]?.strength ?? 0);
  return strength;
}

/** The point on the branch: log odds of joining, and their chances. */
export interface Point {
  readonly logits: Float64Array;
  readonly q: Float64Array;
}

export function setLogits(point: Point, logits: Float64Array): void {
  point.logits.set(logits);
  for (let i = 0; i < logits.length; i++) point.q[i] = logistic(logits[i] ?? 0);
}

/** F(ℓ, λ) = ℓ − λ u(q(ℓ)); its Jacobian, I − λ v ∂²/∂q∂q q(1−q), where one is handed in. Returns the largest |F|. */
export function residualAt(game: JoinGame, point: Point, lambda: number, residual: Float64Array, payoffs: Float64Array, jacobian?: Float64Array): number {
  const { n } = game;
  const odds = game.oddsAt(point.q, jacobian !== undefined);
  game.last = odds;
  const coming = comingOf(game, point.q);
  let largest = 0;
  for (let i = 0; i < n; i++) {
    const u = incentive(game, point, odds, coming, i);
    payoffs[i] = u;
    const r = (point.logits[i] ?? 0) - lambda * u;
    residual[i] = r;
    largest = Math.max(largest, Math.abs(r));
    if (jacobian === undefined) continue;
    const weight = lambda * (game.joiners[i]?.value ?? 0) * (game.signs[i] ?? 0);
    for (let j = 0; j < n; j++) {
      const qj = point.q[j] ?? 0;
      const brought = i !== j && (game.signs[i] ?? 0) < 0 && (game.signs[j] ?? 0) < 0 ? lambda * game.company * (game.joiners[j]?.strength ?? 0) : 0;
      jacobian[i * n + j] = (i === j ? 1 : 0) - (weight * (odds.hessian[i * n + j] ?? 0) + brought) * qj * (1 - qj);
    }
  }
  return largest;
}

/** Rounds by which the most that joiners may be expected to bring is narrowed. */
const NARROWINGS = 8;

/**
 * Whether the logit response is a contraction at λ, so that the equilibrium is unique and the principal branch, which cannot end before λ, leads to it:
 * where λ Σ_j |∂u_i/∂q_j| w < 1 for everybody, w the largest q(1 − q). That is at most 1/4, and less where no chance can come near ½: with allies of one
 * side nobody's joining is worth more than with nobody else there, nor company more than with all there at their largest chance.
 */
export function isContraction(game: JoinGame, { coupling, at }: WarOddsOf, lambda: number): boolean {
  const { joiners, n, company } = game;
  if (coupling === undefined) return false;
  const most = new Float64Array(n).fill(1);
  let spread = 0.25;
  const contracts = (): boolean => {
    const all = comingOf(game, new Float64Array(n).fill(1));
    return joiners.every(
      ({ value, strength }, i) => lambda * (Math.abs(value) * (coupling[i] ?? Infinity) + Math.abs(company) * (all - strength)) * spread < 1,
    );
  };
  if (contracts()) return true;
  if (company < 0 || joiners.some(({ value }) => value < 0)) return false;
  const { gradient } = at(new Float64Array(n), false);
  const alone = joiners.map(({ value, broken_promise_cost, war_cost }, i) => value * Math.abs(gradient[i] ?? 0) + broken_promise_cost - war_cost);
  for (let round = 0; round < NARROWINGS; round++) {
    const coming = comingOf(game, most);
    joiners.forEach(({ strength }, i) => {
      const own = (most[i] ?? 1) * strength;
      most[i] = logistic(lambda * ((alone[i] ?? 0) + company * (coming - own)));
    });
  }
  spread = most.reduce((largest, q) => Math.max(largest, q < 0.5 ? q * (1 - q) : 0.25), 0);
  return contracts();
}
