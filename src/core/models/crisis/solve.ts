import { invert, multiply, solveInPlace } from '../../math/linear.ts';
import { logistic, logit } from '../../math/logistic.ts';
import { convolvedOdds } from './convolve.ts';
import { enumeratedOdds, MOST_ENUMERATED } from './enumerate.ts';
import type { CrisisGame } from './game.ts';
import { comingOf, isContraction, residualAt, setLogits, type JoinGame, type Point } from './join-game.ts';
import { laplaceOdds } from './laplace.ts';
import type { Contender, WarOddsOf } from './war-odds.ts';

/** The logit equilibrium of a crisis game. */
export interface CrisisSolution {
  readonly pChallenge: number;
  readonly pResist: number;
  /** Of each ally, given war. */
  readonly pJoin: readonly number[];
  /** Of each supporter of the challenger, given war. */
  readonly pSupport: readonly number[];
  /** Expected chance that the target's side wins a war. */
  readonly pWin: number;
  /** Of a war, in the period of the game. */
  readonly pWar: number;
  /** Payoff of challenging, the status quo's taken off. */
  readonly challengeValue: number;
  /** By how much each ally's joining raises the expected chance of the target's side. */
  readonly gains: readonly number[];
  /** Strength that each ally expects the others to bring. */
  readonly others: readonly number[];
  readonly lambda: number;
  readonly method: 'unique' | 'path';
  readonly converged: boolean;
  readonly iterations: number;
  /** Largest |log odds − λ × payoff difference| over the joiners. */
  readonly residual: number;
  /** Bound on the error of the expected chance of winning; 0 where it is exact to rounding. */
  readonly error: number;
  readonly warnings: readonly string[];
}

export interface SolveOptions {
  /** λ, the precision of choice; 1, as payoffs are in logits. */
  readonly lambda?: number;
  /** Where to start, for one of many games alike: the answer is the same where the equilibrium is certified unique, and it is not used elsewhere. */
  readonly near?: Anchor;
  /** Follows the branch from λ = 0 even where the equilibrium is certified unique. */
  readonly followPath?: boolean;
  /** Longest step along the branch, in log odds and λ together; as long as the corrections converge unless given. */
  readonly maxStep?: number;
}

const TOLERANCE = 1e-11;
const MAX_NEWTON = 50;
const MAX_STEPS = 20_000;

interface Solved {
  readonly iterations: number;
  readonly residual: number;
  readonly converged: boolean;
}

/** Newton's method at a fixed λ. The Jacobian is kept while each step gains a factor of ten: it costs n times the residual. */
function newton(game: JoinGame, point: Point, lambda: number): Solved {
  const { n } = game;
  const residual = new Float64Array(n);
  const payoffs = new Float64Array(n);
  const jacobian = new Float64Array(n * n);
  let inverse: Float64Array | undefined;
  let last = residualAt(game, point, lambda, residual, payoffs, jacobian);
  for (let iteration = 0; iteration < MAX_NEWTON; iteration++) {
    if (last < TOLERANCE) return { iterations: iteration, residual: last, converged: true };
    inverse ??= invert(jacobian, n);
    if (inverse === undefined) break;
    const step = multiply(inverse, residual, n);
    setLogits(
      point,
      point.logits.map((value, i) => value - (step[i] ?? 0)),
    );
    const next = residualAt(game, point, lambda, residual, payoffs);
    // Rounding in λ u sets the floor.
    if (next >= last && next < 1e-10) return { iterations: iteration + 1, residual: next, converged: true };
    if (!Number.isFinite(next) || next > 1e6 * (1 + last)) break;
    if (next > 0.1 * last) {
      residualAt(game, point, lambda, residual, payoffs, jacobian);
      inverse = undefined;
    }
    last = next;
  }
  return { iterations: MAX_NEWTON, residual: last, converged: last < 1e-9 };
}

/** A solved game near which others lie: where to start, and the inverse Jacobian to start with. */
export interface Anchor {
  readonly logits: Float64Array;
  readonly inverse: Float64Array;
}

/** Chord steps from an anchor; undefined where they do not converge. Only where the equilibrium is unique does it not matter where one starts. */
function fromAnchor(game: JoinGame, point: Point, lambda: number, { logits, inverse }: Anchor): Solved | undefined {
  const { n } = game;
  if (logits.length !== n) return undefined;
  const residual = new Float64Array(n);
  const payoffs = new Float64Array(n);
  setLogits(point, logits);
  let last = residualAt(game, point, lambda, residual, payoffs);
  for (let iteration = 0; iteration < MAX_NEWTON; iteration++) {
    if (last < TOLERANCE) return { iterations: iteration, residual: last, converged: true };
    const step = multiply(inverse, residual, n);
    for (let i = 0; i < n; i++) step[i] = (point.logits[i] ?? 0) - (step[i] ?? 0);
    setLogits(point, step);
    const next = residualAt(game, point, lambda, residual, payoffs);
    if (next >= last) return next < 1e-10 ? { iterations: iteration + 1, residual: next, converged: true } : undefined;
    last = next;
  }
  return undefined;
}

