import path from 'node:path';
import type { DecadesInput } from '../../core/explore/decades/options.ts';
import { mapCells } from '../../jobs/map-cells.ts';
import { listParts, readPart } from '../../jobs/part-files.ts';
import type { Shard } from '../../jobs/ranges.ts';
import { localExecutor } from '../../jobs/threads.ts';
import { CELLS } from '../sweep/cells.ts';
import { worldOfRow, type DigestedWorld, type DecadesShared, type WorldRow } from '../sweep/cells/decades-world.ts';
import { partsIn } from '../sweep/manifest.ts';
import { modelVersions } from '../sweep/request.ts';
import { runSweep } from '../sweep/run.ts';

export interface RunOptions {
  readonly worlds: number;
  readonly threads: number;
  /** Whether events are kept: a log wants them. */
  readonly events?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Runs worlds in memory. Those done when the signal comes are returned; the same worlds come out on any number of threads. */
export async function runWorlds(input: DecadesInput, { worlds, threads, events = false, signal, onProgress }: RunOptions): Promise<readonly DigestedWorld[]> {
  const shared: DecadesShared = { input, events };
  const inputs = Array.from({ length: worlds }, (_, world) => ({ parameters: { world }, seed: input.seed }));
  const rows = await mapCells<WorldRow>(localExecutor(Math.min(threads, worlds)), { module: CELLS, cell: 'decades-world', shared }, inputs, {
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && { onProgress }),
  });
  return rows.flatMap((row) => (row === undefined ? [] : [worldOfRow(row)]));
}

export interface FolderOptions extends RunOptions {
  readonly folder: string;
  readonly cwd: string;
  readonly resume: boolean;
  readonly shard?: Shard;
  readonly queue?: string;
  readonly onRemark?: (line: string) => void;
}

/**
 * Runs worlds into a folder of parts, so that what is done is kept whatever happens: by itself, as one shard of several, or over a queue.
 * @returns all worlds that the folder holds, this run's and others'
 * @throws {UserError} where the folder holds another run, or this one and it is not to be resumed
 */
export async function runWorldsInto(input: DecadesInput, question: unknown, options: FolderOptions): Promise<readonly DigestedWorld[]> {
  const { worlds, events = false, folder, cwd, ...rest } = options;
  const plan = {
    verb: 'decades-world',
    model: modelVersions(),
    shared: { input, events },
    axes: [{ name: 'world', values: Array.from({ length: worlds }, (_, world) => world) }],
    design: 'grid',
    seed: input.seed,
    repeat: 1,
  } as const;
  await runSweep(plan, question, { folder, cwd, ...rest });
  return keptWorlds(path.resolve(cwd, folder));
}

/** The worlds that a folder holds, in order; none where it does not exist. */
export async function keptWorlds(folder: string): Promise<readonly DigestedWorld[]> {
  const found = new Map<number, DigestedWorld>();
  for (const file of listParts(partsIn(folder))) {
    for await (const result of readPart(file)) {
      if ('error' in result || !isRow(result.value)) continue;
      const world = worldOfRow(result.value);
      found.set(world.world, world);
    }
  }
  return [...found.values()].toSorted((a, b) => a.world - b.world);
}

const isRow = (value: unknown): value is WorldRow => typeof value === 'object' && value !== null && 'line' in value && 'digest' in value;
