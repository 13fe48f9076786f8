import type { CrisisGame } from './game.ts';
import { bestProvocation, readCrisis, type Provocation } from './readings.ts';
import { solveCrisis, type CrisisSolution } from './solve.ts';

/** A protégé, the target of the game, that may provoke, and the ally whose promise is weighed. */
export interface SnyderCase {
  readonly game: CrisisGame;
  /** Which of the game's allies; the others' prices stay as they are. */
  readonly ally: number;
  /** b, π0, π1: what provoking gains the protégé, and what it adds to the chance of a crisis in a year. */
  readonly provocation: Pick<Provocation, 'gain' | 'base' | 'slope'>;
}

/** Where the promise holds: always, or only in a crisis that the protégé did not provoke. */
export type PromiseScope = 'unconditional' | 'unprovoked';

/** What a promise of one price does. Chances. */
export interface SnyderPoint {
  /** a: price of the broken promise, in logits; the more automatic a promise, the dearer. */
  readonly price: number;
  /** h: of the ally's joining, given a war that the protégé did not provoke. */
  readonly credibility: number;
  /** h⁰: the same with its promise priced at nothing and the others' play held. */
  readonly interest: number;
  /** g*: how far the protégé provokes, and the chance that a crisis is its doing. */
  readonly provocation: number;
  /** π0 + π1 g*, in a year. */
  readonly pCrisis: number;
  /** Of a challenge, given a crisis; of either origin. */
  readonly pChallenge: number;
  /** Of resistance, given a challenge. */
  readonly pResist: number;
  /** Of war, in a year. */
  readonly pWar: number;
  /** Of the ally's joining, given a war of either origin. */
  readonly honors: number;
  /** The part of `honors` that the promise and not the interest explains: entrapment given war. */
  readonly entrapmentGivenWar: number;
  /** ... times the chance of war: that the ally fights for its promise alone, in a year. */
  readonly entrapment: number;
  /** The part of `entrapment` in crises that the protégé provoked. */
  readonly entrapmentProvoked: number;
}

/** Credibility against entrapment as the price of a promise moves, without and with a condition. */
export interface SnydersDilemma {
  readonly unconditional: readonly SnyderPoint[];
  readonly unprovoked: readonly SnyderPoint[];
  readonly lambda: number;
  readonly method: string;
  /** Whether every game was solved to the tolerance. */
  readonly converged: boolean;
  readonly iterations: number;
  readonly warnings: readonly string[];
}

/**
 * Snyder's alliance dilemma (Snyder 1984, World Politics 36; 1997, Alliance Politics): whatever makes a promise credible binds the ally
 * to wars that it would else keep out of, and emboldens the protégé. In a crisis, of chance π0 + π1 g, the game is played; with chance g
 * the protégé provoked it. A promise that holds only where it did not (Benson 2012) is priced at nothing there. The protégé knows that,
 * and chooses g* of `bestProvocation`.
 * @param prices of the ally's promise, in logits, 0 or more; answered in rising order, each once
 * @throws {RangeError} for a game without that ally, a price below 0, or chances of a crisis outside [0, 1]
 */
export function snydersDilemma(given: SnyderCase, prices: readonly number[], { lambda = 1 }: { readonly lambda?: number } = {}): SnydersDilemma {
  const { base, slope } = given.provocation;
  if (given.game.allies[given.ally] === undefined) throw new RangeError(`there is no ally ${given.ally}; the first is 0`);
  if (!prices.every((price) => price >= 0 && price < Infinity)) throw new RangeError('a price is 0 or more');
  if (!(base >= 0 && slope >= 0 && base + slope <= 1)) throw new RangeError('the chance of a crisis, base + slope × provocation, lies between 0 and 1');
  const free = playAt(given, 0, lambda);
  const bound = [...new Set(prices)].sort((a, b) => a - b).map((price) => playAt(given, price, lambda));
  const played = [free, ...bound];
  return {
    unconditional: bound.map((one) => pointOf(given, one, one)),
    unprovoked: bound.map((one) => pointOf(given, one, free)),
    lambda,
    method: 'logit equilibrium of the crisis game at each price; provocation by the maximum of a quadratic',
    converged: played.every(({ solution }) => solution.converged),
    iterations: played.reduce((sum, { solution }) => sum + solution.iterations, 0),
    warnings: [...new Set(played.flatMap(({ solution }) => solution.warnings))],
  };
}

/** One crisis, played under one price. */
interface Played {
  readonly price: number;
  readonly solution: CrisisSolution;
  /** h, h⁰ of the ally. */
  readonly honors: number;
  readonly interest: number;
  /** U_T. */
  readonly payoff: number;
}

function playAt({ game, ally }: SnyderCase, price: number, lambda: number): Played {
  const priced = { ...game, allies: game.allies.map((one, i) => (i === ally ? { ...one, broken_promise_cost: price } : one)) };
  const solution = solveCrisis(priced, { lambda });
  const { allies, target } = readCrisis(priced, solution);
  const { honors = 0, withoutPromise = 0 } = allies[ally] ?? {};
  // At a price of 0 the two are one; the solver leaves a rounding between them.
  return { price, solution, honors, interest: price === 0 ? honors : withoutPromise, payoff: target };
}

/** @param provoked how a crisis is played that the protégé provoked */
function pointOf({ provocation: { gain, base, slope } }: SnyderCase, unprovoked: Played, provoked: Played): SnyderPoint {
  const g = bestProvocation({ gain, base, slope, payoff: unprovoked.payoff, provokedPayoff: provoked.payoff });
  const pCrisis = base + slope * g;
  const mean = (of: (played: Played) => number): number => (1 - g) * of(unprovoked) + g * of(provoked);
  const pChallenge = mean(({ solution }) => solution.pChallenge);
  const war = mean(({ solution }) => solution.pWar);
  const promised = ({ honors, interest }: Played): number => honors - interest;
  const entrapment = mean((played) => played.solution.pWar * promised(played));
  const given = (sum: number, chance: number): number => (chance === 0 ? 0 : sum / chance);
  return {
    price: unprovoked.price,
    credibility: unprovoked.honors,
    interest: unprovoked.interest,
    provocation: g,
    pCrisis,
    pChallenge,
    pResist: given(
      mean(({ solution }) => solution.pChallenge * solution.pResist),
      pChallenge,
    ),
    pWar: pCrisis * war,
    honors: given(
      mean((played) => played.solution.pWar * played.honors),
      war,
    ),
    entrapmentGivenWar: given(entrapment, war),
    entrapment: pCrisis * entrapment,
    entrapmentProvoked: pCrisis * g * provoked.solution.pWar * promised(provoked),
  };
}
