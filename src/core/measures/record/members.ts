import { numberColumn, type Table } from '../../table/table.ts';

/** Who belonged to the system of states, year by year: a state is a member of a year if it was one on any day of it. */
export interface Members {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Last year the list speaks of; its members on the list's last date stay members in later years. */
  readonly listed: number;
  /** State numbers of a year, ascending; none outside the years. */
  of(year: number): Int16Array;
}

const NOBODY = new Int16Array(0);

/**
 * Members by year from the spells of a list of states.
 * @param spells columns `ccode`, `styear`, `endyear`, `endmonth`, `endday`; a state may have several
 * @param lastYear how far the list is carried on beyond its last date
 */
export function membersByYear(spells: Table, lastYear: number): Members {
  const [ccode, start, end, month, day] = ['ccode', 'styear', 'endyear', 'endmonth', 'endday'].map((name) => numberColumn(spells, name).values);
  const read = (column: typeof ccode, row: number): number => column?.[row] ?? 0;
  const endOf = (row: number): number => (read(end, row) * 100 + read(month, row)) * 100 + read(day, row);
  let firstYear = lastYear;
  let lastDate = 0;
  for (let row = 0; row < spells.rows; row++) {
    firstYear = Math.min(firstYear, read(start, row));
    lastDate = Math.max(lastDate, endOf(row));
  }
  const sets = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, () => new Set<number>());
  for (let row = 0; row < spells.rows; row++) {
    const until = endOf(row) === lastDate ? lastYear : Math.min(lastYear, read(end, row));
    for (let year = read(start, row); year <= until; year++) sets[year - firstYear]?.add(read(ccode, row));
  }
  const years = sets.map((set) => Int16Array.from(set).sort());
  return { firstYear, lastYear, listed: Math.floor(lastDate / 10_000), of: (year) => years[year - firstYear] ?? NOBODY };
}
