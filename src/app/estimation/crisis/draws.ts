import { availableParallelism } from 'node:os';
import type { ChainFit } from '../../../core/stages/chain.ts';
import { drawChain, type ChainDraws } from '../../../core/stages/chain-bootstrap.ts';
import type { ChainData } from '../../../core/stages/chain-data.ts';
import type { PairOdds, PromisedOdds } from '../../../core/stages/pair-odds.ts';
import { evenRuns, inThreads, isCompiled } from '../../../jobs/in-threads.ts';

/** The part of the draws that one thread makes. */
export interface DrawShare {
  readonly data: ChainData;
  readonly odds: PromisedOdds<PairOdds>;
  readonly fit: ChainFit;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** A thread's part. @param onProgress is told how many draws of the part are made */
export function drawShare({ data, odds, fit, ...range }: DrawShare, onProgress?: (done: number) => void): ChainDraws {
  let done = 0;
  return drawChain(data, odds, fit, range, () => onProgress?.((done += 1)));
}

const WORKER = new URL('./draws-worker.js', import.meta.url);
const MOST_THREADS = 8;

/** Draws of the crisis stages, shared out over the processors where the program is compiled; the same draws however they are shared. */
export async function sharedDraws(whole: Omit<DrawShare, 'from' | 'to'>, draws: number, onProgress?: (done: number) => void): Promise<ChainDraws> {
  const threads = isCompiled(WORKER) ? Math.min(MOST_THREADS, availableParallelism(), draws) : 0;
  if (threads < 2) return drawShare({ ...whole, from: 0, to: draws }, onProgress);
  const shares = evenRuns(draws, threads).map((run): DrawShare => ({ ...whole, ...run }));
  const parts = await inThreads<DrawShare, ChainDraws>(WORKER, shares, { onProgress });
  return { values: parts.flatMap(({ values }) => values), failed: parts.reduce((sum, { failed }) => sum + failed, 0) };
}
