import { STRONGEST } from './portfolios.ts';

/** Portfolios of a year with their zeros left out, by row and by column, and what the measures need of each row alone. */
export interface SparseRows {
  /** Entries of row `i` are those from `rowStarts[i]` up to `rowStarts[i + 1]`. */
  readonly rowStarts: Int32Array;
  readonly rowColumns: Int32Array;
  readonly rowLevels: Uint8Array;
  /** The same by column, rows ascending. */
  readonly columnStarts: Int32Array;
  readonly columnRows: Int32Array;
  readonly columnLevels: Uint8Array;
  /** Entries of row `i` at level `x` from 0 to 3, at `4 * i + x`. */
  readonly counts: Int32Array;
  readonly sums: Int32Array;
  readonly squares: Int32Array;
}

/** @param levels square, row by row, each entry 0 to 3 */
export function sparseRows(levels: Uint8Array, size: number): SparseRows {
  const width = STRONGEST + 1;
  const counts = new Int32Array(size * width);
  const sums = new Int32Array(size);
  const squares = new Int32Array(size);
  const rowStarts = new Int32Array(size + 1);
  const columnStarts = new Int32Array(size + 1);
  const rowColumns = new Int32Array(size * size);
  const rowLevels = new Uint8Array(size * size);
  let entries = 0;
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const level = levels[i * size + k] ?? 0;
      if (level === 0) continue;
      rowColumns[entries] = k;
      rowLevels[entries] = level;
      entries += 1;
      columnStarts[k + 1] = (columnStarts[k + 1] ?? 0) + 1;
      counts[i * width + level] = (counts[i * width + level] ?? 0) + 1;
    }
    rowStarts[i + 1] = entries;
    const [ones, twos, threes] = [counts[i * width + 1] ?? 0, counts[i * width + 2] ?? 0, counts[i * width + 3] ?? 0];
    counts[i * width] = size - ones - twos - threes;
    sums[i] = ones + 2 * twos + 3 * threes;
    squares[i] = ones + 4 * twos + 9 * threes;
  }
  for (let k = 0; k < size; k++) columnStarts[k + 1] = (columnStarts[k + 1] ?? 0) + (columnStarts[k] ?? 0);
  const next = columnStarts.slice(0, size);
  const columnRows = new Int32Array(entries);
  const columnLevels = new Uint8Array(entries);
  for (let i = 0; i < size; i++) {
    for (let at = rowStarts[i] ?? 0, end = rowStarts[i + 1] ?? 0; at < end; at++) {
      const k = rowColumns[at] ?? 0;
      const slot = next[k] ?? 0;
      next[k] = slot + 1;
      columnRows[slot] = i;
      columnLevels[slot] = rowLevels[at] ?? 0;
    }
  }
  return { rowStarts, rowColumns, rowLevels, columnStarts, columnRows, columnLevels, counts, sums, squares };
}
