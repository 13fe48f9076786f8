import { logistic, logit } from '../math/logistic.ts';
import { readCrisis, type CrisisReading } from '../models/crisis/readings.ts';
import { anchorOf, solveCrisis, type Anchor, type CrisisSolution } from '../models/crisis/solve.ts';
import type { CrisisGame } from '../models/crisis/game.ts';
import { caseGames, type PreparedCase, type ResponseValues, type Side } from './case-game.ts';
import type { ParameterValues } from './parameter-values.ts';

/** A contingency solved in one world, per year. */
export interface SolvedCase {
  readonly game: CrisisGame;
  readonly solution: CrisisSolution;
  readonly reading: CrisisReading;
}

export interface SolvedWorlds {
  readonly with: SolvedCase;
  readonly without: SolvedCase;
}

/** Where draws start from, world by world. */
export type Anchors = Partial<Readonly<Record<Side, Anchor>>>;

/** The anchors that the central solution is to the draws around it. */
export function anchorsOf(worlds: SolvedWorlds): Anchors {
  const [withTreaty, without] = [worlds.with, worlds.without].map(({ game, solution }) => anchorOf(game, solution));
  return { ...(withTreaty !== undefined && { with: withTreaty }), ...(without !== undefined && { without }) };
}

/** The same play with another status quo: only the challenge depends on it. */
function moveStatusQuo({ game, solution }: Omit<SolvedCase, 'reading'>, statusQuo: number): SolvedCase {
  const moved = { ...game, challenger: { ...game.challenger, status_quo: statusQuo } };
  const challengeValue = solution.challengeValue - statusQuo;
  const pChallenge = logistic(challengeValue);
  const played = { ...solution, challengeValue, pChallenge, pWar: pChallenge * solution.pResist * (game.escalation ?? 1) };
  return { game: moved, solution: played, reading: readCrisis(moved, played) };
}

/** A yearly rate as the chance of at least one in the year, kept off the ends. */
const chanceOf = (rate: number): number => Math.min(0.99, Math.max(1e-6, -Math.expm1(-rate)));

/**
 * Solves a contingency with the treaty and without it. The challenger's status quo is set so that in the world as it is (with the treaty,
 * where it is in force) challenges come at the yearly rate observed; the other world's rate follows from what changes for the challenger.
 * @param rate challenges a year under the treaties in force
 * @param inForce whether the assessed treaty is among them
 */
export function solveCase(
  prepared: PreparedCase,
  values: ParameterValues,
  response: ResponseValues,
  rate: number,
  inForce: boolean,
  anchors: Anchors = {},
): SolvedWorlds {
  const games = caseGames(prepared, values, response);
  const solveSide = (side: Side): Omit<SolvedCase, 'reading'> => {
    const game = games[side];
    const near = anchors[side];
    return { game, solution: solveCrisis(game, near === undefined ? {} : { near }) };
  };
  const worlds = { with: solveSide('with'), without: solveSide('without') };
  const observed = inForce ? worlds.with : worlds.without;
  const statusQuo = observed.solution.challengeValue - logit(chanceOf(rate));
  return { with: moveStatusQuo(worlds.with, statusQuo), without: moveStatusQuo(worlds.without, statusQuo) };
}
