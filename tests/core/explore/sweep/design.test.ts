import { describe, expect, it } from 'vitest';
import type { Axis } from '../../../../src/core/explore/sweep/axis.ts';
import { createDesign, type DesignSpec } from '../../../../src/core/explore/sweep/design.ts';

const unit = (name: string): Axis => ({ name, from: 0, to: 1 });
const pointsOf = (spec: DesignSpec) => {
  const design = createDesign(spec);
  return Array.from({ length: design.points }, (_, index) => design.at(index));
};
const columnOf = (spec: DesignSpec, name: string): number[] => pointsOf(spec).map((point) => Number(point[name]));
const slicesOf = (values: readonly number[]): number[] => values.map((value) => Math.floor(value * values.length)).sort((a, b) => a - b);
const each = (n: number): number[] => Array.from({ length: n }, (_, index) => index);

describe('a grid', () => {
  it('has every combination, the last axis fastest', () => {
    const axes: Axis[] = [
      { name: 'a', values: ['x', 'y'] },
      { name: 'b', from: 1, to: 3, step: 1 },
    ];
    expect(pointsOf({ kind: 'grid', axes, seed: 1 }).map(({ a, b }) => `${a}${b}`)).toEqual(['x1', 'x2', 'x3', 'y1', 'y2', 'y3']);
  });

  it('of nothing is one point', () => {
    expect(pointsOf({ kind: 'grid', axes: [], seed: 1 })).toEqual([{}]);
  });
});

describe.each(['lhs', 'sobol'] as const)('%s', (kind) => {
  const spec: DesignSpec = { kind, axes: [unit('a'), unit('b'), unit('c')], n: 64, seed: 3 };

  it.each(['a', 'b', 'c'])('has one point in each of as many slices of %s as there are points', (name) => {
    expect(slicesOf(columnOf(spec, name))).toEqual(each(64));
  });

  it('is the same under the same seed, another under another', () => {
    expect(pointsOf(spec)).toEqual(pointsOf(spec));
    expect(pointsOf({ ...spec, seed: 4 })).not.toEqual(pointsOf(spec));
  });

  it('gives each value of a list an equal part', () => {
    const values = ['x', 'y', 'z', 'w'];
    const chosen = pointsOf({ ...spec, axes: [{ name: 'a', values }, unit('b')] }).map(({ a }) => a);
    expect(values.map((value) => chosen.filter((one) => one === value).length)).toEqual([16, 16, 16, 16]);
  });
});

it('a Sobol sequence fills the plane more evenly: each of 64 squares holds one of 64 points', () => {
  const squares = pointsOf({ kind: 'sobol', axes: [unit('a'), unit('b')], n: 64, seed: 5 }).map(
    ({ a, b }) => `${Math.floor(Number(a) * 8)} ${Math.floor(Number(b) * 8)}`,
  );
  expect(new Set(squares).size).toBe(64);
});

describe('no design', () => {
  it.each<[Partial<DesignSpec>, string]>([
    [{ axes: [unit('a'), unit('a')] }, 'a is varied twice'],
    [{ n: 5 }, 'a grid has every combination'],
    [{ kind: 'lhs' }, 'the design lhs needs n'],
    [{ kind: 'lhs', axes: [], n: 2 }, 'the design lhs varies nothing'],
    [{ kind: 'sobol', n: 0.5 }, 'n is 0.5'],
    [{ kind: 'sobol', n: 2, axes: each(129).map((index) => unit(`x${index}`)) }, 'at most 128 things, not 129'],
    [{ axes: each(4).map((index) => ({ name: `x${index}`, from: 0, to: 99, step: 1 })) }, 'the grid has 100000000 points'],
  ])('%j', (change, message) => {
    expect(() => createDesign({ kind: 'grid', axes: [unit('a')], seed: 1, ...change })).toThrow(message);
  });
});
