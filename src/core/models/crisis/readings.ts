import { logistic } from '../../math/logistic.ts';
import type { CrisisGame } from './game.ts';
import type { CrisisSolution } from './solve.ts';

/** What a solved crisis says of one state that might join the target. */
export interface AllyReading {
  /** h_i: its chance of joining, given war. */
  readonly honors: number;
  /** h_i⁰: the same with its own promise priced at nothing and the others' play held. */
  readonly withoutPromise: number;
  /** By how much its joining raises the expected chance of the target's side. */
  readonly gain: number;
  /** P(war)·(h_i − h_i⁰): the joining that the promise and not the interest explains. */
  readonly entrapment: number;
  /** Payoff lost where it joins against its interest: max(0, k_i − v_i Δp_i), in logits. */
  readonly entrapmentCost: number;
  /** Expected payoff, the price of broken promises left out, in logits. */
  readonly payoff: number;
}

export interface CrisisReading {
  readonly allies: readonly AllyReading[];
  /** Expected share of the promised strength that does not come, given war; undefined where nobody is bound. */
  readonly abandonment: number | undefined;
  /** Expected payoffs, in logits. */
  readonly target: number;
  readonly challenger: number;
}

/**
 * Reads credibility, abandonment and entrapment off a solved crisis (Snyder 1984, World Politics 36; Smith 1995, International Studies
 * Quarterly 39). Given war, credibility bought by the promise and entrapment are one quantity, seen from two capitals.
 */
export function readCrisis(game: CrisisGame, solution: CrisisSolution): CrisisReading {
  const { pChallenge, pResist, pJoin, pWin, pWar, gains, others, lambda, challengeValue } = solution;
  // Chance that the matter is lost: conceded, or decided against the target.
  const lost = pChallenge * (1 - pResist * pWin);
  const allies = game.allies.map((ally, i): AllyReading => {
    const honors = pJoin[i] ?? 0;
    const gain = gains[i] ?? 0;
    const cost = ally.war_cost - (game.company ?? 0) * (others[i] ?? 0);
    const interest = ally.value * gain - cost;
    const withoutPromise = logistic(lambda * interest);
    return {
      honors,
      withoutPromise,
      gain,
      entrapment: pWar * (honors - withoutPromise),
      entrapmentCost: Math.max(0, -interest),
      payoff: -lost * ally.value - pWar * honors * cost,
    };
  });
  const bound = game.allies.flatMap(({ strength, broken_promise_cost }, i) => (broken_promise_cost > 0 ? [{ strength, honors: pJoin[i] ?? 0 }] : []));
  const promised = bound.reduce((sum, { strength }) => sum + strength, 0);
  return {
    allies,
    abandonment: promised === 0 ? undefined : bound.reduce((sum, { strength, honors }) => sum + strength * (1 - honors), 0) / promised,
    target: -lost * game.target.value - pWar * game.target.war_cost,
    challenger: pChallenge * challengeValue,
  };
}

/** What a protégé gains and risks by provoking a crisis. */
export interface Provocation {
  /** b: linear gain of provoking with intensity g in [0, 1]; the cost is g²/2. */
  readonly gain: number;
  /** π0, π1: chance of a crisis, π0 + π1 g. */
  readonly base: number;
  readonly slope: number;
  /** U_T: the target's payoff from a crisis. */
  readonly payoff: number;
  /** U_T′: from one that it provoked, where that frees its allies; equal to `payoff` where it frees nobody. */
  readonly provokedPayoff: number;
}

/** g* = argmax b g − g²/2 + (π0 + π1 g)[(1 − g) U_T + g U_T′] on [0, 1]. */
export function bestProvocation({ gain, base, slope, payoff, provokedPayoff }: Provocation): number {
  const value = (g: number): number => gain * g - (g * g) / 2 + (base + slope * g) * ((1 - g) * payoff + g * provokedPayoff);
  // A quadratic: the inner stationary point, where it is a maximum, else an end.
  const curvature = -1 + 2 * slope * (provokedPayoff - payoff);
  const stationary = curvature < 0 ? -(gain + slope * payoff + base * (provokedPayoff - payoff)) / curvature : undefined;
  const candidates = [0, 1, ...(stationary !== undefined && stationary > 0 && stationary < 1 ? [stationary] : [])];
  return candidates.reduce((best, g) => (value(g) > value(best) ? g : best));
}
