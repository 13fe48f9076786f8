import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../../src/data/panels/tables/coverage.ts';
import { narrowed } from '../../../../src/data/panels/attach/narrow.ts';
import type { Column } from '../../../../src/core/table/column.ts';

describe('the years a table speaks of', () => {
  const known = { coverage: [1816, 2007], publishedRows: 100 } as const;

  it('are those its source declares, for the edition known', () => {
    // Wars end in 2003; that there was none to 2007 is known.
    expect(coverageOf(known, { rows: 100, years: [1823, 2003] })).toEqual([1816, 2007]);
  });

  it('end with the last year found in another edition, so that no zero is invented after it', () => {
    expect(coverageOf(known, { rows: 90, years: [1823, 1997] })).toEqual([1816, 1997]);
    expect(coverageOf(known, { rows: 120, years: [1823, 2012] })).toEqual([1816, 2012]);
    expect(coverageOf(known, { rows: 120, years: [1800, 2012] })).toEqual([1800, 2012]);
  });

  it('are those found where the source declares none, and those declared where a table has no year', () => {
    expect(coverageOf({}, { rows: 5, years: [1990, 1999] })).toEqual([1990, 1999]);
    expect(coverageOf(known, { rows: 5, years: null })).toEqual([1816, 2007]);
  });
});

describe('the smallest kind', () => {
  const column = (values: number[]): Column => ({ name: 'x', kind: 'float64', values: Float64Array.from(values) });

  it.each([
    [[0, 127, -127], 'int8'],
    [[0, 128], 'int16'],
    // -128 stands for "missing" in one byte.
    [[-128], 'int16'],
    [[40_000], 'int32'],
    [[3e9], 'float64'],
    [[0.5, 1], 'float64'],
    [[Number.NaN], 'int8'],
  ] as const)('of %j is %s', (values, kind) => {
    expect(narrowed(column([...values])).kind).toBe(kind);
  });

  it('keeps what is missing missing', () => {
    expect([...narrowed(column([1, Number.NaN, 3])).values]).toEqual([1, -128, 3]);
  });
});
