import { existsSync } from 'node:fs';
import path from 'node:path';
import type { SweepPlan } from '../../core/explore/sweep/plan.ts';
import type { Chunk, Executor } from '../../jobs/executor.ts';
import { createPace } from '../../jobs/pace.ts';
import { partFiles } from '../../jobs/part-files.ts';
import { nameOf, placesOf, rangesOf, sizeOfShard, WHOLE, type Range, type Shard } from '../../jobs/ranges.ts';
import { localExecutor } from '../../jobs/threads.ts';
import { UserError } from '../user-error.ts';
import { CELLS } from './cells.ts';
import { hash, manifestOf, partsIn, placeManifest, plannedCells, readManifest, type Manifest, type PlannedCells } from './manifest.ts';
import { mergeParts, type Merged } from './merge.ts';
import { doneIn } from './progress-in.ts';
import { modelVersions, orUserError } from './request.ts';

export interface SweepOptions {
  readonly folder: string;
  readonly cwd: string;
  readonly threads: number;
  /** Goes on with what the folder holds. */
  readonly resume?: boolean;
  readonly shard?: Shard;
  /** Cells handed out together; by their pace when left out. */
  readonly chunk?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Swept {
  readonly id: string;
  readonly verb: string;
  readonly folder: string;
  /** Points of the design times repeats; those that fall together are one cell. */
  readonly points: number;
  readonly cells: number;
  /** Cells that this run did. */
  readonly ran: number;
  /** Cells done now, with those of runs before, and of others that were seen. */
  readonly done: number;
  readonly stopped: boolean;
  readonly shard?: Shard;
  readonly seconds: number;
  /** What the parts came to, where all are there. */
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
  if (manifest.id !== wanted.id) throw new UserError(`${folder}: holds another sweep (of ${manifest.plan.verb}, ${manifest.id}); name another folder.`);
  if (found !== undefined && !resume && shard === undefined && existsSync(partsIn(directory))) {
    throw new UserError(`${folder}: holds this sweep already; add --resume to go on with it.`);
  }
  return manifest;
}

/** @throws {UserError} where the program here is another than the one a sweep was planned with */
export function checkVersions({ plan }: Manifest, folder: string): void {
  const own = modelVersions();
  const other = Object.entries(plan.model).filter(([name, version]) => own[name] !== version);
  if (other.length === 0) return;
  throw new UserError(
    `${folder}: this sweep was started with ${other.map(([name, version]) => `${name} ${version}`).join(', ')}; here is ${other.map(([name]) => `${name} ${own[name] ?? '-'}`).join(', ')}.`,
    ['One sweep runs on one version everywhere: install that one, or start the sweep anew.'],
  );
}

/** A range of a sweep's cells as a chunk to run. */
export function chunkOf(range: Range, { ids, at }: PlannedCells): Chunk {
  const places = placesOf(range);
  return {
    name: nameOf(
      range,
      places.map((place) => ids[place] ?? ''),
      hash,
    ),
    cells: places.map((place) => {
      const { id, parameters, seed } = at(place);
      return { id, input: { parameters, seed } };
    }),
  };
}

/**
 * Runs a sweep, or what is left of it, and merges it when all cells are done. What is done stays done, whatever ends the run.
 * @param plan undefined: the sweep that the folder holds
 * @throws {UserError} where the folder holds another sweep, or this one and it is not to be resumed
 */
export async function runSweep(plan: SweepPlan | undefined, question: unknown, options: SweepOptions, executor?: Executor): Promise<Swept> {
  const start = performance.now();
  const { folder, cwd, threads, shard = WHOLE, signal, onProgress } = options;
  const manifest = openSweep(plan, question, options);
  checkVersions(manifest, folder);
  const directory = path.resolve(cwd, folder);
  const cells = orUserError('sweep', () => plannedCells(manifest.plan));
  const total = cells.ids.length;
  const done = doneIn(directory, cells);
  const share = sizeOfShard(total, shard);
  const before = placesOf({ from: shard.index - 1, to: total, step: shard.of }).filter((place) => done[place] === 1).length;
  const pace = createPace(share - before, threads);
  let ran = 0;
  onProgress?.(before, share);
  function* chunks(): Generator<Chunk> {
    for (const range of rangesOf(
      total,
      shard,
      (place) => done[place] === 1,
      () => options.chunk ?? pace.next(),
    )) {
      const chunk = chunkOf(range, cells);
      pace.taken(chunk);
      yield chunk;
    }
  }
  await (executor ?? localExecutor(threads)).run({
    task: { module: CELLS, cell: manifest.plan.verb, shared: manifest.plan.shared },
    chunks: chunks(),
    parts: partFiles(partsIn(directory)),
    ...(signal !== undefined && { signal }),
    onChunk: (chunk) => {
      pace.kept(chunk);
      ran += chunk.cells.length;
      onProgress?.(before + ran, share);
    },
  });
  const stopped = signal?.aborted === true && before + ran < share;
  const isWhole = doneIn(directory, cells).every((one) => one === 1);
  return {
    id: manifest.id,
    verb: manifest.plan.verb,
    folder: directory,
    points: cells.points,
    cells: total,
    ran,
    done: before + ran,
    stopped,
    ...(options.shard !== undefined && { shard }),
    ...(isWhole && shard.of === 1 && { merged: await mergeParts(directory, manifest, cells, { cwd }) }),
    seconds: (performance.now() - start) / 1000,
  };
}
