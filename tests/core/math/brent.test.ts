import { describe, expect, it } from 'vitest';
import { findRoot } from '../../../src/core/math/brent.ts';

describe('roots', () => {
  it.each([
    ['x³ − 2x − 5 (Wallis 1685)', (x: number) => x ** 3 - 2 * x - 5, 2, 3, 2.0945514815423265],
    ['cos x = x', (x: number) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
    ['a pole’s slow side', (x: number) => x ** 9, -1, 1.7, 0],
    ['a line', (x: number) => 3 - 2 * x, -100, 100, 1.5],
    ['a root at the end', (x: number) => x - 1, 1, 4, 1],
  ])('%s', (_, f, from, to, root) => {
    const found = findRoot(f, from, to);
    expect(found.converged).toBe(true);
    expect(Math.abs(found.value - root)).toBeLessThan(1e-9);
    expect(found.residual).toBe(f(found.value));
  });

  it('asks for signs that differ', () => expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow(RangeError));

  it('says where it was not found', () => expect(findRoot((x) => Math.sign(x - Math.PI), 0, 10, 1e-12, 5).converged).toBe(false));
});
