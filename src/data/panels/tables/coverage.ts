import { missingOf, numbers, type NumberArray, type NumberKind } from '../../../core/table/column.ts';
import type { TableSpec } from '../../source.ts';
import type { Years } from '../units.ts';

/** What the store holds of a table: the rows and years found in it. */
export interface Held {
  readonly rows: number;
  readonly years: readonly [number, number] | null;
}

/**
 * The years a table speaks of. The edition known to foedus (told by its rows) speaks of what its source declares. Of another
 * edition only the years that it holds are taken: a zero after its last year would be invented.
 */
export function coverageOf(spec: Pick<TableSpec, 'coverage' | 'publishedRows'>, { rows, years }: Held): readonly [number, number] | null {
  const { coverage, publishedRows } = spec;
  if (coverage === undefined) return years;
  if (years === null || publishedRows === undefined || rows === publishedRows) return coverage;
  return [Math.min(coverage[0], years[0]), years[1]];
}

/** The values of a column before any row of the source is laid on it, for each year of the panel: zero inside coverage, where absence means zero. */
export function blankYears(kind: NumberKind | 'text', years: Years, coverage: readonly [number, number] | null, absent: 'zero' | 'missing'): NumberArray {
  const blank = numbers(kind === 'text' ? 'int32' : kind, years.last - years.first + 1);
  const missing = kind === 'text' ? -1 : missingOf(kind);
  for (let index = 0; index < blank.length; index++) {
    const year = years.first + index;
    const covered = coverage !== null && year >= coverage[0] && year <= coverage[1];
    blank[index] = covered && absent === 'zero' && kind !== 'text' ? 0 : missing;
  }
  return blank;
}
