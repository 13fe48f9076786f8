import { missingOf, type NumberArray } from '../../../core/table/column.ts';
import type { Column } from '../../../core/table/column.ts';
import type { Placed } from './place.ts';

/**
 * Lays the values of a source's column on an array of places. `highest`: of several the highest stays, and a missing value
 * gives way to any; else the last laid stays.
 * @param source undefined: every row counts as 1
 */
export function layValues(target: NumberArray, source: Column | undefined, { rows, places }: Placed, highest: boolean): void {
  const length = rows.length;
  if (source === undefined) {
    for (let index = 0; index < length; index++) target[places[index] ?? 0] = 1;
    return;
  }
  const { values } = source;
  if (!highest || source.kind === 'text') {
    for (let index = 0; index < length; index++) target[places[index] ?? 0] = values[rows[index] ?? 0] ?? 0;
    return;
  }
  const missing = missingOf(source.kind);
  for (let index = 0; index < length; index++) {
    const value = values[rows[index] ?? 0] ?? 0;
    const at = places[index] ?? 0;
    const held = target[at] ?? 0;
    // NaN compares false both ways: what is missing is named.
    if (value === missing || Number.isNaN(value)) continue;
    if (held === missing || Number.isNaN(held) || value > held) target[at] = value;
  }
}
