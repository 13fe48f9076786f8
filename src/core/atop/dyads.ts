import { numberColumn, type Table } from '../table/table.ts';

/** Years of an agreement, both included. */
export type Years = readonly [first: number, last: number];

/**
 * Whether ATOP's directed dyad-years have a state owe another something in any of some years, under whatever alliance;
 * undefined where they speak of neither or only one of the two.
 * @param column `defense`, `offense`, `neutral`, `nonagg` or `consul`
 */
export type Owes = (debtor: number, creditor: number, column: string, years: Years) => boolean | undefined;

/** ATOP's directed dyad-years, which list the pairs that owe each other anything. @throws {RangeError} where the table lacks a column */
export function owesByDyad(dyads: Table, debtors: ReadonlySet<number>): Owes {
  const [from, to, year] = [numberColumn(dyads, 'ccode1').values, numberColumn(dyads, 'ccode2').values, numberColumn(dyads, 'year').values];
  const rowsOf = new Map<string, number[]>();
  const spans = new Map<number, [first: number, last: number]>();
  for (let row = 0; row < dyads.rows; row += 1) {
    const [debtor, creditor, on] = [from[row] ?? 0, to[row] ?? 0, year[row] ?? 0];
    const span = spans.get(debtor);
    if (span === undefined) spans.set(debtor, [on, on]);
    else if (on < span[0]) span[0] = on;
    else if (on > span[1]) span[1] = on;
    if (!debtors.has(debtor)) continue;
    const key = `${debtor} ${creditor}`;
    const rows = rowsOf.get(key);
    if (rows === undefined) rowsOf.set(key, [row]);
    else rows.push(row);
  }
  return (debtor, creditor, column, [first, last]) => {
    const spokenOf = [debtor, creditor].every((state) => {
      const span = spans.get(state);
      return span !== undefined && span[0] <= last && span[1] >= first;
    });
    if (!spokenOf) return undefined;
    const { values } = numberColumn(dyads, `atop_${column}`);
    return (rowsOf.get(`${debtor} ${creditor}`) ?? []).some((row) => {
      const on = year[row] ?? 0;
      return on >= first && on <= last && values[row] === 1;
    });
  };
}
