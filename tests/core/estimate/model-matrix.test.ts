import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../../src/core/estimate/formula.ts';
import { modelFrame } from '../../../src/core/estimate/model-frame.ts';
import { modelMatrix, redundantColumns } from '../../../src/core/estimate/model-matrix.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';

const table = tableFromRows({ x: 'float64', f: 'text', g: 'text' }, [
  { x: 1, f: 'b', g: 'u' },
  { x: 2, f: 'a', g: 'v' },
  { x: 3, f: 'c', g: 'u' },
  { x: 4, f: 'b', g: 'v' },
  { x: null, f: 'd', g: 'u' },
]);
const matrix = (right: string, levels?: ReadonlyMap<string, readonly string[]>) => {
  const [equation = { intercept: true, terms: [] }] = parseFormula(`~ ${right}`).equations;
  return modelMatrix(equation, modelFrame(table, { columns: ['x', 'f', 'g'], ...(levels !== undefined && { levels }) }));
};

describe('the model matrix', () => {
  // By the rules that R states for model.matrix: a factor keeps every level where nothing absorbs the base.
  it.each([
    ['x + f', ['(Intercept)', 'x', 'fb', 'fc']],
    ['f - 1', ['fa', 'fb', 'fc']],
    ['x + f + g - 1', ['x', 'fa', 'fb', 'fc', 'gv']],
    ['f:x', ['(Intercept)', 'fa:x', 'fb:x', 'fc:x']],
    ['f*x', ['(Intercept)', 'fb', 'fc', 'x', 'fb:x', 'fc:x']],
    ['f*g', ['(Intercept)', 'fb', 'fc', 'gv', 'fb:gv', 'fc:gv']],
    ['x + f:g', ['(Intercept)', 'x', 'fa:gu', 'fb:gu', 'fc:gu', 'fa:gv', 'fb:gv', 'fc:gv']],
    ['0', []],
    ['1', ['(Intercept)']],
  ])('of ~ %s', (right, names) => {
    expect(matrix(right).names).toEqual(names);
  });

  it('holds products and indicators, column by column', () => {
    expect(matrix('f:x').columns.map((column) => [...column])).toEqual([
      [1, 1, 1, 1],
      [0, 2, 0, 0],
      [1, 0, 0, 4],
      [0, 0, 3, 0],
    ]);
  });

  it('takes levels in the order given, the first as the base', () => {
    expect(matrix('f', new Map([['f', ['c', 'b', 'a']]])).names).toEqual(['(Intercept)', 'fb', 'fa']);
    expect(() => matrix('f', new Map([['f', ['c', 'b']]]))).toThrow("f: 'a' is none of the levels given");
  });

  it('finds columns that others make up', () => {
    expect(redundantColumns(matrix('x + f + g'))).toEqual(['gv']);
    expect(redundantColumns(matrix('x + g'))).toEqual([]);
  });
});

describe('the model frame', () => {
  it('drops and counts rows that lack a value', () => {
    const frame = modelFrame(table, { columns: ['x', 'f'], subset: (row) => row !== 0 });
    expect(frame).toMatchObject({ rows: 3, dropped: 1, excluded: 1 });
    expect([...frame.used]).toEqual([1, 2, 3]);
    // The level d is of a row that is not used.
    expect(frame.variables.get('f')).toMatchObject({ levels: ['a', 'b', 'c'] });
  });

  it('is refused where nothing is left, or a column is not there', () => {
    expect(() => modelFrame(table, { columns: ['x'], subset: () => false })).toThrow('no row is left');
    expect(() => modelFrame(table, { columns: ['X'] })).toThrow("no column 'X'");
  });
});
