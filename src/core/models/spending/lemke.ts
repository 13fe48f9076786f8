import type { Complementarity } from './complementarity.ts';

/**
 * Lemke's complementary pivoting (1965, Management Science 11). It ends at a solution for every q, since M has no negative entry and a
 * positive diagonal (is strictly copositive). Ties are broken by a covering vector of unequal entries.
 * @returns undefined where rounding leads it astray
 */
export function lemke({ n, matrix, constant }: Complementarity): { readonly spending: Float64Array; readonly pivots: number } | undefined {
  const cover = Float64Array.from({ length: n }, (_, i) => 1 + ((i * 0.618_033_988_75) % 1) / 100);
  // Columns: w, g, the covering variable, the right-hand side.
  const width = 2 * n + 2;
  const driving = 2 * n;
  const right = 2 * n + 1;
  const rows = Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(width);
    row[i] = 1;
    for (let j = 0; j < n; j++) row[n + j] = -(matrix[i * n + j] ?? 0);
    row[driving] = -(cover[i] ?? 1);
    row[right] = constant[i] ?? 0;
    return row;
  });
  const basis = Array.from({ length: n }, (_, i) => i);

  const pivot = (at: number, column: number): void => {
    const top = rows[at];
    if (top === undefined) return;
    const by = top[column] ?? 1;
    for (let j = 0; j < width; j++) top[j] = (top[j] ?? 0) / by;
    rows.forEach((row, i) => {
      const factor = row[column] ?? 0;
      if (i === at || factor === 0) return;
      for (let j = 0; j < width; j++) row[j] = (row[j] ?? 0) - factor * (top[j] ?? 0);
    });
  };
  const spendingNow = (): Float64Array => {
    const spending = new Float64Array(n);
    basis.forEach((variable, i) => {
      if (variable >= n && variable < driving) spending[variable - n] = Math.max(0, rows[i]?.[right] ?? 0);
    });
    return spending;
  };

  let leaving = 0;
  let least = 0;
  for (let i = 0; i < n; i++) {
    const ratio = (constant[i] ?? 0) / (cover[i] ?? 1);
    if (ratio < least) [leaving, least] = [i, ratio];
  }
  if (least === 0) return { spending: new Float64Array(n), pivots: 0 };
  let entering = driving;
  for (let pivots = 1; pivots <= 50 * (n + 1); pivots++) {
    const left = basis[leaving] ?? 0;
    pivot(leaving, entering);
    basis[leaving] = entering;
    if (left === driving) return { spending: spendingNow(), pivots };
    entering = left < n ? left + n : left - n;
    leaving = -1;
    least = Infinity;
    for (let i = 0; i < n; i++) {
      const by = rows[i]?.[entering] ?? 0;
      if (by <= 1e-12) continue;
      const ratio = (rows[i]?.[right] ?? 0) / by;
      // The covering variable leaves where it ties: that ends the path.
      if (ratio < least || (ratio === least && basis[i] === driving)) [leaving, least] = [i, ratio];
    }
    if (leaving < 0) return undefined;
  }
  return undefined;
}
