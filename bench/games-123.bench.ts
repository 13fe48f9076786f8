import { fit } from '../src/core/estimate/fit.ts';
import { egame123 } from '../src/core/estimate/games/egame123.ts';
import { madeUpPlays } from './made-up-plays.ts';
import { naiveFit } from './naive-fit.ts';
import type { Suite } from './suite.ts';

const plays = madeUpPlays(egame123, 1000, [
  [0.5, 2],
  [undefined, 0],
  [0.5, 1],
  [-0.5, 2],
  [undefined, 0],
  [0.5, 1],
  [-0.5, 1],
  [0.5, 1],
]);

const SHARE = 5;

export const suite: Suite = {
  title: 'A game of four outcomes, three players, private probit: 1,000 rows',
  cases: {
    'differences and BFGS on lists (a fifth of the rows)': {
      body: () =>
        void naiveFit(
          egame123,
          plays.naive.filter((_, row) => row % SHARE === 0),
          plays.size,
        ),
      times: SHARE,
    },
    'fit()': () => void fit(plays.request, plays.table),
  },
};
