/** What stands in one column of a row. */
export type Scalar = number | string | boolean | null;
export type Row = Readonly<Record<string, Scalar>>;

/** Columns that one row may have. */
const MOST_COLUMNS = 5000;

/**
 * All single values of a plain value by their paths, `allies.0.honors`: numbers that are none (NaN, infinite) as null.
 * @throws {RangeError} where there are too many
 */
export function flatten(value: unknown): Row {
  const row: Record<string, Scalar> = {};
  let columns = 0;
  const visit = (one: unknown, path: string): void => {
    if (typeof one === 'object' && one !== null) {
      for (const [key, inner] of Object.entries(one)) visit(inner, path === '' ? key : `${path}.${key}`);
      return;
    }
    if (typeof one !== 'number' && typeof one !== 'string' && typeof one !== 'boolean' && one !== null) return;
    columns += 1;
    if (columns > MOST_COLUMNS) throw new RangeError(`the answer has more than ${MOST_COLUMNS} values`);
    row[path] = typeof one === 'number' && !Number.isFinite(one) ? null : one;
  };
  visit(value, '');
  return row;
}
