import { numberColumn, type Table } from '../../table/table.ts';

/** What a pledge may promise: the obligations of ATOP (Leeds, Ritter, Mitchell and Long 2002). */
export const OBLIGATIONS = ['defense', 'offense', 'neutrality', 'nonaggression', 'consultation'] as const;
export type Obligation = (typeof OBLIGATIONS)[number];

/** Their columns in the directed dyad-years. */
export const OBLIGATION_COLUMNS: Readonly<Record<Obligation, string>> = {
  defense: 'atop_defense',
  offense: 'atop_offense',
  neutrality: 'atop_neutral',
  nonaggression: 'atop_nonagg',
  consultation: 'atop_consul',
};

/** Bit of an obligation in a pledge; `any` stands for all of them. */
export const obligationBit = (obligation: Obligation | 'any'): number =>
  obligation === 'any' ? (1 << OBLIGATIONS.length) - 1 : 1 << OBLIGATIONS.indexOf(obligation);

/** Directed pledges of a year: what `from[i]` owes `to[i]`, one bit an obligation. */
export interface PledgesOfYear {
  readonly from: Int16Array;
  readonly to: Int16Array;
  readonly bits: Uint8Array;
}

export interface Pledges {
  readonly firstYear: number;
  readonly lastYear: number;
  /** In the order of the table; none outside the years. */
  of(year: number): PledgesOfYear;
}

const NONE: PledgesOfYear = { from: new Int16Array(0), to: new Int16Array(0), bits: new Uint8Array(0) };

/**
 * Pledges by year from directed dyad-years.
 * @param table columns `ccode1`, `ccode2`, `year` and those of the obligations, 1 where promised
 */
export function pledgesByYear(table: Table): Pledges {
  const { rows } = table;
  const ccode1 = numberColumn(table, 'ccode1').values;
  const ccode2 = numberColumn(table, 'ccode2').values;
  const year = numberColumn(table, 'year').values;
  if (rows === 0) return { firstYear: 0, lastYear: -1, of: () => NONE };
  const bitsOf = new Uint8Array(rows);
  OBLIGATIONS.forEach((obligation) => {
    const promised = numberColumn(table, OBLIGATION_COLUMNS[obligation]).values;
    const bit = obligationBit(obligation);
    for (let row = 0; row < rows; row++) if (promised[row] === 1) bitsOf[row] = (bitsOf[row] ?? 0) | bit;
  });
  let firstYear = year[0] ?? 0;
  let lastYear = firstYear;
  for (let row = 1; row < rows; row++) {
    const value = year[row] ?? 0;
    if (value < firstYear) firstYear = value;
    if (value > lastYear) lastYear = value;
  }
  const starts = new Int32Array(lastYear - firstYear + 2);
  for (let row = 0; row < rows; row++) {
    const slot = (year[row] ?? 0) - firstYear + 1;
    starts[slot] = (starts[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot < starts.length; slot++) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
  const next = starts.slice();
  const from = new Int16Array(rows);
  const to = new Int16Array(rows);
  const bits = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const slot = (year[row] ?? 0) - firstYear;
    const at = next[slot] ?? 0;
    next[slot] = at + 1;
    from[at] = ccode1[row] ?? 0;
    to[at] = ccode2[row] ?? 0;
    bits[at] = bitsOf[row] ?? 0;
  }
  return {
    firstYear,
    lastYear,
    of: (wanted) => {
      const [start, end] = [starts[wanted - firstYear], starts[wanted - firstYear + 1]];
      if (start === undefined || end === undefined) return NONE;
      return { from: from.subarray(start, end), to: to.subarray(start, end), bits: bits.subarray(start, end) };
    },
  };
}
