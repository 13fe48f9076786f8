import { availableParallelism } from 'node:os';
import { refits, summarize, type Bootstrap } from '../core/estimate/bootstrap.ts';
import { fit, type Fit } from '../core/estimate/fit.ts';
import type { FitRequest } from '../core/estimate/request.ts';
import { createRng } from '../core/math/rng.ts';
import type { Table } from '../core/table/table.ts';
import { inThreads, isCompiled } from '../jobs/in-threads.ts';

/** Compiled beside this file; from sources there is none, and refits are made here. */
const WORKER = new URL('./bootstrap-worker.js', import.meta.url);
const MOST_THREADS = 8;
/** Rows times draws below which refits are done before a thread has started. */
const WORTH_A_THREAD = 200_000;

/** What a thread is told: the fit, to be made again, and every so manieth draw, from `first` on. */
export interface RefitTask {
  readonly request: FitRequest;
  readonly table: Table;
  readonly draws: number;
  readonly seed: number;
  readonly groups?: Int32Array;
  readonly first: number;
  readonly every: number;
}

type Refits = (Float64Array | undefined)[];

/** A thread's part. Fits are the same to the last digit wherever they are made. */
export const refitShare = (task: RefitTask): Refits => sharedRefits(fit(task.request, task.table), task);

const sharedRefits = (found: Fit, { draws, seed, groups, first, every }: RefitTask): Refits =>
  refits(found, { draws, rng: createRng(seed, 'bootstrap'), ...(groups !== undefined && { groups }) }, { first, every });

/** A bootstrap shared out to the processors at hand; its numbers do not depend on how many there are. */
export async function bootstrapInThreads(found: Fit, question: Omit<RefitTask, 'first' | 'every'>, most = availableParallelism()): Promise<Bootstrap> {
  const worth = isCompiled(WORKER) ? Math.floor((found.n * question.draws) / WORTH_A_THREAD) : 1;
  const every = Math.max(1, Math.min(most, MOST_THREADS, worth));
  // This thread refits its share while the others refit theirs.
  const others = Array.from({ length: every - 1 }, (_, index): RefitTask => ({ ...question, first: index + 1, every }));
  const waiting = inThreads<RefitTask, Refits>(WORKER, others);
  waiting.catch(() => {});
  const shares = [sharedRefits(found, { ...question, first: 0, every }), ...(await waiting)];
  return summarize(
    found,
    Array.from({ length: question.draws }, (_, draw) => shares[draw % every]?.[Math.floor(draw / every)]),
  );
}
