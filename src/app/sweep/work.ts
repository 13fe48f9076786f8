import { partFiles } from '../../jobs/part-files.ts';
import type { OpenFunction } from '../../jobs/pools-at-hand.ts';
import { serveQueue, type WorkerOptions } from '../../jobs/queue-worker.ts';
import { UserError } from '../user-error.ts';
import { CELLS } from './cells.ts';
import { chunkNamed } from './chunk.ts';
import { partsIn, readManifest } from './manifest.ts';
import { orQueueFault } from './queue-fault.ts';
import { plannedCells } from './planned-cells.ts';
import { checkVersions } from './request.ts';

/**
 * Works for sweeps that are queued, until told to stop: reads what is to be done in each sweep's own folder, and writes the parts there.
 * @returns how many chunks and cells it ran
 * @throws {UserError} where no Redis can be used
 */
export async function workForSweeps(options: Omit<WorkerOptions, 'open'>): Promise<{ readonly chunks: number; readonly cells: number }> {
  return orQueueFault(() => serveQueue({ ...options, open }));
}

/** The sweep of a folder. @throws {UserError} where it is not there, or is of another version */
const open: OpenFunction = ({ folder, job }) => {
  const manifest = readManifest(folder);
  if (manifest?.id !== job) throw new UserError(`${folder}: the sweep is not there; a worker sees the same folder under the same name as the sweep.`);
  checkVersions(manifest.plan, folder);
  const { verb, shared } = manifest.plan;
  const cells = plannedCells(manifest.plan);
  return { task: { module: CELLS, cell: verb, shared }, parts: partFiles(partsIn(folder)), chunk: (name) => chunkNamed(name, cells) };
};
