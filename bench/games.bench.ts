import { bootstrapInThreads } from '../dist/app/bootstrap-threads.js';
import { bootstrap } from '../src/core/estimate/bootstrap.ts';
import { fit } from '../src/core/estimate/fit.ts';
import { egame12 } from '../src/core/estimate/games/egame12.ts';
import { createRng } from '../src/core/math/rng.ts';
import { madeUpPlays } from './made-up-plays.ts';
import { naiveFit } from './naive-fit.ts';
import type { Suite } from './suite.ts';

/** The size and shape of Leblang's currency crises: attacks are rare. */
const crises = madeUpPlays(egame12, 7240, [
  [undefined, 8],
  [-3.6, 0],
  [-3.1, 0],
  [0.4, 8],
]);
const best = fit(crises.request, crises.table);

const REFITS = 10;
const SHARE = 20;

export const suite: Suite = {
  title: 'A game of three outcomes, private probit: 7,240 rows, 19 coefficients',
  cases: {
    'differences and BFGS on lists (a twentieth of the rows)': {
      body: () =>
        void naiveFit(
          egame12,
          crises.naive.filter((_, row) => row % SHARE === 0),
          crises.size,
        ),
      times: SHARE,
    },
    'fit()': () => void fit(crises.request, crises.table),
    'a hundred refits of a bootstrap on all processors': async () => void (await bootstrapInThreads(best, { ...crises, draws: 100, seed: 1 })),
    '... on one (ten run)': { body: () => void bootstrap(best, { draws: REFITS, rng: createRng(1) }), times: 100 / REFITS },
  },
};