/**
 * Follows the principal branch from λ = 0, where everybody joins with chance ½, by pseudo-arclength continuation: a tangent step and a
 * Newton correction orthogonal to it, through turning points where there are any (Turocy 2005, Games and Economic Behavior 51).
 */
function followBranch(game: JoinGame, point: Point, target: number, maxStep: number): Solved {
  const { n } = game;
  const residual = new Float64Array(n);
  const jacobian = new Float64Array(n * n);
  const payoffs = new Float64Array(n);
  const size = n + 1;
  const tangent = new Float64Array(size);
  const previous = new Float64Array(size);
  previous[n] = 1;
  let lambda = 0;
  let step = Math.min(1, target, maxStep);
  let iterations = 0;

  const tangentHere = (): boolean => {
    residualAt(game, point, lambda, residual, payoffs, jacobian);
    // [J, −u; previous] t = (0, ..., 0, 1)
    const matrix = new Float64Array(size * size);
    tangent.fill(0);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) matrix[i * size + j] = jacobian[i * n + j] ?? 0;
      matrix[i * size + n] = -(payoffs[i] ?? 0);
    }
    matrix.set(previous, n * size);
    tangent[n] = 1;
    if (solveInPlace(matrix, tangent, size) === 0) return false;
    const length = Math.hypot(...tangent);
    for (let i = 0; i < size; i++) tangent[i] = (tangent[i] ?? 0) / length;
    return true;
  };

  const correct = (start: Float64Array, startLambda: number): number | undefined => {
    const trial: Point = { logits: start.slice(), q: new Float64Array(n) };
    setLogits(trial, start);
    let trialLambda = startLambda;
    for (let iteration = 0; iteration < 12; iteration++) {
      iterations++;
      const largest = residualAt(game, trial, trialLambda, residual, payoffs, jacobian);
      let along = 0;
      for (let i = 0; i < n; i++) along += (tangent[i] ?? 0) * ((trial.logits[i] ?? 0) - (start[i] ?? 0));
      along += (tangent[n] ?? 0) * (trialLambda - startLambda);
      if (largest < 1e-9) {
        setLogits(point, trial.logits);
        return trialLambda;
      }
      const matrix = new Float64Array(size * size);
      const right = new Float64Array(size);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) matrix[i * size + j] = jacobian[i * n + j] ?? 0;
        matrix[i * size + n] = -(payoffs[i] ?? 0);
        right[i] = residual[i] ?? 0;
      }
      matrix.set(tangent, n * size);
      right[n] = along;
      if (solveInPlace(matrix, right, size) === 0) return undefined;
      setLogits(
        trial,
        trial.logits.map((value, i) => value - (right[i] ?? 0)),
      );
      trialLambda -= right[n] ?? 0;
      if (!Number.isFinite(trialLambda)) return undefined;
    }
    return undefined;
  };

  for (let steps = 0; steps < MAX_STEPS; steps++) {
    if (!tangentHere()) break;
    const rise = tangent[n] ?? 0;
    // The last step lands on the target where the branch runs straight enough.
    const reach = rise > 0 ? (target - lambda) / rise : Infinity;
    const length = Math.min(step, reach);
    const before = { logits: point.logits.slice(), lambda };
    const next = correct(
      point.logits.map((value, i) => value + length * (tangent[i] ?? 0)),
      lambda + length * rise,
    );
    if (next === undefined) {
      setLogits(point, before.logits);
      step /= 2;
      if (step < 1e-10) break;
      continue;
    }
    previous.set(tangent);
    if (next >= target - 1e-9) {
      // Across, or on it: the point is close, and Newton at the target itself finishes.
      const fixed = newton(game, point, target);
      if (fixed.converged) return { ...fixed, iterations: iterations + fixed.iterations };
      setLogits(point, before.logits);
      step = length / 2;
      continue;
    }
    lambda = next;
    step = Math.min(2 * step, maxStep);
  }
  return { iterations, residual: Infinity, converged: false };
}

interface Prepared {
  readonly join: JoinGame;
  readonly odds: WarOddsOf;
  /** Bound on the error of the expectation, where it is not exact. */
  readonly error: number;
}

