import type { PortfolioYear } from './portfolios.ts';
import { sparseRows, type SparseRows } from './sparse-rows.ts';

/**
 * Five similarity measures of every pair of states in a year, from sparse portfolios: S, S weighted, tau-b, kappa and pi (squared
 * distances), equal to `sScore`, `tauB`, `cohensKappa` and `scottsPi` up to rounding.
 *
 * Most entries of a portfolio are zero, so what the measures need of a pair follows from counts over each row and from the few
 * columns where both rows are above zero:
 *
 *     Σ|a-b| = Σa + Σb - 2Σmin(a,b)      Σ(a-b)² = Σa² + Σb² - 2Σab      n_x0 = n_x - Σ_{y>0} n_xy
 *
 * The columns of a state's own entries lead to the states that share them: O(Σ_k m_k²) for columns of m_k entries, and a constant a
 * pair, against O(N³) entry by entry. Assumes levels 0 to 3.
 */

/** One row a pair and year; NaN where a measure is undefined. */
export interface Similarities {
  readonly rows: number;
  readonly ccode1: Int16Array;
  readonly ccode2: Int16Array;
  readonly year: Int16Array;
  readonly s: Float64Array;
  readonly sWeighted: Float64Array;
  readonly tauB: Float64Array;
  readonly kappa: Float64Array;
  readonly pi: Float64Array;
}

/** Cells of a cross-table of levels 0 to 3, at 4x + y. */
const CELLS = 16;

/** Every pair of every year once, the lower state number first; in the order of the years, then of the numbers. */
export function similarities(years: readonly PortfolioYear[]): Similarities {
  const rows = years.reduce((sum, { members: { length } }) => sum + (length * (length - 1)) / 2, 0);
  const result: Similarities = {
    rows,
    ccode1: new Int16Array(rows),
    ccode2: new Int16Array(rows),
    year: new Int16Array(rows),
    s: new Float64Array(rows),
    sWeighted: new Float64Array(rows),
    tauB: new Float64Array(rows),
    kappa: new Float64Array(rows),
    pi: new Float64Array(rows),
  };
  let row = 0;
  for (const year of years) row = fillYear(year, result, row);
  return result;
}

