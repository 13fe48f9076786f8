import { stateYears, type StateYears } from '../../../src/core/record/state-years.ts';
import type { ColumnKind } from '../../../src/core/table/column.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import type { Row, Table } from '../../../src/core/table/table.ts';

/** A table of whole numbers, but for the columns named. */
export const numbersTable = (names: readonly string[], rows: readonly (readonly number[])[], kinds: Readonly<Record<string, ColumnKind>> = {}): Table =>
  tableFromRows(
    Object.fromEntries(names.map((name) => [name, kinds[name] ?? 'int16'])),
    rows.map((row): Row => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null]))),
  );

/** Four states on the equator, five degrees apart: 1 is a major power, 1 and 2 touch by land, 3 and 4 by water, 1 and 4 are rivals from 1890 on. */
export function madeUpYears(): StateYears {
  return stateYears(
    {
      members: numbersTable(
        ['ccode', 'styear', 'endyear'],
        [1, 2, 3, 4].map((code) => [code, 1816, 1908]),
      ),
      capabilities: numbersTable(
        ['ccode', 'year', 'cinc'],
        Array.from({ length: 95 }, (_, i) => [0.3, 0.05, 0.1, 0.2].map((cinc, code) => [code + 1, 1816 + i, cinc])).flat(),
        { cinc: 'float64' },
      ),
      majors: numbersTable(['ccode', 'styear', 'endyear'], [[1, 1816, 1908]]),
      contiguity: numbersTable(
        ['ccode1', 'ccode2', 'conttype', 'from', 'to'],
        [
          [1, 2, 1, 1816, 1908],
          [3, 4, 5, 1816, 1908],
        ],
      ),
      distance: numbersTable(
        ['ccode1', 'ccode2', 'year', 'mindist'],
        [
          [1, 2, 1886, 0],
          [1, 3, 1886, 800],
          [1, 3, 1900, 700],
        ],
        { mindist: 'float64' },
      ),
      rivalries: numbersTable(['ccode1', 'ccode2', 'start', 'end'], [[1, 4, 1890, 1908]]),
      nuclear: numbersTable(['ccode', 'year'], []),
    },
    (code) => ({ lat: 0, lon: 5 * code }),
    1816,
    1910,
  );
}
