import { createRng } from '../src/core/math/rng.ts';
import { enumeratedOdds } from '../src/core/models/crisis/enumerate.ts';
import type { CrisisGame } from '../src/core/models/crisis/game.ts';
import { laplaceOdds } from '../src/core/models/crisis/laplace.ts';
import { anchorOf, solveCrisis } from '../src/core/models/crisis/solve.ts';
import type { Suite } from './suite.ts';

function gameOf(allies: number): CrisisGame {
  const rng = createRng('bench', allies);
  return {
    decisiveness: 1,
    challenger: { strength: 0.1, value: 2, war_cost: 1 },
    target: { strength: 0.01, value: 2, war_cost: 1 },
    allies: Array.from({ length: allies }, (_, i) => ({
      strength: 0.15 / (1 + i),
      value: 1.3,
      war_cost: 1 + rng.next(),
      broken_promise_cost: 1.67 * rng.next(),
    })),
  };
}

const twelve = gameOf(12);
const contenders = twelve.allies.map(({ strength }) => ({ strength, forTarget: true }));
const q = Float64Array.from(contenders, (_, i) => (i + 0.5) / 12);
const enumerated = enumeratedOdds(twelve.target.strength, twelve.challenger.strength, contenders, 1);
const quadrature = laplaceOdds(twelve.target.strength, twelve.challenger.strength, contenders);
const large = gameOf(31);
const near = anchorOf(large, solveCrisis(large));

/** Solutions in a run, as one is too short to time. */
const TIMES = 20;
const repeat = (work: () => void) => (): void => {
  for (let time = 0; time < TIMES; time++) work();
};

export const suite: Suite = {
  title: `The crisis game: expectations over coalitions at 12 allies and solutions at 31, ${String(TIMES)} times each`,
  cases: {
    'expectations of 12 allies, every coalition listed': repeat(() => void enumerated.at(q, false)),
    'expectations of 12 allies, by quadrature': repeat(() => void quadrature.at(q, false)),
    'solution of 31 allies, unique': repeat(() => void solveCrisis(large)),
    'solution of 31 allies, along the whole branch': repeat(() => void solveCrisis(large, { followPath: true })),
    'solution of 31 allies, from a neighbor': repeat(() => void solveCrisis(large, near === undefined ? {} : { near })),
  },
};
