import { describe, expect, it } from 'vitest';
import { EstimateError } from '../../../src/core/estimate/estimate-error.ts';
import { fit } from '../../../src/core/estimate/fit.ts';
import { outOfSample } from '../../../src/core/estimate/out-of-sample.ts';
import { createRng } from '../../../src/core/math/rng.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import { numberColumn } from '../../../src/core/table/table.ts';

const rng = createRng(11);
const table = tableFromRows(
  { part: 'int8', x: 'float64', z: 'float64', y: 'int8', word: 'text' },
  Array.from({ length: 300 }, (_, row) => {
    const [x, z] = [rng.next() * 2 - 1, row % 10 === 0 ? null : rng.next()];
    return { part: row % 3, x, z, y: rng.next() < 1 / (1 + Math.exp(-2 * x)) ? 1 : 0, word: row % 2 === 0 ? 'a' : 'b' };
  }),
);
const parts = numberColumn(table, 'part').values;
const split = { train: Uint8Array.from(parts, (part) => (part === 0 ? 0 : 1)), test: Uint8Array.from(parts, (part) => (part === 0 ? 1 : 0)) };

describe('predictions of other rows', () => {
  it('are those of the fit to the training alone', () => {
    const found = outOfSample({ model: 'logit', formula: 'y ~ x' }, table, split);
    const alone = fit({ model: 'logit', formula: 'y ~ x', subset: 'part != 0' }, table);
    expect([...found.fit.beta]).toEqual([...alone.beta]);
    expect(found.rows).toHaveLength(100);
    const [constant = 0, slope = 0] = alone.beta;
    const x = numberColumn(table, 'x').values;
    found.rows.forEach((row, at) => expect(found.chances[at]).toBeCloseTo(1 / (1 + Math.exp(-(constant + slope * (x[row] ?? 0)))), 12));
    expect([...found.happened]).toEqual([...found.rows].map((row) => numberColumn(table, 'y').values[row]));
  });

  it('of a hazard are chances of an end', () => {
    const found = outOfSample({ model: 'hazard', formula: 'y ~ x' }, table, split);
    const [constant = 0, slope = 0] = found.fit.beta;
    const row = found.rows[0] ?? 0;
    expect(found.chances[0]).toBeCloseTo(1 - Math.exp(-Math.exp(constant + slope * (numberColumn(table, 'x').values[row] ?? 0))), 12);
  });

  it('leave out and count rows that lack a value', () => {
    const found = outOfSample({ model: 'logit', formula: 'y ~ x + z' }, table, split);
    expect(found.rows.every((row) => row % 10 !== 0)).toBe(true);
    expect(found.dropped + found.rows.length).toBe(100);
  });

  it('need columns of numbers', () => {
    expect(() => outOfSample({ model: 'logit', formula: 'y ~ x + word' }, table, split)).toThrow(EstimateError);
  });
});
