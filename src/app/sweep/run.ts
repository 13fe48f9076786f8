import { existsSync } from 'node:fs';
import path from 'node:path';
import type { SweepPlan } from '../../core/explore/sweep/plan.ts';
import type { Chunk, Executor } from '../../jobs/executor.ts';
import { createPace, type Pace } from '../../jobs/pace.ts';
import { partFiles } from '../../jobs/part-files.ts';
import { placesOf, rangeNamed, rangesOf, sizeOfShard, WHOLE, type Shard } from '../../jobs/ranges.ts';
import { localExecutor } from '../../jobs/threads.ts';
import { UserError } from '../user-error.ts';
import { CELLS } from './cells.ts';
import { chunkOf } from './chunk.ts';
import { doneIn } from './done-in.ts';
import { chunkSizeIn, keepChunkSize, manifestOf, partsIn, placeManifest, readManifest, type Manifest } from './manifest.ts';
import { mergeParts, type Merged } from './merge.ts';
import { plannedCells, type PlannedCells } from './planned-cells.ts';
import { checkVersions, orUserError } from './request.ts';

export interface SweepOptions {
  readonly folder: string;
  readonly cwd: string;
  readonly threads: number;
  /** Goes on with what the folder holds. */
  readonly resume?: boolean;
  readonly shard?: Shard;
  /** Has workers do it, over the Redis at this address. */
  readonly queue?: string;
  /** Cells handed out together; by their pace when left out. */
  readonly chunk?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  readonly onRemark?: (line: string) => void;
}

export interface Swept {
  readonly id: string;
  readonly verb: string;
  readonly folder: string;
  /** Points of the design times repeats; those that fall together are one cell. */
  readonly points: number;
  readonly cells: number;
  /** The part of them that was to be done here: all, or a shard's. */
  readonly share: number;
  /** Those of the share that are done now, with those of runs before. */
  readonly done: number;
  /** Those done by this run. */
  readonly ran: number;
  readonly stopped: boolean;
  readonly seconds: number;
  /** What the parts came to, where all are there and this is no shard. */
  readonly merged?: Merged;
}

/** The sweep of a folder that is gone on with, or the one planned that begins. @throws {UserError} where they do not fit */
function openSweep(plan: SweepPlan | undefined, question: unknown, { folder, cwd, resume = false, shard }: SweepOptions): Manifest {
  const directory = path.resolve(cwd, folder);
  const found = readManifest(directory, folder);
  if (plan === undefined) {
    if (found === undefined) throw new UserError(`${folder}: holds no sweep to resume.`);
    return found;
  }
  const wanted = manifestOf(plan, question);
  const manifest = found ?? placeManifest(directory, wanted, folder);
  if (manifest.id !== wanted.id) throw new UserError(`${folder}: holds another sweep, of ${manifest.plan.verb}; name another folder.`);
  if (found !== undefined && !resume && shard === undefined && existsSync(partsIn(directory))) {
    throw new UserError(`${folder}: holds this sweep already; add --resume to go on with it.`);
  }
  return manifest;
}

interface Work {
  readonly manifest: Manifest;
  readonly directory: string;
  readonly cells: PlannedCells;
  /** 1 where a cell is done. */
  readonly done: Uint8Array;
  readonly shard: Shard;
  readonly pace: Pace;
  readonly options: SweepOptions;
  readonly onChunk: (chunk: Chunk, seconds?: number) => void;
}

/** Has an executor do what is not done yet, in chunks of a size, until it is enough. */
async function workOff(
  { manifest, directory, cells, done, shard, pace, options, onChunk }: Work,
  executor: Executor,
  size: () => number,
  isEnough = () => false,
) {
  const { verb, shared } = manifest.plan;
  const isDone = (place: number): boolean => done[place] === 1;
  function* chunks(): Generator<Chunk> {
    for (const range of rangesOf(cells.ids.length, shard, isDone, size)) {
      if (isEnough()) return;
      const chunk = chunkOf(range, cells);
      pace.taken(chunk.cells.length);
      yield chunk;
    }
  }
  const parts = partFiles(partsIn(directory));
  const { signal } = options;
  await executor.run({ task: { module: CELLS, cell: verb, shared }, chunks: chunks(), parts, onChunk, ...(signal !== undefined && { signal }) });
}

