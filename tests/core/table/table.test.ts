import { describe, expect, it } from 'vitest';
import { MISSING, missingNumbers, valueAt } from '../../../src/core/table/column.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import { columnOf, numberColumn, rowsOf, textColumn } from '../../../src/core/table/table.ts';

const rows = [
  { ccode: 2, cinc: 0.25, name: 'A' },
  { ccode: null, cinc: null, name: null },
  { ccode: 200, cinc: 0.5, name: 'A' },
];
const table = tableFromRows({ ccode: 'int16', cinc: 'float64', name: 'text' }, rows);

describe('tables', () => {
  it('give back the records they were made of, missing as null', () => {
    expect(rowsOf(table)).toEqual(rows);
  });

  it('keep a text once however often it stands', () => {
    expect(textColumn(table, 'name').levels).toEqual(['A']);
  });

  it('know which columns hold numbers', () => {
    expect(numberColumn(table, 'cinc').values).toBeInstanceOf(Float64Array);
    expect(() => numberColumn(table, 'name')).toThrow(RangeError);
    expect(() => textColumn(table, 'cinc')).toThrow(RangeError);
    expect(columnOf(table, 'none')).toBeUndefined();
  });

  it('refuse a value of another kind', () => {
    expect(() => tableFromRows({ ccode: 'int16' }, [{ ccode: 'x' }])).toThrow(TypeError);
    expect(() => tableFromRows({ name: 'text' }, [{ name: 1 }])).toThrow(TypeError);
  });

  it.each(['int8', 'int16', 'int32', 'float64'] as const)('%s has a missing value of its own', (kind) => {
    const column = { name: 'x', kind, values: missingNumbers(kind, 1) };
    expect(valueAt(column, 0)).toBeNull();
    expect(valueAt({ ...column, values: column.values.map(() => 0) }, 0)).toBe(0);
    expect(Object.values(MISSING)).not.toContain(0);
  });
});
