import { isMissing, valueAt, type Column } from '../table/column.ts';
import { columnOf, type Table } from '../table/table.ts';
import { EstimateError } from './estimate-error.ts';

/** A column in the rows that are used: numbers, or a factor's level by row. */
export type Variable =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'factor'; readonly values: Int32Array; readonly levels: readonly string[] };

/** The rows of a table that have every value a model uses, column by column. */
export interface ModelFrame {
  readonly rows: number;
  readonly variables: ReadonlyMap<string, Variable>;
  /** Rows of the table that are used, in order. */
  readonly used: Int32Array;
  /** Rows that lack a value used. */
  readonly dropped: number;
  /** Rows outside the subset. */
  readonly excluded: number;
}

export interface FrameRequest {
  readonly columns: readonly string[];
  /** Which rows are asked for; all when left out. */
  readonly subset?: (row: number) => boolean;
  /** Levels of columns in an order of one's own. Others are sorted, numbers by size and texts by code point; levels that no row has are left out. */
  readonly levels?: ReadonlyMap<string, readonly string[]>;
}

/**
 * The model frame of a table. Rows that lack a value, or have an infinite one, are dropped and counted.
 * @throws {EstimateError} where a column is not there, no row is left, or a value is none of the levels given
 */
export function modelFrame(table: Table, { columns, subset, levels }: FrameRequest): ModelFrame {
  const found = columns.map((name) => [name, columnNamed(table, name)] as const);
  const wanted = new Uint8Array(table.rows).fill(1);
  let excluded = 0;
  if (subset !== undefined) {
    for (let row = 0; row < table.rows; row++) {
      if (subset(row)) continue;
      wanted[row] = 0;
      excluded++;
    }
  }
  for (const [, column] of found) leaveOutMissing(column, wanted);
  const used = new Int32Array(table.rows);
  let rows = 0;
  for (let row = 0; row < table.rows; row++) if (wanted[row] === 1) used[rows++] = row;
  if (rows === 0)
    throw new EstimateError('no row is left to estimate from.', [`Of ${table.rows} rows ${excluded} are outside the subset, the others lack a value.`]);
  const kept = used.slice(0, rows);
  const variables = new Map(found.map(([name, column]) => [name, variableOf(name, column, kept, levels?.get(name))]));
  return { rows, variables, used: kept, dropped: table.rows - excluded - rows, excluded };
}

/** Sets to 0 the rows in which a column is missing or infinite. */
function leaveOutMissing(column: Column, wanted: Uint8Array): void {
  const { values } = column;
  if (column.kind === 'float64') {
    // Infinity and NaN alone, taken from themselves, are not 0.
    for (let row = 0; row < wanted.length; row++) if ((values[row] ?? 0) - (values[row] ?? 0) !== 0) wanted[row] = 0;
  } else for (let row = 0; row < wanted.length; row++) if (isMissing(column, row)) wanted[row] = 0;
}

function columnNamed(table: Table, name: string): Column {
  const column = columnOf(table, name);
  if (column !== undefined) return column;
  const names = table.columns.map((one) => one.name);
  const alike = names.filter((one) => one.toLowerCase() === name.toLowerCase());
  throw new EstimateError(`the data have no column '${name}'.`, [
    alike.length > 0 ? `Did you mean '${alike[0]}'?` : `The columns are: ${names.slice(0, 30).join(', ')}${names.length > 30 ? ', ...' : ''}.`,
  ]);
}

function variableOf(name: string, column: Column, used: Int32Array, order: readonly string[] | undefined): Variable {
  if (column.kind !== 'text' && order === undefined) {
    if (column.values instanceof Float64Array && used.length === column.values.length) return { kind: 'number', values: column.values };
    const numbers = new Float64Array(used.length);
    for (let at = 0; at < used.length; at++) numbers[at] = column.values[used[at] ?? 0] ?? Number.NaN;
    return { kind: 'number', values: numbers };
  }
  const codes = new Map<number | string | null, number>();
  const levels: string[] = [];
  for (const value of order ?? distinct(column, used)) {
    codes.set(column.kind === 'text' ? value : Number(value), levels.length);
    levels.push(value);
  }
  const values = new Int32Array(used.length);
  used.forEach((row, at) => {
    const value = valueAt(column, row);
    const code = codes.get(value);
    if (code === undefined)
      throw new EstimateError(`${name}: '${value}' is none of the levels given (${levels.join(', ')}).`, ['--levels must name every value.']);
    values[at] = code;
  });
  return { kind: 'factor', values, levels };
}

/** Values that occur, in order: numbers by size, texts by code point. */
function distinct(column: Column, used: Int32Array): string[] {
  const seen = new Set<number | string | null>();
  if (column.kind === 'text') {
    const codes = new Set<number>();
    for (const row of used) codes.add(column.values[row] ?? -1);
    for (const code of codes) seen.add(column.levels[code] ?? null);
  } else for (const row of used) seen.add(valueAt(column, row));
  return [...seen].sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : `${a}` < `${b}` ? -1 : 1)).map(String);
}

/** The values of a variable as levels, a column of numbers sorted by size. */
export function asFactor(variable: Variable): { readonly values: Int32Array; readonly levels: readonly string[] } {
  if (variable.kind === 'factor') return variable;
  const levels = [...new Set(variable.values)].sort((a, b) => a - b);
  const codes = new Map(levels.map((value, code) => [value, code]));
  return { values: Int32Array.from(variable.values, (value) => codes.get(value) ?? 0), levels: levels.map(String) };
}
