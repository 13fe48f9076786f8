/** Whole numbers in 1, 2 or 4 bytes, floating point in 8; text as numbers of a list of levels. */
export type NumberKind = 'int8' | 'int16' | 'int32' | 'float64';
export type ColumnKind = NumberKind | 'text';

export type NumberArray = Int8Array | Int16Array | Int32Array | Float64Array;

interface Described {
  readonly name: string;
  /** What the variable is, as Stata and the documentation show it: "COW state number, side 1". */
  readonly label?: string;
}

/** A variable of numbers. A missing value is the lowest of the integer kind (`MISSING`), or NaN. */
export interface NumberColumn extends Described {
  readonly kind: NumberKind;
  readonly values: NumberArray;
  /** What the codes of a categorical variable mean: {1: 'land', 2: '12 miles or less'}. */
  readonly valueLabels?: Readonly<Record<number, string>>;
}

/** A variable of text: `values` number its levels, -1 is missing. */
export interface TextColumn extends Described {
  readonly kind: 'text';
  readonly values: Int32Array;
  readonly levels: readonly string[];
}

export type Column = NumberColumn | TextColumn;

/** The value that stands for "missing" in an integer column. */
export const MISSING = { int8: -128, int16: -32_768, int32: -2_147_483_648 } as const;

/** An array of a kind, all zero. */
export function numbers(kind: NumberKind, length: number): NumberArray {
  switch (kind) {
    case 'int8':
      return new Int8Array(length);
    case 'int16':
      return new Int16Array(length);
    case 'int32':
      return new Int32Array(length);
    case 'float64':
      return new Float64Array(length);
  }
}

/** What stands for "missing" in a column of a kind. */
export function missingOf(kind: NumberKind): number {
  return kind === 'float64' ? Number.NaN : MISSING[kind];
}

/** An array of a kind, all missing. */
export function missingNumbers(kind: NumberKind, length: number): NumberArray {
  return numbers(kind, length).fill(missingOf(kind));
}

/** Whether a row of a column is missing. */
export function isMissing(column: Column, row: number): boolean {
  const value = column.values[row];
  if (value === undefined || Number.isNaN(value)) return true;
  if (column.kind === 'text') return value === -1;
  return column.kind !== 'float64' && value === MISSING[column.kind];
}

/** The value of a row: a number, a text, or null where it is missing. */
export function valueAt(column: Column, row: number): number | string | null {
  if (isMissing(column, row)) return null;
  const value = column.values[row] ?? 0;
  return column.kind === 'text' ? (column.levels[value] ?? null) : value;
}
