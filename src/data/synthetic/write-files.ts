import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { csv } from '../../core/formats/csv.ts';
import { syntheticWorld, type SyntheticOptions } from '../../core/synthetic/world.ts';
import { sources } from '../sources/index.ts';
import { syntheticTables } from './tables.ts';

/** Writes a synthetic world into a folder, as files in the layouts of the sources it stands in for; returns the files' names. */
export function writeSyntheticFiles(folder: string, seed: number, options: SyntheticOptions = {}): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return syntheticTables(syntheticWorld(seed, options)).map(({ source, table, file, rows }) => {
    const columns = Object.keys(sources.find(({ id }) => id === source)?.tables.find(({ id }) => id === table)?.columns ?? {});
    writeFileSync(path.join(folder, file), csv([columns, ...rows.map((row) => columns.map((name) => String(row[name] ?? '')))]));
    return file;
  });
}
