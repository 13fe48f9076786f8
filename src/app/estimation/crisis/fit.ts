import { fitChain, type ChainFit } from '../../../core/stages/chain.ts';
import { drawnCovariance, type ChainDraws } from '../../../core/stages/chain-bootstrap.ts';
import { chainNames, chainValues } from '../../../core/stages/chain-values.ts';
import { predictPromised, type PairOdds, type PromisedOdds } from '../../../core/stages/pair-odds.ts';
import { readCrisisData, type CrisisData } from './data.ts';
import { sharedDraws } from './draws.ts';
import type { EstimationContext } from '../section.ts';

/** The crisis stages estimated. */
export interface CrisisEstimate {
  readonly data: CrisisData;
  readonly fit: ChainFit;
  readonly odds: PromisedOdds<PairOdds>;
  readonly draws: ChainDraws;
  readonly names: readonly string[];
  /** In the order of the names. */
  readonly values: Float64Array;
}

/** Reads the record, fits the three stages and draws their errors. @throws {DataError} where a table is lacking */
export async function estimateChain(context: EstimationContext): Promise<CrisisEstimate> {
  const { seed, draws: count, onProgress } = context;
  const data = await readCrisisData(context);
  const { fit, odds } = fitWhole(data);
  const draws = await sharedDraws({ data: data.chain, odds, fit, seed }, count, (done) => onProgress?.(done, count, 'draws of the crisis stages'));
  return { data, fit, odds, draws, names: chainNames(data.chain), values: chainValues(fit) };
}

/** The three stages at the estimates, and the odds of war they rest on. */
export function fitWhole(data: Pick<CrisisData, 'chain' | 'pairs' | 'initiation'>): { readonly fit: ChainFit; readonly odds: PromisedOdds<PairOdds> } {
  const { chain, pairs, initiation } = data;
  let odds: PromisedOdds<PairOdds> | undefined;
  const fit = fitChain(chain, (join) => {
    odds = predictPromised(pairs, initiation, chain.rows, join, true);
    return { promised: odds.promised.prevail, alone: odds.alone.prevail };
  });
  if (odds === undefined) throw new RangeError('no odds were asked for');
  return { fit, odds };
}

/** The estimate of a parameter. @throws {RangeError} for a name there is none of */
export function estimateOf({ names, values }: Pick<CrisisEstimate, 'names' | 'values'>, name: string): number {
  const at = names.indexOf(name);
  if (at === -1) throw new RangeError(`there is no estimate of ${name}`);
  return values[at] ?? Number.NaN;
}

/** Standard deviation of a parameter over the draws. */
export function errorOf({ names, draws }: Pick<CrisisEstimate, 'names' | 'draws'>, name: string): number {
  return Math.sqrt(drawnCovariance(draws.values, [names.indexOf(name)])[0] ?? Number.NaN);
}

/** Values of a parameter over the draws, ascending. */
export function drawsOf({ names, draws }: Pick<CrisisEstimate, 'names' | 'draws'>, name: string): Float64Array {
  const at = names.indexOf(name);
  return Float64Array.from(draws.values, (draw) => draw[at] ?? Number.NaN).sort();
}
