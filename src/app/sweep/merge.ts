import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { isList, type Axis, type SweepValue } from '../../core/explore/sweep/axis.ts';
import type { Row } from '../../core/explore/sweep/flatten.ts';
import type { Column } from '../../core/table/column.ts';
import type { Table } from '../../core/table/table.ts';
import { clearDrafts, listParts, readPart } from '../../jobs/part-files.ts';
import { writeWith } from '../files.ts';
import { UserError } from '../user-error.ts';
import { partsIn, readManifest, resultsIn, type Manifest } from './manifest.ts';
import { plannedCells, type PlannedCells } from './planned-cells.ts';

export interface MergeOptions {
  /** Writes what there is where cells are missing. */
  readonly partial?: boolean;
  /** The Parquet file; `results.parquet` in the sweep's folder when left out. */
  readonly output?: string;
  readonly cwd: string;
}

export interface Merged {
  readonly id: string;
  readonly verb: string;
  readonly cells: number;
  /** Rows written: cells that are done. */
  readonly rows: number;
  /** Cells that ended with an error. */
  readonly failed: number;
  /** Errors, each once, with how many cells ended so; the most frequent first, ten at most. */
  readonly errors: readonly { readonly error: string; readonly cells: number }[];
  readonly columns: readonly string[];
  readonly file: string;
  readonly sha256: string;
}

type Kind = 'float64' | 'text' | 'boolean';

interface Scan {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly found: ReadonlySet<string>;
  readonly errors: ReadonlyMap<string, number>;
}

const ERRORS_SHOWN = 10;

function kindOf(value: Row[string]): Kind | undefined {
  return typeof value === 'number' ? 'float64' : typeof value === 'boolean' ? 'boolean' : value === null ? undefined : 'text';
}

/** One look at every line: which cells there are, which columns, of which kinds. */
async function scan(files: readonly string[], known: ReadonlySet<string>): Promise<Scan> {
  const kinds = new Map<string, Kind>();
  const found = new Set<string>();
  const errors = new Map<string, number>();
  for (const file of files) {
    try {
      for await (const result of readPart(file)) {
        if (!known.has(result.id) || found.has(result.id)) continue;
        found.add(result.id);
        if ('error' in result) {
          errors.set(result.error, (errors.get(result.error) ?? 0) + 1);
          continue;
        }
        const row: Row = Object.fromEntries(Object.entries(result.value ?? {}));
        for (const [key, value] of Object.entries(row)) {
          const kind = kindOf(value);
          const before = kinds.get(key);
          if (kind !== undefined) kinds.set(key, before === undefined || before === kind ? kind : 'text');
          else if (before === undefined) kinds.set(key, 'float64');
        }
      }
    } catch (error) {
      throw new UserError(`${path.basename(file)}: this part is damaged; delete it and resume the sweep.`, [], { cause: error });
    }
  }
  return { kinds, found, errors };
}

/** The cells as rows: id, seed, what was varied. */
function keysOf({ ids, at }: PlannedCells, axes: readonly Axis[]): Table {
  const seeds = new Float64Array(ids.length);
  const parameters = axes.map(({ name }) => ({ name, values: new Array<SweepValue>(ids.length) }));
  ids.forEach((_, place) => {
    const cell = at(place);
    seeds[place] = cell.seed;
    for (const { name, values } of parameters) values[place] = cell.parameters[name] ?? '';
  });
  const columns = parameters.map(({ name, values }, place): Column => {
    const axis = axes[place];
    const isNumber = axis !== undefined && (!isList(axis) || axis.values.every((value) => typeof value === 'number'));
    if (isNumber) return { name, kind: 'float64', values: Float64Array.from(values, Number) };
    const levels = [...new Set(values.map(String))];
    const level = new Map(levels.map((text, index) => [text, index]));
    return { name, kind: 'text', levels, values: Int32Array.from(values, (value) => level.get(String(value)) ?? -1) };
  });
  return {
    rows: ids.length,
    columns: [{ name: 'cell', kind: 'text', levels: ids, values: Int32Array.from(ids.keys()) }, { name: 'seed', kind: 'float64', values: seeds }, ...columns],
  };
}

async function sha256Of(file: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const bytes of createReadStream(file)) digest.update(bytes);
  return digest.digest('hex');
}

/**
 * Puts the parts of a sweep together: one row for each cell, in the order of their ids, as Parquet. Whoever ran the cells, and however often,
 * the bytes are the same.
 * @throws {UserError} where there is no sweep, a cell is missing, or a part is damaged
 */
export async function mergeSweep(folder: string, options: MergeOptions): Promise<Merged> {
  const directory = path.resolve(options.cwd, folder);
  const manifest = readManifest(directory, folder);
  if (manifest === undefined) throw new UserError(`${folder}: holds no sweep; name the folder that 'foedus sweep ... -o DIR' made.`);
  return mergeParts(directory, manifest, plannedCells(manifest.plan), options);
}

/** The same for a sweep at hand. */
export async function mergeParts(directory: string, { id, plan }: Manifest, cells: PlannedCells, options: MergeOptions): Promise<Merged> {
  const files = listParts(partsIn(directory));
  const { kinds, found, errors } = await scan(files, new Set(cells.ids));
  const missing = cells.ids.length - found.size;
  if (found.size === 0) throw new UserError('no cell of this sweep is done.');
  if (missing > 0 && options.partial !== true) {
    throw new UserError(`${missing} of ${cells.ids.length} cells are missing: run the shards that lack, or the sweep again with --resume.`, [
      'With --partial, what there is is written.',
    ]);
  }
  const keys = keysOf(cells, plan.axes);
  const taken = new Set([...keys.columns.map(({ name }) => name), 'error']);
  const columns = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, kind]) => ({ key, kind, name: taken.has(key) ? `answer.${key}` : key }));
  const { writeJsonJoin } = await import('../../data/duck/join-json.ts');
  const file = path.resolve(options.cwd, options.output ?? resultsIn(directory));
  await writeWith(file, options.cwd, (draft) => writeJsonJoin({ keys, files, columns }, draft));
  if (missing === 0) clearDrafts(partsIn(directory));
  const failed = [...errors.values()].reduce((sum, one) => sum + one, 0);
  return {
    id,
    verb: plan.verb,
    cells: cells.ids.length,
    rows: found.size,
    failed,
    errors: [...errors]
      .map(([error, count]) => ({ error, cells: count }))
      .sort((a, b) => b.cells - a.cells || (a.error < b.error ? -1 : 1))
      .slice(0, ERRORS_SHOWN),
    columns: [...keys.columns.map(({ name }) => name), 'error', ...columns.map(({ name }) => name)],
    file,
    sha256: await sha256Of(file),
  };
}
