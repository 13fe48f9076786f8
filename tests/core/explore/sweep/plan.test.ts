import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { flatten } from '../../../../src/core/explore/sweep/flatten.ts';
import { canonical, cellsOf, type SweepPlan } from '../../../../src/core/explore/sweep/plan.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const plan: SweepPlan = {
  verb: 'assess',
  model: { foedus: '1', facts: 'a' },
  shared: { treaty: 'nato', draws: 0 },
  axes: [{ name: 'x', values: [1, 2] }],
  design: 'grid',
  seed: 7,
  repeat: 3,
};

const idsOf = (of: SweepPlan): string[] => {
  const cells = cellsOf(of, sha256);
  return Array.from({ length: cells.count }, (_, index) => cells.at(index).id);
};

describe('cells', () => {
  it('are points under seeds that follow each other', () => {
    const cells = cellsOf(plan, sha256);
    const all = Array.from({ length: cells.count }, (_, index) => cells.at(index));
    expect(all.map(({ parameters, seed }) => [parameters['x'], seed])).toEqual([
      [1, 7],
      [1, 8],
      [1, 9],
      [2, 7],
      [2, 8],
      [2, 9],
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(6);
    expect(all[0]?.id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('have ids that do not depend on the sweep they stand in', () => {
    const larger: SweepPlan = { ...plan, axes: [{ name: 'x', values: [0, 2, 1] }], repeat: 5, design: 'grid' };
    const ids = idsOf(larger);
    for (const id of idsOf(plan)) expect(ids).toContain(id);
  });

  it.each<[string, Partial<SweepPlan>]>([
    ['the version', { model: { foedus: '1', facts: 'b' } }],
    ['the verb', { verb: 'model' }],
    ['the question', { shared: { treaty: 'nato', draws: 1 } }],
    ['the seed', { seed: 100 }],
    ['what is varied', { axes: [{ name: 'y', values: [1, 2] }] }],
  ])('are others where %s is another', (_, change) => {
    const before = new Set(idsOf(plan));
    expect(idsOf({ ...plan, ...change }).filter((id) => before.has(id))).toEqual([]);
  });
});

it('a canonical text is the same for equal values, whatever the order of their keys', () => {
  expect(canonical({ b: [1, null, 'x'], a: { d: true, c: undefined } })).toBe('{"a":{"d":true},"b":[1,null,"x"]}');
  expect(canonical({ a: 1, b: 2 })).toBe(canonical({ b: 2, a: 1 }));
  expect(canonical(JSON.parse(JSON.stringify(plan)))).toBe(canonical(plan));
});

it('an answer is flattened to its single values', () => {
  expect(flatten({ a: 1, b: [{ c: 'x' }, { c: null }], d: Number.NaN, e: true, f: undefined })).toEqual({
    a: 1,
    'b.0.c': 'x',
    'b.1.c': null,
    d: null,
    e: true,
  });
  expect(() => flatten(new Array(5001).fill(0))).toThrow('more than 5000 values');
});
