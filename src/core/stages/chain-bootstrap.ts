import { createRng, type Rng } from '../math/rng.ts';
import { refitChain, type ChainFit } from './chain.ts';
import type { ChainData } from './chain-data.ts';
import { chainValues } from './chain-values.ts';
import type { PairOdds, PromisedOdds } from './pair-odds.ts';

/** Draws of the stages. */
export interface ChainDraws {
  /** Values of every draw that converged, in the order of `chainNames`. */
  readonly values: readonly Float64Array[];
  readonly failed: number;
}

/**
 * Refits all three stages to disputes drawn with replacement, and the challenge to pairs of states drawn with replacement, so that errors of each stage
 * carry into the next (Efron 1979, Annals of Statistics 7). Each draw has a stream of its own: however draws are shared out, they are the same.
 * @param odds of `fit`
 */
export function drawChain(
  data: ChainData,
  odds: PromisedOdds<PairOdds>,
  fit: ChainFit,
  { seed, from, to }: { seed: number; from: number; to: number },
  onDraw?: () => void,
): ChainDraws {
  const values: Float64Array[] = [];
  for (let draw = from; draw < to; draw++) {
    const rng = createRng(seed, 'crisis', draw);
    const weights = { disputes: counts(rng, data.disputes.length), pairs: counts(rng, data.challenge.pairs) };
    const refit = refitChain(data, odds, fit, weights);
    if (refit.join.converged && refit.resist.converged && refit.challenge.converged) values.push(chainValues(refit));
    onDraw?.();
  }
  return { values, failed: to - from - values.length };
}

/** How often each of `n` comes up in `n` draws. */
function counts(rng: Rng, n: number): Float64Array {
  const found = new Float64Array(n);
  for (let pick = 0; pick < n; pick++) {
    const one = rng.int(n);
    found[one] = (found[one] ?? 0) + 1;
  }
  return found;
}

/** Covariance of some of the values over the draws, row by row. */
export function drawnCovariance(draws: readonly Float64Array[], places: readonly number[]): Float64Array {
  const size = places.length;
  const means = places.map((at) => draws.reduce((sum, draw) => sum + (draw[at] ?? 0), 0) / draws.length);
  const covariance = new Float64Array(size * size);
  for (const draw of draws) {
    const apart = places.map((at, i) => (draw[at] ?? 0) - (means[i] ?? 0));
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) covariance[i * size + j] = (covariance[i * size + j] ?? 0) + (apart[i] ?? 0) * (apart[j] ?? 0);
  }
  return covariance.map((sum) => sum / (draws.length - 1));
}
