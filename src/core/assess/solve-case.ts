import { logistic, logit } from '../math/logistic.ts';
import { readCrisis, type CrisisReading } from '../models/crisis/readings.ts';
import { solveCrisis, type CrisisSolution } from '../models/crisis/solve.ts';
import { caseGame, type CaseGame, type ResponseValues, type Side } from './case-game.ts';
import type { CrisisCase } from './crisis-case.ts';
import type { ParameterValues } from './parameter-values.ts';

/** A contingency solved in one world, per year. */
export interface SolvedCase {
  readonly made: CaseGame;
  readonly solution: CrisisSolution;
  readonly reading: CrisisReading;
}

export interface SolvedWorlds {
  readonly with: SolvedCase;
  readonly without: SolvedCase;
}

function solveAt(made: CaseGame, statusQuo: number): SolvedCase {
  const game = { ...made.game, challenger: { ...made.game.challenger, status_quo: statusQuo } };
  const solution = solveCrisis(game);
  return { made: { ...made, game }, solution, reading: readCrisis(game, solution) };
}

/** The same play with another status quo: only the challenge depends on it. */
function moveStatusQuo({ made, solution }: SolvedCase, statusQuo: number): SolvedCase {
  const game = { ...made.game, challenger: { ...made.game.challenger, status_quo: statusQuo } };
  const challengeValue = solution.challengeValue - statusQuo;
  const pChallenge = logistic(challengeValue);
  const moved = { ...solution, challengeValue, pChallenge, pWar: pChallenge * solution.pResist * (made.game.escalation ?? 1) };
  return { made: { ...made, game }, solution: moved, reading: readCrisis(game, moved) };
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
  built: CrisisCase,
  assessed: string,
  values: ParameterValues,
  response: Readonly<Record<Side, ResponseValues>>,
  rate: number,
  inForce: boolean,
): SolvedWorlds {
  const solveSide = (side: Side): SolvedCase => solveAt(caseGame(built, side, assessed, values, response[side], 0), 0);
  const worlds = { with: solveSide('with'), without: solveSide('without') };
  const observed = inForce ? worlds.with : worlds.without;
  const statusQuo = observed.solution.challengeValue - logit(chanceOf(rate));
  return { with: moveStatusQuo(worlds.with, statusQuo), without: moveStatusQuo(worlds.without, statusQuo) };
}
