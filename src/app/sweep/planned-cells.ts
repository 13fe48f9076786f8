import { createHash } from 'node:crypto';
import { cellsOf, type SweepCell, type SweepPlan } from '../../core/explore/sweep/plan.ts';

/** SHA-256 in hexadecimal digits. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The cells of a sweep, each once, in the order of its design. */
export interface PlannedCells {
  /** Points times repeats that the design has; where some fall together, more than there are cells. */
  readonly points: number;
  readonly ids: readonly string[];
  readonly at: (place: number) => SweepCell;
}

/** @throws {RangeError} where the design makes no sense */
export function plannedCells(plan: SweepPlan): PlannedCells {
  const cells = cellsOf(plan, hash);
  const places = new Map<string, number>();
  for (let index = 0; index < cells.count; index++) {
    const { id } = cells.at(index);
    if (!places.has(id)) places.set(id, index);
  }
  const ids = [...places.keys()];
  const indices = Uint32Array.from(places.values());
  return { points: cells.count, ids, at: (place) => cells.at(indices[place] ?? 0) };
}
