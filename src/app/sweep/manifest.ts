import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canonical, type SweepPlan } from '../../core/explore/sweep/plan.ts';
import { writeAtomically } from '../files.ts';
import { UserError } from '../user-error.ts';
import { VERSION } from '../version.ts';
import { hash } from './planned-cells.ts';

/** Version of sweep.json's shape. Older ones are read, newer ones are refused. */
const FORMAT = 1;

/** `sweep.json`: all there is to know to run, resume and merge a sweep, on any machine that sees the folder. */
export interface Manifest {
  readonly format: number;
  /** Hash of the plan: the same sweep has the same one. */
  readonly id: string;
  /** The question as it was put. */
  readonly question: unknown;
  readonly plan: SweepPlan;
}

const fileIn = (folder: string): string => path.join(folder, 'sweep.json');
export const partsIn = (folder: string): string => path.join(folder, 'parts');
export const resultsIn = (folder: string): string => path.join(folder, 'results.parquet');

export const manifestOf = (plan: SweepPlan, question: unknown): Manifest => ({ format: FORMAT, id: hash(canonical(plan)).slice(0, 16), question, plan });

/**
 * The sweep of a folder; undefined where it holds none.
 * @throws {UserError} where it is damaged, or of a newer format
 */
export function readManifest(folder: string, name = folder): Manifest | undefined {
  if (!existsSync(fileIn(folder))) return undefined;
  let manifest: Manifest;
  try {
    const read: Manifest = JSON.parse(readFileSync(fileIn(folder), 'utf8'));
    manifest = read;
  } catch (error) {
    throw new UserError(`${name}: its sweep.json is damaged; start the sweep in another folder.`, [], { cause: error });
  }
  if (manifest.format > FORMAT)
    throw new UserError(`${name}: this sweep is of format ${manifest.format}, newer than foedus ${VERSION} reads; install a newer one.`);
  return manifest;
}

/**
 * Makes a folder the sweep's, whole or not at all: of several that start at once, one writes it and the others find it.
 * @returns what the folder holds now
 * @throws {UserError} where nothing can be written there
 */
export function placeManifest(folder: string, manifest: Manifest, name = folder): Manifest {
  const found = readManifest(folder, name);
  if (found !== undefined) return found;
  const draft = path.join(folder, `.sweep.json.${process.pid}.${Date.now()}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, `${JSON.stringify(manifest, null, 2)}\n`);
    linkSync(draft, fileIn(folder));
  } catch (error) {
    const other = readManifest(folder, name);
    if (other !== undefined) return other;
    throw new UserError(`${name}: no sweep can be written there (${error instanceof Error ? error.message : String(error)}).`, [], { cause: error });
  } finally {
    rmSync(draft, { force: true });
  }
  return manifest;
}

const sizeFile = (folder: string): string => path.join(folder, 'chunk');

/** Cells that go to the queue together, as the first run found; the same when it is resumed, so that names left in the queue are still right. */
export function chunkSizeIn(folder: string): number | undefined {
  if (!existsSync(sizeFile(folder))) return undefined;
  const size = Number(readFileSync(sizeFile(folder), 'utf8'));
  return Number.isSafeInteger(size) && size > 0 ? size : undefined;
}

export function keepChunkSize(folder: string, size: number): void {
  writeAtomically('chunk', folder, `${size}\n`);
}
