import { createRng } from '../src/core/math/rng.ts';
import { fitChain, refitChain, type ChainFit, type ChainWeights } from '../src/core/stages/chain.ts';
import { roundsOf } from '../src/core/stages/join-stage.ts';
import { predictPairs, predictPromised, type PairOdds, type PromisedOdds } from '../src/core/stages/pair-odds.ts';
import { madeUpCrises } from './made-up-crises.ts';
import type { Suite } from './suite.ts';

const DRAWS = 200;
const ONE_IN = 2;

const { chain, pairs, initiation } = madeUpCrises();
const every = (step: number): Int32Array => Int32Array.from({ length: Math.ceil(initiation.rows / step) }, (_, at) => at * step);
const some = every(ONE_IN);

const estimate = (start?: ChainFit, weights?: ChainWeights, slopes = true): { fit: ChainFit; odds: PromisedOdds<PairOdds> } => {
  const found: PromisedOdds<PairOdds>[] = [];
  const fit = fitChain(
    chain,
    (join) => {
      const odds = predictPromised(pairs, initiation, chain.rows, join, slopes);
      found.push(odds);
      return { promised: odds.promised.prevail, alone: odds.alone.prevail };
    },
    { ...(start !== undefined && { start }), ...(weights !== undefined && { weights }) },
  );
  const [odds] = found;
  if (odds === undefined) throw new Error('no odds');
  return { fit, odds };
};

const whole = estimate();
const rng = createRng('bench', 'draws');
const drawn = (n: number): Float64Array => {
  const counts = new Float64Array(n);
  for (let pick = 0; pick < n; pick++) {
    const one = rng.int(n);
    counts[one] = (counts[one] ?? 0) + 1;
  }
  return counts;
};
const weights = (): ChainWeights => ({ disputes: drawn(chain.disputes.length), pairs: drawn(chain.challenge.pairs) });

export const suite: Suite = {
  title: `crisis stages: ${chain.challenge.happened.length.toLocaleString('en-US')} relevant of ${initiation.rows.toLocaleString('en-US')} directed dyad-years, ${DRAWS} draws, one core`,
  cases: {
    'draws, every war predicted anew (1 run)': { body: () => void estimate(whole.fit, weights(), false), times: DRAWS },
    'draws, odds moved along their slopes (1 run)': { body: () => void refitChain(chain, whole.odds, whole.fit, weights()), times: DRAWS },
    'the stages fitted, with slopes': () => void estimate(),
    [`who joins predicted for every pair (1 in ${ONE_IN} run)`]: {
      body: () => void predictPairs(pairs, initiation, some, roundsOf(whole.fit.join), false),
      times: ONE_IN,
    },
  },
};
