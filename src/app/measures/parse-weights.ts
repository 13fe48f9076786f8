import { UserError } from '../user-error.ts';

const MOST = 1000;

/**
 * A list of sizes or votes: `7,7,7,1`, or shorter `7x3,1` for three sevens and a one.
 * @throws {UserError} where it is none
 */
export function parseWeights(text: string, where = '--weights'): readonly number[] {
  const weights = text.split(',').flatMap((part) => {
    const match = /^\s*(\d+(?:\.\d+)?|\.\d+)(?:x(\d+))?\s*$/.exec(part);
    if (match === null) throw new UserError(`${where}: '${part}' is no number; write 7,7,1, or 7x2,1 for two sevens and a one.`);
    const [, weight = '', times = '1'] = match;
    if (Number(times) > MOST) throw new UserError(`${where}: ${times} players are too many; at most ${MOST}.`);
    return new Array<number>(Number(times)).fill(Number(weight));
  });
  if (weights.length > MOST) throw new UserError(`${where}: ${weights.length} players are too many; at most ${MOST}.`);
  return weights;
}
