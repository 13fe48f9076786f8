import { createLaw } from '../core/law/law.ts';
import type { MatrixDuty } from '../core/law/matrix.ts';
import type { IsoDate, StateId } from '../core/states/types.ts';
import type { World } from '../core/states/world.ts';
import type { Treaty } from '../core/treaty/schema.ts';

export interface MatrixRow {
  readonly attacker: StateId;
  readonly target: StateId;
  readonly duties: readonly MatrixDuty[];
}

export interface MatrixAnswer {
  readonly date: IsoDate;
  readonly states: readonly StateId[];
  /** Ordered pairs of different states, those without a duty included. */
  readonly pairs: number;
  /** Pairs in which somebody would owe something. */
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRequest {
  readonly date: IsoDate;
  readonly attacker?: StateId;
  readonly target?: StateId;
  /** Treaties that say who is allied with whom, and are asked nothing else. */
  readonly background?: readonly Treaty[];
}

/** For every ordered pair of states on a date, who would be obliged if the first attacked the second's home by land. */
export function obligationMatrix(treaties: readonly Treaty[], world: World, { date, attacker, target, background = [] }: MatrixRequest): MatrixAnswer {
  const matrix = createLaw(treaties, world, background).matrix(date);
  const rows: MatrixRow[] = [];
  let pairs = 0;
  matrix.states.forEach((from, a) => {
    if (attacker !== undefined && from !== attacker) return;
    matrix.states.forEach((to, t) => {
      if (a === t || (target !== undefined && to !== target)) return;
      pairs += 1;
      const duties = matrix.duties(a, t);
      if (duties.length > 0) rows.push({ attacker: from, target: to, duties });
    });
  });
  return { date, states: matrix.states, pairs, rows };
}