/** Seconds of cells done here before the rest is queued, to learn how long one takes. */
const TRIAL = 1;
/** Seconds that a queued chunk is to take. */
const QUEUED = 1.25;

async function workOffQueued(work: Work, url: string): Promise<void> {
  const { manifest, directory, pace, options } = work;
  const { threads, onRemark } = options;
  const [{ queue }, { connectRedis }, { orQueueFault }] = await Promise.all([
    import('../../jobs/queue.ts'),
    import('../../jobs/redis.ts'),
    import('./queue-fault.ts'),
  ]);
  // What is wrong with the queue is said before the first cell.
  await orQueueFault(async () => (await connectRedis(url)).disconnect());
  let size = options.chunk ?? chunkSizeIn(directory);
  if (size === undefined) {
    await workOff(work, localExecutor(threads), pace.next, () => pace.spent() > TRIAL);
    size = Math.max(1, Math.ceil(QUEUED / (pace.secondsPerCell() ?? QUEUED)));
    keepChunkSize(directory, size);
  }
  if (options.signal?.aborted === true) return;
  const chunk = size;
  const queued = queue({ url, folder: directory, job: manifest.id, ...(onRemark !== undefined && { onRemark }) });
  await orQueueFault(() => workOff(work, queued, () => chunk));
}

/**
 * Runs a sweep, or what is left of it, and merges it when all cells are done. What is done stays done, whatever ends the run.
 * @param plan undefined: the sweep that the folder holds
 * @param question as it was put, for the record
 * @throws {UserError} where the folder holds another sweep, or this one and it is not to be resumed
 */
export async function runSweep(plan: SweepPlan | undefined, question: unknown, options: SweepOptions): Promise<Swept> {
  const start = performance.now();
  const { folder, cwd, threads, shard = WHOLE, signal, onProgress } = options;
  const manifest = openSweep(plan, question, options);
  checkVersions(manifest.plan, folder);
  const directory = path.resolve(cwd, folder);
  const cells = orUserError(folder, () => plannedCells(manifest.plan));
  const total = cells.ids.length;
  const done = doneIn(partsIn(directory), cells);
  const share = sizeOfShard(total, shard);
  const countDone = (): number => placesOf({ from: shard.index - 1, to: total, step: shard.of }).filter((place) => done[place] === 1).length;
  const before = countDone();
  let ran = 0;
  onProgress?.(before, share);
  const pace = createPace(share - before, threads);
  const onChunk: Work['onChunk'] = (chunk, seconds) => {
    if (seconds !== undefined) pace.done(chunk.cells.length, seconds);
    const range = rangeNamed(chunk.name);
    for (const place of range === undefined ? [] : placesOf(range)) done[place] = 1;
    ran += chunk.cells.length;
    onProgress?.(before + ran, share);
  };
  const work: Work = { manifest, directory, cells, done, shard, pace, options, onChunk };
  if (options.queue !== undefined) await workOffQueued(work, options.queue);
  else await workOff(work, localExecutor(threads), options.chunk === undefined ? pace.next : () => options.chunk ?? 1);
  const now = countDone();
  return {
    id: manifest.id,
    verb: manifest.plan.verb,
    folder: directory,
    points: cells.points,
    cells: total,
    share,
    done: now,
    ran,
    stopped: signal?.aborted === true && now < share,
    ...(now === total && shard.of === 1 && { merged: await mergeParts(directory, manifest, cells, { cwd }) }),
    seconds: (performance.now() - start) / 1000,
  };
}
