/**
 * Composite Index of National Capability.
 *
 *   CINC_i = (1/|K_i|) Σ_{k ∈ K_i} x_ik / Σ_j x_jk
 *
 * over the components k of `COMPONENTS`, where K_i are those known for state i in the year and the sum over j runs over every state
 * of the year whose component is known. J. D. Singer, S. Bremer, J. Stuckey, "Capability Distribution, Uncertainty, and Major Power
 * War, 1820-1965", in B. Russett (ed.), Peace, War, and Numbers (Sage, 1972), 19-48.
 *
 * A missing component is left out of its state's mean, and out of the world total: the published scores (NMC 7.0, 17,121 state-years)
 * come out so within 3e-8. Shares over fewer components do not add up: yearly sums lie between 1 and 1.075 (2022: 1.0071).
 * A component whose world total is zero is left out for everyone. One pass for the totals, one for the means.
 */
import { missingOf } from '../table/column.ts';
import { numberColumn, type Table } from '../table/table.ts';

/** Military expenditure and personnel, iron and steel, primary energy, total and urban population. */
export const COMPONENTS = ['milex', 'milper', 'irst', 'pec', 'tpop', 'upop'] as const;

/**
 * CINC of every row of a table of states and years with columns `year` and `COMPONENTS`; NaN where no component is known.
 * The table must hold every state of its years: shares are of the totals in it.
 * @throws {RangeError} where a column is lacking
 */
export function cinc(table: Table): Float64Array {
  const { values: years } = numberColumn(table, 'year');
  const sum = new Float64Array(table.rows);
  const known = new Uint8Array(table.rows);
  for (const name of COMPONENTS) {
    const { values: x, kind } = numberColumn(table, name);
    const missing = missingOf(kind);
    const isKnown = (value: number): boolean => value !== missing && !Number.isNaN(value);
    const total = new Map<number, number>();
    x.forEach((value, row) => {
      const year = years[row] ?? 0;
      if (isKnown(value)) total.set(year, (total.get(year) ?? 0) + value);
    });
    x.forEach((value, row) => {
      const world = total.get(years[row] ?? 0) ?? 0;
      if (!isKnown(value) || world === 0) return;
      sum[row] = (sum[row] ?? 0) + value / world;
      known[row] = (known[row] ?? 0) + 1;
    });
  }
  return sum.map((share, row) => share / (known[row] ?? 0));
}

/** What a score rests on: how many of the six components are known, in each row of such a table. */
export function componentsKnown(table: Table): Uint8Array {
  const known = new Uint8Array(table.rows);
  for (const name of COMPONENTS) {
    const { values, kind } = numberColumn(table, name);
    const missing = missingOf(kind);
    values.forEach((value, row) => {
      if (value !== missing && !Number.isNaN(value)) known[row] = (known[row] ?? 0) + 1;
    });
  }
  return known;
}
