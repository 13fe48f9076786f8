import { numberColumn, type Table } from '../../table/table.ts';

/** The Composite Index of National Capability by state and year. */
export interface Capabilities {
  readonly firstYear: number;
  readonly lastYear: number;
  /** NaN where the table has no value. */
  of(ccode: number, year: number): number;
}

/** @param table columns `ccode`, `year` and `cinc` */
export function capabilitiesByYear(table: Table): Capabilities {
  const ccode = numberColumn(table, 'ccode').values;
  const year = numberColumn(table, 'year').values;
  const cinc = numberColumn(table, 'cinc').values;
  let [firstYear, lastYear, width] = [Infinity, -Infinity, 0];
  for (let row = 0; row < table.rows; row++) {
    firstYear = Math.min(firstYear, year[row] ?? 0);
    lastYear = Math.max(lastYear, year[row] ?? 0);
    width = Math.max(width, (ccode[row] ?? 0) + 1);
  }
  const values = new Float64Array(table.rows === 0 ? 0 : (lastYear - firstYear + 1) * width).fill(Number.NaN);
  for (let row = 0; row < table.rows; row++) values[((year[row] ?? 0) - firstYear) * width + (ccode[row] ?? 0)] = cinc[row] ?? Number.NaN;
  return {
    firstYear,
    lastYear,
    of: (state, when) => (state >= width || when < firstYear || when > lastYear ? Number.NaN : (values[(when - firstYear) * width + state] ?? Number.NaN)),
  };
}
