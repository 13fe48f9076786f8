import { fit } from '../src/core/estimate/fit.ts';
import { egame122 } from '../src/core/estimate/games/egame122.ts';
import { madeUpPlays } from './made-up-plays.ts';
import { naiveFit } from './naive-fit.ts';
import type { Suite } from './suite.ts';

const plays = madeUpPlays(egame122, 1000, [
  [0.5, 2],
  [-0.5, 3],
  [undefined, 0],
  [0.5, 2],
  [1, 2],
  [-1, 3],
]);

const SHARE = 5;

export const suite: Suite = {
  title: 'A game of four outcomes, two answers, private probit: 1,000 rows',
  cases: {
    'differences and BFGS on lists (a fifth of the rows)': {
      body: () =>
        void naiveFit(
          egame122,
          plays.naive.filter((_, row) => row % SHARE === 0),
          plays.size,
        ),
      times: SHARE,
    },
    'fit()': () => void fit(plays.request, plays.table),
  },
};
