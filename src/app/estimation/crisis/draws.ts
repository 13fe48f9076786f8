import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ChainFit } from '../../../core/stages/chain.ts';
import { drawChain, type ChainDraws } from '../../../core/stages/chain-bootstrap.ts';
import type { ChainData } from '../../../core/stages/chain-data.ts';
import type { PairOdds, PromisedOdds } from '../../../core/stages/pair-odds.ts';

/** The part of the draws that one thread makes. */
export interface DrawShare {
  readonly data: ChainData;
  readonly odds: PromisedOdds<PairOdds>;
  readonly fit: ChainFit;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

export const drawShare = ({ data, odds, fit, ...range }: DrawShare, onDraw?: () => void): ChainDraws => drawChain(data, odds, fit, range, onDraw);

const WORKER = fileURLToPath(new URL('./draws-worker.js', import.meta.url));
const MOST_THREADS = 8;

/** Draws of the crisis stages, shared out over the processors where the program is compiled; the same draws however they are shared. */
export async function sharedDraws(whole: Omit<DrawShare, 'from' | 'to'>, draws: number, onDraw?: () => void): Promise<ChainDraws> {
  const threads = existsSync(WORKER) ? Math.min(MOST_THREADS, availableParallelism(), draws) : 0;
  if (threads < 2) return drawShare({ ...whole, from: 0, to: draws }, onDraw);
  const edges = Array.from({ length: threads + 1 }, (_, index) => Math.round((draws * index) / threads));
  const parts = await Promise.all(edges.slice(1).map((to, index) => drawInThread({ ...whole, from: edges[index] ?? 0, to }, onDraw)));
  return { values: parts.flatMap(({ values }) => values), failed: parts.reduce((sum, { failed }) => sum + failed, 0) };
}

function drawInThread(share: DrawShare, onDraw?: () => void): Promise<ChainDraws> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: share });
    worker.on('message', (message: ChainDraws | 'draw') => {
      if (message === 'draw') onDraw?.();
      else resolve(message);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a thread ended with status ${code} before its draws were made`)));
  });
}
