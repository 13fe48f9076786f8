import { bestResponse } from './best-response.ts';
import { baseSecurity, checkGame, type SpendingGame } from './game.ts';

/**
 * What each member would spend alone: the best response where nobody's spending protects it, α y − (1 − α) b / ω.
 * @throws {RangeError} for a game that is none
 */
export function autarky(game: SpendingGame): number[] {
  checkGame(game);
  return game.members.map((member) => bestResponse(member, baseSecurity(member)));
}