function fillYear(portfolios: PortfolioYear, result: Similarities, start: number): number {
  const { year, members, levels, weights } = portfolios;
  const { ccode1, ccode2, year: years, s, sWeighted, tauB, kappa, pi } = result;
  const size = members.length;
  const rows = sparseRows(levels, size);
  const { counts, sums, squares } = rows;
  const untied = untiedPairs(counts, size);
  const weighted = weightedSums(rows, weights, size);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const cells = new Uint16Array(size * CELLS);
  const common = new Float64Array(size);
  let row = start;
  for (let i = 0; i < size; i++) {
    shareColumns(i, rows, weights, cells, common);
    const a1 = counts[4 * i + 1] ?? 0;
    const a2 = counts[4 * i + 2] ?? 0;
    const a3 = counts[4 * i + 3] ?? 0;
    const sum = sums[i] ?? 0;
    const square = squares[i] ?? 0;
    const weightedSum = weighted[i] ?? 0;
    const pairs = untied[i] ?? 0;
    const state = members[i] ?? 0;
    for (let j = i + 1; j < size; j++) {
      const b1 = counts[4 * j + 1] ?? 0;
      const b2 = counts[4 * j + 2] ?? 0;
      const b3 = counts[4 * j + 3] ?? 0;
      const n11 = cells[CELLS * j + 5] ?? 0;
      const n12 = cells[CELLS * j + 6] ?? 0;
      const n13 = cells[CELLS * j + 7] ?? 0;
      const n21 = cells[CELLS * j + 9] ?? 0;
      const n22 = cells[CELLS * j + 10] ?? 0;
      const n23 = cells[CELLS * j + 11] ?? 0;
      const n31 = cells[CELLS * j + 13] ?? 0;
      const n32 = cells[CELLS * j + 14] ?? 0;
      const n33 = cells[CELLS * j + 15] ?? 0;
      const of1 = n11 + n12 + n13;
      const of2 = n21 + n22 + n23;
      const of3 = n31 + n32 + n33;
      const shared = of1 + of2 + of3;
      const bSum = sums[j] ?? 0;
      let minima = 0;
      let products = 0;
      let order = -(a1 + a2 + a3) * (b1 + b2 + b3);
      if (shared > 0) {
        minima = shared + n22 + n23 + n32 + 2 * n33;
        products = n11 + 2 * (n12 + n21) + 3 * (n13 + n31) + 4 * n22 + 6 * (n23 + n32) + 9 * n33;
        // Concordant less discordant pairs of entries: each row of the cross-table against the sum of the rows below it.
        let u1 = b1 - n11 - n21 - n31;
        let u2 = b2 - n12 - n22 - n32;
        let u3 = b3 - n13 - n23 - n33;
        let u0 = size - a1 - a2 - a3 - u1 - u2 - u3;
        const n10 = a1 - of1;
        order = n11 * (u0 - u2 - u3) + n12 * (u0 + u1 - u3) + n13 * (u0 + u1 + u2) - n10 * (u1 + u2 + u3);
        u0 += n10;
        u1 += n11;
        u2 += n12;
        u3 += n13;
        const n20 = a2 - of2;
        order += n21 * (u0 - u2 - u3) + n22 * (u0 + u1 - u3) + n23 * (u0 + u1 + u2) - n20 * (u1 + u2 + u3);
        u0 += n20;
        u1 += n21;
        u2 += n22;
        u3 += n23;
        order += n31 * (u0 - u2 - u3) + n32 * (u0 + u1 - u3) + n33 * (u0 + u1 + u2) - (a3 - of3) * (u1 + u2 + u3);
      }
      const apart = square + (squares[j] ?? 0) - 2 * products;
      const expected = size * (square + (squares[j] ?? 0));
      const sumOfBoth = sum + bSum;
      const byKappa = expected - 2 * sum * bSum;
      const byPi = 2 * expected - sumOfBoth * sumOfBoth;
      ccode1[row] = state;
      ccode2[row] = members[j] ?? 0;
      years[row] = year;
      s[row] = 1 - (2 * (sumOfBoth - 2 * minima)) / (3 * size);
      sWeighted[row] = 1 - (2 * (weightedSum + (weighted[j] ?? 0) - 2 * (common[j] ?? 0))) / (3 * total);
      tauB[row] = order / Math.sqrt(pairs * (untied[j] ?? 0));
      kappa[row] = byKappa === 0 ? Number.NaN : 1 - (apart * size) / byKappa;
      pi[row] = byPi === 0 ? Number.NaN : 1 - (2 * apart * size) / byPi;
      row += 1;
    }
  }
  return row;
}

/** Fills, for each later state j, the cross-table of the entries above zero in both rows, and the weighted sum of their minima. */
function shareColumns(i: number, rows: SparseRows, weights: Float64Array, cells: Uint16Array, common: Float64Array): void {
  const { rowStarts, rowColumns, rowLevels, columnStarts, columnRows, columnLevels } = rows;
  cells.fill(0);
  common.fill(0);
  for (let at = rowStarts[i] ?? 0, end = rowStarts[i + 1] ?? 0; at < end; at++) {
    const k = rowColumns[at] ?? 0;
    const level = rowLevels[at] ?? 0;
    const weight = weights[k] ?? 0;
    const first = columnStarts[k] ?? 0;
    for (let other = (columnStarts[k + 1] ?? 0) - 1; other >= first; other--) {
      const j = columnRows[other] ?? 0;
      if (j <= i) break;
      const y = columnLevels[other] ?? 0;
      const cell = CELLS * j + 4 * level + y;
      cells[cell] = (cells[cell] ?? 0) + 1;
      common[j] = (common[j] ?? 0) + weight * (level < y ? level : y);
    }
  }
}

/** Pairs of entries of each row that it does not tie. */
function untiedPairs(counts: Int32Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => {
    let ties = 0;
    for (let level = 0; level < 4; level++) ties += (counts[4 * i + level] ?? 0) ** 2;
    return (size * size - ties) / 2;
  });
}

function weightedSums({ rowStarts, rowColumns, rowLevels }: SparseRows, weights: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => {
    let sum = 0;
    for (let at = rowStarts[i] ?? 0, end = rowStarts[i + 1] ?? 0; at < end; at++) sum += (weights[rowColumns[at] ?? 0] ?? 0) * (rowLevels[at] ?? 0);
    return sum;
  });
}
