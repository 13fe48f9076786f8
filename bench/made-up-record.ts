import { createRng } from '../src/core/math/rng.ts';
import type { Capabilities } from '../src/core/measures/record/capabilities.ts';
import type { Members } from '../src/core/measures/record/members.ts';
import { pledgesByYear, type Pledges } from '../src/core/measures/record/pledges.ts';

export const YEARS = [1816, 2018] as const;

/** States of a year: the system grows from 23 to 195 as the real one did, and its pledges as dense. */
const sizeOf = (year: number): number =>
  year < 1900 ? 23 + Math.round(0.25 * (year - 1816)) : year < 1945 ? 44 + Math.round(0.5 * (year - 1900)) : Math.min(195, 66 + 2 * (year - 1945));

export interface MadeUpRecord {
  readonly members: Members;
  readonly pledges: Pledges;
  readonly capabilities: Capabilities;
}

/**
 * Members, pledges and capabilities of the size of the real ones, made up: half the states are in regional pacts of 8 to 30 members, a
 * few pacts of two beside them. Nearly 900,000 pairs of states in 203 years, 78,000 of them tied by defense.
 */
export function madeUpRecord(): MadeUpRecord {
  const rng = createRng(1, 'bench-record');
  const states = (year: number): Int16Array => Int16Array.from({ length: sizeOf(year) }, (_, i) => 2 + 5 * i);
  const members: Members = { firstYear: YEARS[0], lastYear: YEARS[1], listed: YEARS[1], of: states };
  const rows: { from: number; to: number; year: number; kind: number }[] = [];
  for (let year = YEARS[0]; year <= YEARS[1]; year++) {
    const alive = states(year);
    const size = alive.length;
    const pact = (first: number, length: number, kind: number): void => {
      for (let i = first; i < Math.min(size, first + length); i++) {
        for (let j = first; j < Math.min(size, first + length); j++) if (i !== j) rows.push({ from: alive[i] ?? 0, to: alive[j] ?? 0, year, kind });
      }
    };
    for (let first = 0; first < size; first += 40) pact(first, Math.min(30, 2 + Math.floor(size / 7)), 0);
    for (let first = 20; first < size; first += 60) pact(first, Math.min(25, 2 + Math.floor(size / 9)), 3);
    for (let extra = 0; extra < size; extra++) {
      const [i, j] = [rng.int(size), rng.int(size)];
      if (i !== j) rows.push({ from: alive[i] ?? 0, to: alive[j] ?? 0, year, kind: rng.int(5) });
    }
  }
  const column = (name: string, kind: number) => ({ name, kind: 'int8' as const, values: Int8Array.from(rows, (row) => Number(row.kind === kind)) });
  const pledges = pledgesByYear({
    rows: rows.length,
    columns: [
      { name: 'ccode1', kind: 'int16', values: Int16Array.from(rows, ({ from }) => from) },
      { name: 'ccode2', kind: 'int16', values: Int16Array.from(rows, ({ to }) => to) },
      { name: 'year', kind: 'int16', values: Int16Array.from(rows, ({ year }) => year) },
      ...['atop_defense', 'atop_offense', 'atop_neutral', 'atop_nonagg', 'atop_consul'].map(column),
    ],
  });
  const shares = Float64Array.from({ length: 1000 }, () => rng.next() / 100);
  return { members, pledges, capabilities: { firstYear: YEARS[0], lastYear: YEARS[1], of: (ccode) => shares[ccode] ?? 0 } };
}