function prepare({ challenger, target, allies, supporters = [], decisiveness, company = 0 }: CrisisGame): Prepared {
  const joiners = [...allies, ...supporters];
  const contenders: Contender[] = joiners.map(({ strength }, i) => ({ strength, forTarget: i < allies.length }));
  const { strength: own } = target;
  const convolved = decisiveness !== 1 && joiners.length > MOST_ENUMERATED ? convolvedOdds(own, challenger.strength, contenders, decisiveness) : undefined;
  const exact = (): WarOddsOf =>
    decisiveness === 1 ? laplaceOdds(own, challenger.strength, contenders) : enumeratedOdds(own, challenger.strength, contenders, decisiveness);
  const odds = convolved ?? exact();
  const signs = Float64Array.from(contenders, ({ forTarget }) => (forTarget ? -1 : 1));
  return { odds, error: convolved?.error ?? 0, join: { n: joiners.length, joiners, signs, company, oddsAt: odds.at } };
}

/** The anchor that a solved game is to others near it; undefined where its Jacobian is singular. */
export function anchorOf(game: CrisisGame, { pJoin, pSupport, lambda }: CrisisSolution): Anchor | undefined {
  const { join } = prepare(game);
  const { n } = join;
  const logits = Float64Array.from([...pJoin, ...pSupport], logit);
  const point: Point = { logits, q: logits.map(logistic) };
  const jacobian = new Float64Array(n * n);
  residualAt(join, point, lambda, new Float64Array(n), new Float64Array(n), jacobian);
  const inverse = invert(jacobian, n);
  return inverse === undefined ? undefined : { logits, inverse };
}

/**
 * Solves a crisis game for its agent quantal-response equilibrium on the principal branch (McKelvey and Palfrey 1998; Signorino 1999).
 * @throws {RangeError} for a game without strength, or with many joiners on both sides and a decisiveness other than 1
 */
export function solveCrisis(game: CrisisGame, { lambda = 1, near, followPath = false, maxStep = Infinity }: SolveOptions = {}): CrisisSolution {
  const { challenger, target, allies, escalation = 1 } = game;
  const { join, odds: of, error } = prepare(game);
  const { n } = join;
  const point: Point = { logits: new Float64Array(n), q: new Float64Array(n).fill(0.5) };
  const certified = !followPath && isContraction(join, of, lambda);
  let outcome: Solved | undefined;
  if (certified && near !== undefined) outcome = fromAnchor(join, point, lambda, near);
  if (certified && outcome === undefined) {
    setLogits(point, new Float64Array(n));
    outcome = newton(join, point, lambda);
  }
  const method = outcome?.converged === true ? 'unique' : 'path';
  if (outcome?.converged !== true) {
    setLogits(point, new Float64Array(n));
    outcome = followBranch(join, point, lambda, maxStep);
  }

  // A solution was looked at last where it lies.
  const odds = outcome.converged && join.last !== undefined ? join.last : of.at(point.q, false);
  const pWin = 1 - odds.value;
  const pResist = logistic(lambda * (pWin * target.value - escalation * target.war_cost));
  // Chance that a nuclear power is on the target's side: 1 − (1 − N_T) ∏ (1 − q_i N_i).
  const conventional = allies.reduce(
    (product, ally, i) => (ally.nuclear === true ? product * (1 - (point.q[i] ?? 0)) : product),
    target.nuclear === true ? 0 : 1,
  );
  const warCost = challenger.war_cost + (challenger.nuclear_cost ?? 0) * (1 - conventional);
  const warValue = (1 - pWin) * challenger.value - escalation * warCost;
  const challengeValue = (1 - pResist) * challenger.value + pResist * warValue - (challenger.broken_promise_cost ?? 0) - (challenger.status_quo ?? 0);
  const pChallenge = logistic(lambda * challengeValue);
  const chances = Array.from(point.q);
  const coming = comingOf(join, point.q);
  return {
    pChallenge,
    pResist,
    pJoin: chances.slice(0, allies.length),
    pSupport: chances.slice(allies.length),
    pWin,
    pWar: pChallenge * pResist * escalation,
    challengeValue,
    gains: allies.map((_, i) => -(odds.gradient[i] ?? 0)),
    others: allies.map(({ strength }, i) => coming - (point.q[i] ?? 0) * strength),
    lambda,
    method,
    converged: outcome.converged,
    iterations: outcome.iterations,
    residual: outcome.residual,
    error,
    warnings: outcome.converged ? [] : ['The branch could not be followed to λ; the last point on it is shown.'],
  };
}
