import type { CrisisGame } from '../crisis/game.ts';
import { solveCrisis, type SolveOptions } from '../crisis/solve.ts';

/** A part of a population of promises: what breaking one costs, and how common that is. */
export interface PromiseType {
  /** a, in logits where λ is 1. */
  readonly price: number;
  /** Relative frequency, not negative. */
  readonly weight: number;
}

/** How reliable an ally looks, by whose promises are looked at. */
export interface Selection {
  /** Mean chance of honoring over all promises, tested or not. */
  readonly latent: number;
  /** Over those that are challenged. */
  readonly challenged: number;
  /** Over those that come to war: what a record of wars shows. */
  readonly atWar: number;
  /** Mean chance of a challenge, and of war. */
  readonly pChallenge: number;
  readonly pWar: number;
  readonly types: readonly { readonly price: number; readonly share: number; readonly honors: number; readonly challenge: number; readonly war: number }[];
}

/**
 * Selection in the record of alliances (Smith 1995, International Studies Quarterly 39): the challenger knows which promise it faces and
 * picks those that will be broken, so that reliability among the challenged is below that of all wherever P(challenge) falls in the chance of
 * honoring. Among wars it may be above: a target resists where it trusts its ally.
 * @param ally index of the ally whose promise varies
 * @throws {RangeError} for no such ally, or a population without weight
 */
export function reliabilityUnderSelection(game: CrisisGame, ally: number, population: readonly PromiseType[], options: SolveOptions = {}): Selection {
  if (game.allies[ally] === undefined) throw new RangeError(`the game has no ally ${ally}`);
  const total = population.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0) || population.some(({ weight }) => weight < 0)) throw new RangeError('a population needs weights, none below zero');
  const types = population.map(({ price, weight }) => {
    const allies = game.allies.map((one, i) => (i === ally ? { ...one, broken_promise_cost: price } : one));
    const { pChallenge, pWar, pJoin } = solveCrisis({ ...game, allies }, options);
    return { price, share: weight / total, honors: pJoin[ally] ?? 0, challenge: pChallenge, war: pWar };
  });
  const mean = (weightOf: (type: (typeof types)[number]) => number): { honors: number; mass: number } => {
    const mass = types.reduce((sum, type) => sum + type.share * weightOf(type), 0);
    return { mass, honors: types.reduce((sum, type) => sum + type.share * weightOf(type) * type.honors, 0) / mass };
  };
  const challenged = mean(({ challenge }) => challenge);
  const atWar = mean(({ war }) => war);
  return { latent: mean(() => 1).honors, challenged: challenged.honors, atWar: atWar.honors, pChallenge: challenged.mass, pWar: atWar.mass, types };
}
