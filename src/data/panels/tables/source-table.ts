import { columnOf, type Table } from '../../../core/table/table.ts';
import { DataError } from '../../data-error.ts';
import { missingOf, type Column } from '../../../core/table/column.ts';
import type { JoinColumn, When } from '../joins/join.ts';
import type { SourceCodes } from '../system/codes.ts';

/** A table of a source as a join takes it: its rows, and what its source says of it. */
export interface SourceTable {
  readonly source: string;
  readonly version: string;
  readonly id: string;
  readonly data: Table;
  readonly codes: SourceCodes;
  readonly coverage: readonly [number, number] | null;
  readonly absent: 'zero' | 'missing';
  readonly notes: readonly string[];
}

/** A column that must be there. @throws {DataError} where the table lacks it */
export function needed(table: SourceTable, name: string): Column {
  const column = columnOf(table.data, name);
  if (column === undefined) throw new DataError(`${table.source}: ${table.id} has no column '${name}'.`, ['Import it again with this version of foedus.']);
  return column;
}

/** The source's column of a join; undefined where a row itself counts as 1. */
export function valuesOf(table: SourceTable, { from, blankIsZero }: JoinColumn): Column | undefined {
  if (from === undefined) return undefined;
  const column = needed(table, from);
  if (blankIsZero !== true || column.kind === 'text') return column;
  const missing = missingOf(column.kind);
  return { ...column, values: column.values.map((value: number) => (value === missing || Number.isNaN(value) ? 0 : value)) };
}

/** First and last year of each row. */
export interface RowYears {
  readonly first: (row: number) => number;
  readonly last: (row: number) => number;
  /** The year, where a row is of one. */
  readonly single?: Int16Array | Int32Array;
}

/** The years of a column: of numbers, or of dates as text. A missing year is NaN. */
function yearReader(column: Column): (row: number) => number {
  const { values } = column;
  if (column.kind === 'text') {
    const years = column.levels.map((text) => Number(/^\d{4}/.exec(text)?.[0] ?? Number.NaN));
    return (row) => years[values[row] ?? -1] ?? Number.NaN;
  }
  return (row) => values[row] ?? Number.NaN;
}

/** The years that rows are of; spells within the years that the source covers. */
export function rowYears(table: SourceTable, when: When): RowYears {
  if ('from' in when) {
    const [start, end] = table.coverage ?? [-Infinity, Infinity];
    const from = yearReader(needed(table, when.from));
    const to = when.to === undefined ? () => end : yearReader(needed(table, when.to));
    // Math.max and Math.min keep NaN: a spell without a year stays without one.
    return { first: (row) => Math.max(from(row), start), last: (row) => Math.min(to(row), end) };
  }
  const column = needed(table, when.year);
  const year = yearReader(column);
  if (column.values instanceof Int16Array || column.values instanceof Int32Array) return { first: year, last: year, single: column.values };
  return { first: year, last: year };
}

/** The columns of years. */
export const whenColumns = (when: When): readonly string[] => ('year' in when ? [when.year] : [when.from, ...(when.to === undefined ? [] : [when.to])]);

/** The order in which spells are laid on the panel: by their start, so that the earlier comes first. */
export function spellOrder(rows: number, years: RowYears): Int32Array {
  const order = new Int32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  return order.sort((a, b) => years.first(a) - years.first(b) || a - b);
}
