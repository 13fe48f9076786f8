import path from 'node:path';
import { listParts } from '../../jobs/part-files.ts';
import { nameOf, placesOf, rangeNamed } from '../../jobs/ranges.ts';
import { hash, type PlannedCells } from './planned-cells.ts';

/** Which cells the parts of a folder hold, told by their names alone: 1 where a cell is done. */
export function doneIn(parts: string, { ids }: PlannedCells): Uint8Array {
  const done = new Uint8Array(ids.length);
  for (const file of listParts(parts)) {
    const name = path.basename(file, path.extname(file));
    const range = rangeNamed(name);
    if (range === undefined || range.to > ids.length) continue;
    const places = placesOf(range);
    const own = places.map((place) => ids[place] ?? '');
    if (nameOf(range, own, hash) === name) for (const place of places) done[place] = 1;
  }
  return done;
}
