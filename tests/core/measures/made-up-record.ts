import { OBLIGATION_COLUMNS } from '../../../src/core/measures/record/pledges.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import type { Table } from '../../../src/core/table/table.ts';

/** Spells of membership, whole years. */
export function spellTable(spells: readonly (readonly [ccode: number, from: number, to: number])[]): Table {
  return tableFromRows(
    { ccode: 'int16', styear: 'int16', endyear: 'int16', endmonth: 'int8', endday: 'int8' },
    spells.map(([ccode, styear, endyear]) => ({ ccode, styear, endyear, endmonth: 12, endday: 31 })),
  );
}

/** Directed pledges, with the columns that are 1. */
export function pledgeTable(pledges: readonly (readonly [ccode1: number, ccode2: number, year: number, promised: readonly string[]])[]): Table {
  const columns = Object.values(OBLIGATION_COLUMNS);
  return tableFromRows(
    { ccode1: 'int16', ccode2: 'int16', year: 'int16', ...Object.fromEntries(columns.map((name) => [name, 'int8' as const])) },
    pledges.map(([ccode1, ccode2, year, promised]) => ({
      ccode1,
      ccode2,
      year,
      ...Object.fromEntries(columns.map((name) => [name, promised.includes(name) ? 1 : 0])),
    })),
  );
}

export function capabilityTable(shares: readonly (readonly [ccode: number, year: number, cinc: number | null])[]): Table {
  return tableFromRows(
    { ccode: 'int16', year: 'int16', cinc: 'float64' },
    shares.map(([ccode, year, cinc]) => ({ ccode, year, cinc })),
  );
}
