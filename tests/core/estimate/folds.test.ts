import { expect, it } from 'vitest';
import { foldsOf } from '../../../src/core/estimate/folds.ts';
import { createRng } from '../../../src/core/math/rng.ts';

const groups = Array.from({ length: 500 }, (_, row) => (row * 7) % 93);

it('rows of a group lie in one fold, and folds have about as many groups', () => {
  const folds = foldsOf(groups, 10, createRng(1));
  const of = new Map<number, Set<number>>();
  groups.forEach((group, row) => of.set(group, (of.get(group) ?? new Set()).add(folds[row] ?? -1)));
  expect([...of.values()].every(({ size }) => size === 1)).toBe(true);
  const counts = Array.from({ length: 10 }, (_, fold) => [...of.values()].filter((set) => set.has(fold)).length);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});

it('the same seed makes the same folds, another others', () => {
  const made = (seed: number): number[] => [...foldsOf(groups, 5, createRng(seed))];
  expect(made(2)).toEqual(made(2));
  expect(made(2)).not.toEqual(made(3));
});

it.each([
  [[1, 2, 3], 4],
  [[1, 2, 3], 1],
  [[1, 2, 3], 2.5],
])('%j make no %d folds', (few, k) => {
  expect(() => foldsOf(few, k, createRng(1))).toThrow(RangeError);
});
