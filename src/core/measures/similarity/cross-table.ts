/** How often two portfolios hold each pair of values: what tau-b, kappa and pi are functions of. */
export interface CrossTable {
  /** The values found in either portfolio, ascending. */
  readonly levels: readonly number[];
  /** Weight of the entries with level `i` in the first portfolio and level `j` in the second, at `i * levels.length + j`. */
  readonly cells: Float64Array;
  readonly total: number;
  /** Sums of the cells by level of the first and of the second portfolio. */
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * Cross-tabulates two portfolios, entry by entry; each entry counts 1, or its weight.
 * @throws {RangeError} where the portfolios or the weights differ in length
 */
export function crossTable(a: ArrayLike<number>, b: ArrayLike<number>, weights?: ArrayLike<number>): CrossTable {
  if (a.length !== b.length) throw new RangeError(`portfolios of ${a.length} and ${b.length} entries cannot be compared`);
  if (weights !== undefined && weights.length !== a.length) throw new RangeError(`${weights.length} weights for portfolios of ${a.length} entries`);
  const levels = [...new Set([...Array.from(a), ...Array.from(b)])].sort((x, y) => x - y);
  const size = levels.length;
  const numberOf = new Map(levels.map((level, index) => [level, index]));
  const cells = new Float64Array(size * size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  let total = 0;
  for (let k = 0; k < a.length; k++) {
    const i = numberOf.get(a[k] ?? 0) ?? 0;
    const j = numberOf.get(b[k] ?? 0) ?? 0;
    const weight = weights?.[k] ?? 1;
    cells[i * size + j] = (cells[i * size + j] ?? 0) + weight;
    first[i] = (first[i] ?? 0) + weight;
    second[j] = (second[j] ?? 0) + weight;
    total += weight;
  }
  return { levels, cells, total, first, second };
}
