import type { Chunk } from '../../jobs/executor.ts';
import { nameOf, placesOf, rangeNamed, type Range } from '../../jobs/ranges.ts';
import { hash, type PlannedCells } from './planned-cells.ts';

/** A range of a sweep's cells as a chunk to run. */
export function chunkOf(range: Range, { ids, at }: PlannedCells): Chunk {
  const places = placesOf(range);
  const own = places.map((place) => ids[place] ?? '');
  return {
    name: nameOf(range, own, hash),
    cells: places.map((place) => {
      const { id, parameters, seed } = at(place);
      return { id, input: { parameters, seed } };
    }),
  };
}

/** The chunk of a name. @throws {RangeError} where the sweep has none such */
export function chunkNamed(name: string, cells: PlannedCells): Chunk {
  const range = rangeNamed(name);
  const chunk = range === undefined || range.to > cells.ids.length ? undefined : chunkOf(range, cells);
  if (chunk?.name !== name) throw new RangeError(`this sweep has no part ${name}`);
  return chunk;
}
