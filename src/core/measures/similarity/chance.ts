import { crossTable, type CrossTable } from './cross-table.ts';
import { distanceBetween, type Distance } from './distance.ts';

export interface ChanceOptions {
  /** How disagreement counts; squared unless given, as in F. M. Häge's data. */
  readonly distance?: Distance;
  /** Of the entries; all 1 unless given. */
  readonly weights?: ArrayLike<number>;
}

/** Shares of the levels that chance is taken to draw the two portfolios from. */
type Margins = (table: CrossTable) => readonly [first: Float64Array, second: Float64Array];

/**
 * Agreement corrected for chance, the form that kappa and pi share: 1 - D / E, D the mean distance found and E the one expected
 * of independent draws from the margins. Häge (2011). NaN where E is zero.
 * @throws {RangeError} where the portfolios or the weights differ in length
 */
export function chanceCorrected(a: ArrayLike<number>, b: ArrayLike<number>, margins: Margins, { distance = 'squared', weights }: ChanceOptions): number {
  const table = crossTable(a, b, weights);
  const { levels, cells, total } = table;
  const [first, second] = margins(table);
  let found = 0;
  let expected = 0;
  levels.forEach((x, i) =>
    levels.forEach((y, j) => {
      const apart = distanceBetween(x, y, distance);
      found += apart * (cells[i * levels.length + j] ?? 0);
      expected += apart * (first[i] ?? 0) * (second[j] ?? 0);
    }),
  );
  return expected === 0 ? Number.NaN : 1 - (found * total) / expected;
}
