import type { SnyderCase } from '../../../../src/core/models/crisis/snyder.ts';

/** The protégé of docs/models/snyder.md: weak, worth much to the challenger, with one strong ally of little interest. */
export const PROTEGE: SnyderCase = {
  game: {
    decisiveness: 1,
    target: { strength: 0.3, value: 2.5, war_cost: 0.5 },
    challenger: { strength: 1, value: 6, war_cost: 4 },
    allies: [{ strength: 4, value: 1, war_cost: 3, broken_promise_cost: 0 }],
  },
  ally: 0,
  provocation: { gain: 1, base: 0.1, slope: 0.4 },
};

/** ... with two more allies, one of them bound. */
export const THREE_ALLIES: SnyderCase = {
  ...PROTEGE,
  game: {
    ...PROTEGE.game,
    allies: [
      ...PROTEGE.game.allies,
      { strength: 1, value: 0.8, war_cost: 1.5, broken_promise_cost: 1.4 },
      { strength: 0.5, value: 1.2, war_cost: 1, broken_promise_cost: 0 },
    ],
  },
};
