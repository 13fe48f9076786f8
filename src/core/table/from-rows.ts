import { missingOf, numbers, type Column, type ColumnKind } from './column.ts';
import type { Row, Table } from './table.ts';

/**
 * A table from records, each column of the kind named: how tests and small computed results are written.
 * A name that a record lacks is missing there.
 * @throws {TypeError} where a value is not of its column's kind
 */
export function tableFromRows(kinds: Readonly<Record<string, ColumnKind>>, rows: readonly Row[]): Table {
  const columns = Object.entries(kinds).map(([name, kind]): Column => {
    if (kind === 'text') {
      const levels: string[] = [];
      const numberOf = new Map<string, number>();
      const values = Int32Array.from(rows, (row) => {
        const value = row[name] ?? null;
        if (value === null) return -1;
        if (typeof value !== 'string') throw new TypeError(`${name}: ${value} is no text`);
        const known = numberOf.get(value);
        if (known !== undefined) return known;
        numberOf.set(value, levels.length);
        return levels.push(value) - 1;
      });
      return { name, kind, values, levels };
    }
    const values = numbers(kind, rows.length);
    rows.forEach((row, index) => {
      const value = row[name] ?? null;
      if (typeof value === 'string') throw new TypeError(`${name}: '${value}' is no number`);
      values[index] = value ?? missingOf(kind);
    });
    return { name, kind, values };
  });
  return { rows: rows.length, columns };
}
