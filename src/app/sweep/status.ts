import path from 'node:path';
import { UserError } from '../user-error.ts';
import { doneIn } from './done-in.ts';
import { partsIn, readManifest } from './manifest.ts';
import { plannedCells } from './planned-cells.ts';
import { orUserError } from './request.ts';

export interface SweepStatus {
  readonly id: string;
  readonly verb: string;
  readonly cells: number;
  readonly done: number;
  readonly model: Readonly<Record<string, string>>;
}

/** How far the sweep of a folder is. @throws {UserError} where it holds none */
export function sweepStatus(folder: string, cwd: string): SweepStatus {
  const directory = path.resolve(cwd, folder);
  const manifest = readManifest(directory, folder);
  if (manifest === undefined) throw new UserError(`${folder}: holds no sweep; name the folder that 'foedus sweep ... -o DIR' made.`);
  const cells = orUserError(folder, () => plannedCells(manifest.plan));
  const done = doneIn(partsIn(directory), cells).reduce((sum, one) => sum + one, 0);
  return { id: manifest.id, verb: manifest.plan.verb, cells: cells.ids.length, done, model: manifest.plan.model };
}
